import type { FactFault, OwnerFacts, OwnershipFacts, Span } from '@shipworthy/model';
import type { YamlNode } from '../formats/yaml/index.ts';
import { findGenerator } from './generator.ts';
import { isTemplated } from './owner-token.ts';

/**
 * The lists of a Prow OWNERS file that name who answers now; emeritus and required reviewers do not own. `maintainers`
 * is none of Prow's, but projects that use the file without it write so.
 */
const ROLES = ['approvers', 'reviewers', 'maintainers'] as const;
const OWNERS_KEYS = ['approvers', 'reviewers', 'maintainers', 'filters', 'options', 'labels', 'emeritus_approvers'];

/**
 * Facts of a Prow OWNERS file: one statement for its folder, approvers before reviewers. Names are logins or aliases,
 * which only OWNERS_ALIASES tells apart, so their form is `reference`. Undefined when the document is something else.
 */
export function readProwOwners(folder: string, text: string, root: YamlNode): OwnershipFacts | undefined {
  if (root.kind !== 'map' || !OWNERS_KEYS.some((key) => root.has(key))) return undefined;
  const filters = root.map('filters');
  const bodies = [root, ...(filters?.entries.map((entry) => entry.value) ?? [])];
  const owners = new Map<string, OwnerFacts>();
  for (const role of ROLES)
    for (const body of bodies)
      if (body.kind === 'map')
        for (const owner of namesIn(body.items(role))) if (!owners.has(owner.name)) owners.set(owner.name, owner);
  return statement('owners', folder, text, root.span, [...owners.values()]);
}

/** OWNERS_ALIASES names groups and owns nothing itself. Undefined when the document is something else. */
export function readProwAliases(text: string, root: YamlNode): OwnershipFacts | undefined {
  const aliases = root.kind === 'map' ? root.map('aliases') : undefined;
  if (!aliases) return undefined;
  const faults: FactFault[] = aliases.entries.flatMap(({ key, keySpan, value }) =>
    value.kind === 'seq' || (value.kind === 'scalar' && value.isNull)
      ? []
      : [{ what: `alias '${key}' is not a list of names`, at: keySpan, effect: 'refused' as const }],
  );
  const generator = findGenerator(text);
  return { flavour: 'owners-aliases', lines: [], faults, ...(generator ? { generator } : {}) };
}

const EMAIL_LINE = /^[^\s@#]+@[^\s@#][^\s@#.]*\.[^\s@#]+$/;
const DIRECTIVE = /^(?:set noparent|\*|(?:per-file|include|file:)\b.*)$/;

/** Facts of a Chromium-like OWNERS file: an e-mail address on each line. Undefined when any line is something else. */
export function readMailOwners(folder: string, text: string): OwnershipFacts | undefined {
  const owners: OwnerFacts[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const word = line.replace(/#.*/, '').trim();
    const at = start + line.indexOf(word);
    start += line.length + 1;
    if (word === '' || DIRECTIVE.test(word)) continue;
    if (!EMAIL_LINE.test(word)) return undefined;
    owners.push({ name: word, form: 'email', at: [at, at + word.length] });
  }
  return owners.length > 0 ? statement('owners', folder, text, [0, text.length], owners) : undefined;
}

/** One statement about a whole folder. */
export function statement(
  flavour: OwnershipFacts['flavour'],
  folder: string,
  text: string,
  at: Span,
  owners: readonly OwnerFacts[],
): OwnershipFacts {
  const generator = findGenerator(text);
  const spans = { '': at, ...Object.fromEntries(owners.map((owner, index) => [`owners.${index}`, owner.at])) };
  return {
    flavour,
    lines: owners.length > 0 ? [{ pattern: '**', folder, owners, spans }] : [],
    faults: [],
    ...(generator ? { generator } : {}),
  };
}

/** The scalars of a list that name somebody. */
export function namesIn(nodes: readonly YamlNode[]): OwnerFacts[] {
  return nodes.flatMap((node): OwnerFacts[] => {
    if (node.kind !== 'scalar' || node.isNull) return [];
    const name = node.text.trim();
    if (name === '' || isTemplated(name)) return [];
    return [{ name, form: EMAIL_LINE.test(name) ? 'email' : 'reference', at: node.span }];
  });
}
