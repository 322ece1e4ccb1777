import { configuration } from '@shipworthy/audit/configuration';
import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import { todayOf } from '@shipworthy/audit/today';
import { UsageError } from '@shipworthy/audit/usage-error';
import { collectAll, drawnRelations, graphOf, readTexts } from '@shipworthy/engine';
import type { Graph, RelationName, RepositorySource } from '@shipworthy/model';
import { locator, namerOf, profileOf, withAnswers } from '@shipworthy/policy';
import type { GraphJson } from '@shipworthy/reporters/graph';
import { allRules } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { openCache } from '../facts-cache.ts';
import { nearest } from '../nearest.ts';
import { deliver } from '../output.ts';
import { showStatus } from '../status.ts';
import { openAsked } from './asked-source.ts';

export interface GraphArguments {
  readonly path: string;
  readonly format: 'mermaid' | 'dot' | 'json';
  readonly output: string | undefined;
  /** As written; empty: all. */
  readonly relation: readonly string[];
  /** Types of nodes of which one end must be; empty: all. */
  readonly kind: readonly string[];
  /** False: `--no-config`. */
  readonly config: string | false | undefined;
  readonly untracked: boolean;
  readonly revision: string | undefined;
  /** False: `--no-cache`. */
  readonly cache: boolean;
}

/** Draws what the repository's artifacts say of each other. Links that lead nowhere are drawn as such. */
export async function graph(asked: GraphArguments, context: Context): Promise<ExitCode> {
  const { path, format, output, kind } = asked;
  const relations = asked.relation.map(drawnRelation);
  const done = showStatus(process.stderr, 'reading the repository');
  try {
    const source = await openAsked(asked);
    const { choices, answers, vocabulary, runbookSites } = await configuration({
      path,
      source,
      rules: allRules,
      config: asked.config,
      today: todayOf(context.env),
    });
    const cache = openCache(asked, context);
    const { inventory, tree } = await collectAll(source, choices, cache);
    const profile = withAnswers(profileOf(inventory, tree), answers);
    const whole = graphOf({
      inventory,
      tree,
      profile,
      vocabulary,
      runbookSites,
      componentOf: namerOf(profile.components),
      ...(relations.length > 0 ? { relations } : {}),
    });
    const drawn = kind.length > 0 ? between(whole, kind) : whole;
    const text = await rendered(drawn, format, context.version, source);
    done();
    await deliver(text, output);
    cache?.save();
    return EXIT.ok;
  } finally {
    done();
  }
}

/** @throws UsageError for a relation that is not drawn. */
function drawnRelation(written: string): RelationName {
  const known = drawnRelations();
  const wanted = written.replace(/\s*->\s*/, ' -> ').trim();
  const found = known.find((name) => name === wanted);
  if (found) return found;
  const [near] = nearest(wanted, known);
  throw new UsageError(
    `there is no relation '${written}'`,
    near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean '${near}'? There are: ${known.join(', ')}.`,
  );
}

/**
 * Links with at least one end of these types.
 * @throws UsageError when no node of the graph has one of them.
 */
function between({ nodes, edges }: Graph, types: readonly string[]): Graph {
  const there = [...new Set(nodes.map(({ type }) => type))].sort();
  const unknown = types.find((type) => !there.includes(type));
  if (unknown !== undefined)
    throw new UsageError(
      `nothing of kind '${unknown}' has a link here`,
      there.length === 0 ? 'There are no links at all.' : `Linked here are: ${there.join(', ')}.`,
    );
  const chosen = new Set(nodes.flatMap(({ id, type }) => (types.includes(type) ? id : [])));
  const kept = edges.filter(({ from, to }) => chosen.has(from) || chosen.has(to));
  const ends = new Set(kept.flatMap(({ from, to }) => [from, to]));
  return { nodes: nodes.filter(({ id }) => ends.has(id)), edges: kept };
}

async function rendered(
  graph: Graph,
  format: GraphArguments['format'],
  version: string,
  source: RepositorySource,
): Promise<string> {
  const reporters = await import('@shipworthy/reporters/graph');
  if (format === 'mermaid') return reporters.renderGraphMermaid(graph);
  if (format === 'dot') return reporters.renderGraphDot(graph);
  return reporters.renderGraphJson(await located(graph, version, source));
}

/** With lines instead of offsets. */
async function located(graph: Graph, version: string, source: RepositorySource): Promise<GraphJson> {
  const paths = graph.edges.flatMap(({ at }) => (at?.span ? at.path : []));
  const { location } = locator(await readTexts(source, [...new Set(paths)].sort()));
  return {
    schema: 1,
    tool: { name: 'shipworthy', version },
    nodes: graph.nodes,
    edges: graph.edges.map(({ at, ...edge }) => {
      if (!at) return edge;
      const { path, line } = location(at);
      return { ...edge, path, ...(line === undefined ? {} : { line }) };
    }),
  };
}
