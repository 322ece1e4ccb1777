import { type Artifact, all, defineRule, type JobFacts, type PathClass, type Place } from '@shipworthy/rule-kit';
import { isForMachines, isLongLived, isPutByHand } from '../long-lived-secrets.ts';

/** Names shown in the message. */
const SHOWN = 4;
/** Fewer secrets than this are remembered. */
const MIN_NAMES = 3;

export default defineRule({
  id: 'secrets/rotation-documented',
  title: 'It is written down how the secrets are replaced',
  stages: ['operate'],
  qualities: ['security'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: ['service', 'web-app', 'data-pipeline', 'infrastructure'],
    hinted: ['mobile', 'shipped-component'],
    kinds: ['secret-inventory'],
  },
  needs: {
    inventories: all('secret-inventory'),
    pipelines: all('ci-pipeline'),
    deployments: all('deployment'),
  },
  messages: {
    none: '{count} secrets are used here ({names}), and no page says how one is replaced: when it leaks, the steps are learned live. Write a page with a row for each (where it is kept, who owns it, the steps) under a heading like "Rotating secrets".',
  },
  check(repository, { given, fault, gaps, pass, skip, unknown }) {
    const page = given.inventories.find(({ facts }) => facts.form === 'page' && facts.rotation !== undefined);
    if (page) return pass({ path: page.path, ...(page.facts.rotation ? { span: page.facts.rotation } : {}) });
    const stated = given.inventories.flatMap(({ path, facts }) =>
      facts.names.flatMap(({ rotation }) => (rotation ? [{ path, span: rotation }] : [])),
    );
    const used = new Map<string, Place>();
    const add = (name: string, at: Place) => {
      if (isLongLived(name) && !used.has(name)) used.set(name, at);
    };
    for (const { path, pathClass, facts } of given.inventories)
      if (isRun(path, pathClass) && facts.form !== 'page' && !(facts.form === 'env-example' && isForMachines(path)))
        for (const { name, at, secret } of facts.names) if (secret) add(name, { path, span: at });
    // What only others call has its secrets by the names of its parameters.
    for (const { path, pathClass, facts } of given.pipelines)
      if (pathClass === 'authored' && facts.dormant === undefined && !facts.callable)
        for (const { name, at } of [...facts.secrets, ...facts.jobs.flatMap(namedByOurs)])
          add(name, { path, span: at });
    const handed = handedOn(given.pipelines);
    const byHand = used.size > 0;
    for (const { path, pathClass, facts } of given.deployments)
      if (pathClass === 'authored' && isRun(path, pathClass))
        for (const { name, at } of facts.secrets) if (isPutByHand(name)) add(name, { path, span: at });
    if (stated.length > 0 && stated.length >= used.size) return pass(stated, 'rotated by the store');
    if (used.size < MIN_NAMES && handed && handed.count + used.size >= MIN_NAMES)
      return unknown(
        `secrets are handed to ${handed.to}, a workflow of another repository, which may say how they are replaced`,
        handed.at,
      );
    if (used.size < MIN_NAMES)
      return skip(
        used.size === 0
          ? 'no secret that lives long is named here'
          : `only ${[...used.keys()].join(' and ')} is named here`,
      );
    if (!byHand)
      return unknown(
        'secrets are named in manifests alone, and who fills them is decided elsewhere: say so under evidence in .shipworthy.yaml (kind: secret-inventory, url, owner, reviewed)',
        [...used.values()][0],
      );
    const names = [...used.keys()];
    const related = [...used].slice(0, SHOWN).map(([name, at]) => ({ at, message: `uses ${name}` }));
    return gaps(
      [
        fault(
          'none',
          repository.at('docs/secrets.md'),
          { count: names.length, names: `${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ', …' : ''}` },
          { related },
        ),
      ],
      repository.at(),
    );
  },
});

/** Folders of what is shown to readers: the secrets in it are made up. */
const SHOWN_ONLY =
  /(?:^|\/)(?:docs?|documentation|website|handbook|(?:[\w-]+[-_])?(?:examples?|samples?|demos?)|snippets|tutorials?)\//i;
const isRun = (path: string, pathClass: PathClass): boolean => pathClass !== 'example' && !SHOWN_ONLY.test(path);

const isElsewhere = ({ calls }: JobFacts): boolean => calls?.where === 'remote';
const namedByOurs = (job: JobFacts): JobFacts['secrets'] => (isElsewhere(job) ? [] : job.secrets);

/** What jobs hand to a workflow of another repository. */
function handedOn(pipelines: readonly Artifact<'ci-pipeline'>[]) {
  const names = new Set<string>();
  let first: { readonly to: string; readonly at: Place } | undefined;
  for (const { path, pathClass, facts } of pipelines)
    for (const { calls, secrets } of pathClass === 'authored' ? facts.jobs.filter(isElsewhere) : [])
      for (const { name, at } of secrets) {
        if (!isLongLived(name)) continue;
        names.add(name);
        first ??= { to: calls?.target ?? '', at: { path, span: at } };
      }
  return first && { ...first, count: names.size };
}
