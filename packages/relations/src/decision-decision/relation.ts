import {
  artifactsOf,
  type RecordClaim,
  type RecordLink,
  type RelationContext,
  type RelationModule,
} from '@shipworthy/model';
import { folderOf } from '../addresses/repository-path.ts';
import { edgeOfLink } from '../graph/edge-of-link.ts';
import { oncePerContext } from '../once-per-context.ts';
import { followLink } from '../pages/resolve-target.ts';
import { gather, type Record, recordIndex } from '../records/record-index.ts';
import { circlesOf } from './cycles.ts';
import { referenceFollower } from './follow.ts';

interface Web {
  readonly links: ReadonlyMap<string, readonly RecordLink[]>;
  readonly claims: ReadonlyMap<string, readonly RecordClaim[]>;
  readonly circles: ReadonlyMap<string, readonly string[]>;
}

const NOTHING: readonly never[] = [];

/** What decision records say of each other, from both sides. */
export const decisionDecision: RelationModule<'decision-record -> decision-record'> = {
  name: 'decision-record -> decision-record',
  graph: {
    from: 'decision-record',
    edges: ({ references }) =>
      references.flatMap(({ relation, link, target, at }) =>
        edgeOfLink(link, target).map((edge) => ({
          at,
          ...edge,
          how: edge.state === 'resolved' ? relation : `${relation}: ${edge.how}`,
        })),
      ),
  },
  build(context) {
    const { links, claims, circles } = web(context);
    return ({ path }) => ({
      references: links.get(path) ?? NOTHING,
      supersededBy: claims.get(path) ?? NOTHING,
      cycle: (circles.get(path) ?? NOTHING).map((on) => ({ path: on })),
    });
  },
};

const web: (context: RelationContext) => Web = oncePerContext((context) => {
  const index = recordIndex(context);
  const follow = referenceFollower(context);
  const mentions = mentionsOf(context);
  const links = new Map<string, RecordLink[]>();
  const claims = new Map<string, RecordClaim[]>();
  const successors = new Map<string, string[]>();
  for (const record of index.byPath.values())
    for (const reference of record.facts.references) {
      const at = { path: record.path, span: reference.at };
      const link = follow(reference, record);
      const other = link.state === 'resolved' ? index.byPath.get(link.to.path) : undefined;
      const mentioned = other ? { mentioned: mentions(other, record) } : {};
      gather(links, record.path, { relation: reference.relation, target: reference.target, at, link, ...mentioned });
      if (!other) continue;
      if (reference.relation === 'superseded-by') gather(successors, record.path, other.path);
      if (reference.relation === 'supersedes' && other !== record)
        gather(claims, other.path, {
          path: record.path,
          at,
          ...(record.facts.status ? { status: record.facts.status.text } : {}),
          mentioned: mentions(other, record),
        });
    }
  const circles = circlesOf(successors.keys(), (path) => successors.get(path) ?? NOTHING);
  return { links, claims, circles };
});

/** Does `page` name `record` in any way: by a reference, a link, its number in prose? */
function mentionsOf(context: RelationContext): (page: Record, record: Record) => boolean {
  const documents = new Map(artifactsOf(context.inventory, 'document').map(({ path, facts }) => [path, facts]));
  const follow = followLink(context);
  const linked = new Map<string, ReadonlySet<string>>();
  const linksOf = ({ path }: Record): ReadonlySet<string> => {
    const known = linked.get(path);
    if (known) return known;
    const found = new Set<string>();
    for (const { target, at, form } of documents.get(path)?.links ?? []) {
      const link = follow({ target, at: { path, span: at }, form });
      if (link?.state === 'resolved') found.add(link.to.path);
    }
    linked.set(path, found);
    return found;
  };
  return (page, record) => {
    const { number } = record.facts;
    if (number && page.facts.named.includes(number.key)) return true;
    const linked = linksOf(page);
    return linked.has(record.path) || linked.has(folderOf(record.path));
  };
}
