import { obligationsOf } from '@shipworthy/engine';
import type {
  ChangeObligations,
  Checklist,
  ChecklistContract,
  ContractComparison,
  Location,
  ObligationEvidence,
  ObligationState,
  Place,
  TouchedArea,
} from '@shipworthy/model';
import { locator } from '@shipworthy/policy';
import type { OpenedChange } from './open-change.ts';

type Where = (place: Place) => Location;

/** What a change touches and brings along, as a checklist. */
export async function checklistOf({ asked, found, textsOf }: OpenedChange): Promise<Checklist> {
  const { change, head, given } = found;
  const obligations = obligationsOf(found, asked.input.conduct, asked.input.vocabulary);
  const compared = [...given.contracts].sort(([a], [b]) => (a < b ? -1 : 1));
  const places = [...placesIn(obligations), ...compared.flatMap(breakPlaces)];
  const paths = new Set(places.flatMap(({ path, span, absent }) => (span && !absent ? path : [])));
  const { location } = locator(await textsOf.head([...paths].sort()));
  const { words } = change;
  return {
    tool: asked.settling.tool,
    base: change.base,
    ...(change.commit === undefined ? {} : { since: change.commit }),
    ...(head.inventory.commit === undefined ? {} : { commit: head.inventory.commit }),
    files: change.files.length,
    ...(obligations.exempt === undefined ? {} : { exempt: obligations.exempt }),
    ...(words.unknown === undefined ? {} : { unheard: words.unknown }),
    areas: obligations.areas.map((area) => ({
      name: area.name,
      configured: area.configured,
      files: area.files.map(({ at }) => location(at)),
      lines: statesOf(area).map((state) => lineOf(state, location)),
    })),
    contracts: compared.flatMap(([path, comparison]) => contractOf(path, comparison, location)),
    migrations: obligations.migrations.map(({ at, dangerous, ...rest }) => ({
      ...rest,
      at: location(at),
      dangerous: dangerous.map(location),
    })),
    alerts: obligations.alerts.map(({ name, at, runbook }) => ({
      name,
      at: location(at),
      ...(runbook ? { runbook: location(runbook) } : {}),
    })),
    forms: obligations.forms.map(({ at, ...form }) => ({ ...form, at: location(at) })),
  };
}

function placesIn({ areas, migrations, alerts, forms }: ChangeObligations): Place[] {
  const evidence = areas.flatMap((area) =>
    statesOf(area).flatMap((state) => (state.state === 'met' ? state.evidence : [])),
  );
  return [
    ...areas.flatMap(({ files }) => files.map(({ at }) => at)),
    ...evidence.flatMap((each) => (each.in === 'file' ? each.at : [])),
    ...migrations.flatMap(({ at, dangerous }) => [at, ...dangerous]),
    ...[...alerts, ...forms].map(({ at }) => at),
    ...alerts.flatMap(({ runbook }) => runbook ?? []),
  ];
}

/** What is asked for, and what was brought besides. */
const statesOf = ({ obligations, forethought }: TouchedArea): ObligationState[] => [
  ...obligations,
  ...forethought.filter(({ name, state }) => state === 'met' && !obligations.some((asked) => asked.name === name)),
];

type Compared = readonly [path: string, comparison: ContractComparison];

const breakPlaces = ([path, comparison]: Compared): Place[] =>
  comparison.state === 'compared' ? comparison.changes.map((change) => placeOfBreak(path, change)) : [];

const placeOfBreak = (
  path: string,
  { at, path: other }: { readonly at?: Place['span']; readonly path?: string },
): Place => ({
  path: other ?? path,
  ...(at ? { span: at } : {}),
});

/** A contract that breaks nothing is no line of a checklist. */
function contractOf(path: string, comparison: ContractComparison, location: Where): ChecklistContract[] {
  if (comparison.state === 'unknown') return [{ path, unknown: comparison.why }];
  if (comparison.changes.length === 0) return [];
  const breaks = comparison.changes.map((change) => ({
    what: change.what,
    level: change.level,
    at: location(placeOfBreak(path, change)),
  }));
  return [{ path, breaks: [...breaks].sort((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : 0)) }];
}

function lineOf(state: ObligationState, location: Where): Checklist['areas'][number]['lines'][number] {
  return {
    obligation: state.name,
    state: state.state,
    ...(state.state === 'unknown' ? { why: state.why } : {}),
    evidence: state.state === 'met' ? state.evidence.map((each) => located(each, location)) : [],
  };
}

const located = (evidence: ObligationEvidence, location: Where) =>
  evidence.in === 'file' ? { ...evidence, at: location(evidence.at) } : evidence;
