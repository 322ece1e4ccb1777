import {
  artifactsOf,
  type Inventory,
  type Place,
  RUBRIC,
  type RubricAnswer,
  type RubricQuestion,
  type Tree,
} from '@shipworthy/model';
import { needs, type Signs } from './signs.ts';
import { ASIDE } from './tree-words.ts';

/** Weights of the catalogue: from here on the evidence says yes. */
const YES = 1;

interface Evidence {
  readonly because: string;
  readonly weight: number;
  readonly at?: Place;
}

/** What would have to be seen for a yes, for answers that stay open. */
const MISSING: Readonly<Record<RubricQuestion, string>> = {
  maintainers:
    'no CODEOWNERS with several owners, page of maintainers or rules for contributions; git history may show several authors',
  unattended: 'nothing that deploys, schedules, packs or watches it',
  harm: 'no payments, logins, personal data, pages for the public or stated criticality to be seen',
  change: 'no record of dated releases; git history may show how often it changes',
};

/** The answers that a tree gives. Git history never takes part: the same commit gets the same answers everywhere. */
export function rubricOf(inventory: Inventory, tree: Tree, signs: Signs): Record<RubricQuestion, RubricAnswer> {
  const evidence: Readonly<Record<RubricQuestion, readonly (Evidence | undefined)[]>> = {
    maintainers: maintainers(inventory, tree),
    unattended: unattended(inventory, signs),
    harm: harm(inventory, signs),
    change: change(inventory),
  };
  const answers = RUBRIC.map((question) => [question, answerOf(question, evidence[question])] as const);
  return Object.fromEntries(answers) as Record<RubricQuestion, RubricAnswer>;
}

function answerOf(question: RubricQuestion, found: readonly (Evidence | undefined)[]): RubricAnswer {
  const known = found.flatMap((one) => one ?? []).sort((a, b) => b.weight - a.weight);
  const yes = known.reduce((sum, { weight }) => sum + weight, 0) >= YES;
  return {
    answer: yes ? 'yes' : 'unknown',
    evidence:
      known.length > 0
        ? known.map(({ because, at }) => ({ because, ...(at ? { at } : {}) }))
        : [{ because: MISSING[question] }],
  };
}

function maintainers(inventory: Inventory, tree: Tree): (Evidence | undefined)[] {
  const own = artifactsOf(inventory, 'ownership').filter(({ pathClass }) => pathClass === 'authored');
  const owners = new Set<string>();
  let team: Evidence | undefined;
  for (const { path, facts } of own)
    for (const line of facts.lines)
      for (const owner of line.owners) {
        owners.add(owner.name.toLowerCase());
        if (owner.form === 'team')
          team ??= { because: `${path} names the team ${owner.name}`, weight: 1, at: { path, span: owner.at } };
      }
  const [first] = own;
  // Where a forge looks for such pages; a large tree has few paths there.
  const paths = tree.paths.filter((path) => !path.includes('/') || /^(?:\.github|docs|\.gitlab)\//.test(path));
  const contributing = paths.find((path) => /^(?:\.github\/|docs\/)?contributing(?:\.\w+)?$/i.test(path));
  const template = paths.find(
    (path) =>
      /^(?:\.github\/|docs\/)?pull_request_template(?:\.md|\/.+)$/i.test(path) ||
      /^\.gitlab\/merge_request_templates\//i.test(path),
  );
  const page = paths.find((path) => /^(?:\.github\/|docs\/)?(?:maintainers|governance)(?:\.\w+)?$/i.test(path));
  return [
    team ??
      (owners.size > 1 && first
        ? { because: `${first.path} names ${owners.size} owners`, weight: 1, at: { path: first.path } }
        : undefined),
    page === undefined ? undefined : { because: `${page} speaks of maintainers`, weight: 1, at: { path: page } },
    // Where one person says what they accept, others help, and nobody else decides.
    contributing === undefined || isOfOnePerson(inventory, contributing)
      ? undefined
      : { because: `${contributing} invites contributions`, weight: 0.5, at: { path: contributing } },
    template === undefined
      ? undefined
      : { because: `${template} asks something of every change`, weight: 0.5, at: { path: template } },
  ];
}

const isOfOnePerson = (inventory: Inventory, path: string): boolean =>
  artifactsOf(inventory, 'contributing').some((page) => page.path === path && page.facts.onePerson === true);

function unattended(inventory: Inventory, signs: Signs): (Evidence | undefined)[] {
  const sign = (name: 'platform' | 'environment' | 'packed' | 'released', weight: number): Evidence | undefined => {
    const [first] = signs.of.get(name) ?? [];
    return first && { because: first.because, weight, ...(first.at ? { at: first.at } : {}) };
  };
  const alerts = artifactsOf(inventory, 'alert-rules').find(
    ({ pathClass, path }) => pathClass === 'authored' && !ASIDE.test(path),
  );
  const server = needs(signs.manifests, 'server');
  return [
    sign('platform', 1),
    sign('environment', 1),
    alerts && { because: `${alerts.path} watches it`, weight: 1, at: { path: alerts.path } },
    sign('packed', 0.5),
    server && { because: `${server.at.path} needs ${server.name}`, weight: 0.5, at: server.at },
  ];
}

function harm(inventory: Inventory, signs: Signs): (Evidence | undefined)[] {
  const dependency = (sort: 'payment' | 'login' | 'mail', what: string, weight: number): Evidence | undefined => {
    const found = needs(signs.manifests, sort);
    return found && { because: `${found.at.path} needs ${found.name}, so ${what}`, weight, at: found.at };
  };
  const sign = (name: 'privacy' | 'ingress'): Evidence | undefined => {
    const [first] = signs.of.get(name) ?? [];
    return first && { because: first.because, weight: 0.5, ...(first.at ? { at: first.at } : {}) };
  };
  const paging = artifactsOf(inventory, 'alert-rules').find(
    ({ facts, pathClass, path }) =>
      pathClass === 'authored' &&
      !ASIDE.test(path) &&
      facts.alerts.some(({ labels }) => /^(?:critical|page|pager)$/.test(labels.severity ?? '')),
  );
  return [
    dependency('payment', 'money moves through it', 1),
    dependency('login', 'people trust it with their logins', 1),
    sign('privacy'),
    sign('ingress'),
    paging && { because: `${paging.path} wakes somebody when it fails`, weight: 0.5, at: { path: paging.path } },
    dependency('mail', 'it writes to people', 0.5),
  ];
}

/** Releases that carry dates in the changelog: counted in the year before the newest of them, so that no clock is needed. */
const RELEASES_A_YEAR = 4;
const YEAR = 365 * 24 * 3600 * 1000;

function change(inventory: Inventory): (Evidence | undefined)[] {
  for (const { path, pathClass, facts } of artifactsOf(inventory, 'document')) {
    if (pathClass !== 'authored' || !/(?:^|\/)(?:changelog|changes|history|releases?|news)(?:\.\w+)?$/i.test(path))
      continue;
    const dates = facts.sections.flatMap(({ heading }) => {
      const written = /\b(\d{4}-\d{2}-\d{2})\b/.exec(heading)?.[1];
      const time = written === undefined ? Number.NaN : Date.parse(written);
      return Number.isNaN(time) ? [] : [time];
    });
    const newest = Math.max(...dates);
    const recent = dates.filter((date) => date > newest - YEAR).length;
    if (recent >= RELEASES_A_YEAR)
      return [{ because: `${path} lists ${recent} releases in the year before its newest`, weight: 1, at: { path } }];
  }
  return [];
}
