import type { Span, ThreatFacts, ThreatModelFacts, ThreatModelPart } from '@shipworthy/model';
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';

/** Cells of diagrams that are read. */
const MAX_CELLS = 2_000;

/**
 * Facts of an OWASP Threat Dragon model (versions 1 and 2): `summary` beside `detail.diagrams`, whose cells hold threats.
 * Undefined when the text is something else.
 */
export function readThreatDragon(text: string): ThreatModelFacts | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors);
  if (root?.type !== 'object' || errors.length > 0) return undefined;
  const summary = findNodeAtLocation(root, ['summary']);
  const diagrams = findNodeAtLocation(root, ['detail', 'diagrams']);
  if (summary?.type !== 'object' || diagrams?.type !== 'array') return undefined;
  const cells = (diagrams.children ?? []).flatMap(cellsOf).slice(0, MAX_CELLS);
  const threats = cells.flatMap(threatsOf);
  const parts: Partial<Record<ThreatModelPart, Span>> = { scope: spanOf(summary) };
  const boundary = cells.find((cell) => /trust-?boundary|boundary/i.test(typeOf(cell)));
  const flow = cells.find((cell) => /flow/i.test(typeOf(cell)));
  const where = boundary ?? flow;
  if (where) parts.boundaries = spanOf(where);
  const [first] = threats;
  if (first) parts.threats = first.at;
  const answered = threats.find((threat) => threat.answered);
  if (answered) parts.answers = answered.at;
  return { form: 'threat-dragon', parts, threats };
}

/** Version 2 keeps `cells` in the diagram, version 1 in `diagramJson`. */
const cellsOf = (diagram: Node): readonly Node[] =>
  (findNodeAtLocation(diagram, ['cells']) ?? findNodeAtLocation(diagram, ['diagramJson', 'cells']))?.children ?? [];

const textAt = (node: Node, ...path: string[]): string => {
  const found = findNodeAtLocation(node, path);
  const value: unknown = found ? getNodeValue(found) : undefined;
  return typeof value === 'string' ? value.trim() : '';
};
const typeOf = (cell: Node): string =>
  `${textAt(cell, 'data', 'type')} ${textAt(cell, 'type')} ${textAt(cell, 'shape')}`;
const spanOf = (node: Node): Span => [node.offset, node.offset + node.length];

function threatsOf(cell: Node): ThreatFacts[] {
  const list = findNodeAtLocation(cell, ['data', 'threats']) ?? findNodeAtLocation(cell, ['threats']);
  return (list?.children ?? []).flatMap((threat) => {
    const title = textAt(threat, 'title');
    if (threat.type !== 'object' || title === '') return [];
    const status = textAt(threat, 'status');
    const severity = textAt(threat, 'severity');
    const mitigation = textAt(threat, 'mitigation');
    const open = /^open$/i.test(status);
    return [
      {
        name: title,
        at: spanOf(threat),
        ...(severity === '' ? {} : { severity }),
        ...(status === '' ? {} : { status }),
        // The tool fills the field with a promise of its own.
        answered:
          !open ||
          (mitigation !== '' &&
            !/^(?:mitigation not provided|provide (?:a )?(?:remediation|mitigation).*)$/i.test(mitigation)),
      },
    ];
  });
}
