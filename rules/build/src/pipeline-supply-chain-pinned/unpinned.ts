import type { Artifact, CallFacts, JobFacts, Place, Span } from '@shipworthy/rule-kit';
import type { OwnOwners } from './own-owners.ts';

type Pipeline = Artifact<'ci-pipeline'>;

/** Something that others can change under this pipeline. */
export interface Unpinned {
  readonly what: 'action' | 'image' | 'script';
  readonly target: string;
  /** Of an action: what it is taken by, as a phrase. */
  readonly pin: string;
  readonly path: string;
  readonly at: Span;
  /** Where in the file, without line numbers. */
  readonly about: string;
}

/** Owners whose actions GitHub itself publishes. */
const FIRST_PARTY = new Set(['actions', 'github']);
const PINS: Readonly<Partial<Record<NonNullable<CallFacts['pinned']>, string>>> = {
  tag: 'a tag',
  branch: 'a branch',
  nothing: 'no version at all',
};

export function unpinnedOf({ facts, path }: Pipeline, own: OwnOwners): readonly Unpinned[] {
  return facts.jobs.flatMap((job) => [
    ...callsOf(job).flatMap((call, index): Unpinned[] => {
      const pin = facts.system === 'github-actions' ? pinOf(call, own) : movingOrb(call);
      return pin === undefined
        ? []
        : [
            {
              what: call.where === 'image' ? 'image' : 'action',
              target: call.target,
              pin,
              path,
              at: call.at,
              about: `${job.id}:${index}`,
            },
          ];
    }),
    ...imagesOf(job).map(
      ({ image, at }, index): Unpinned => ({
        what: 'image',
        target: image,
        pin: '',
        path,
        at,
        about: `${job.id}:image:${index}`,
      }),
    ),
    ...scriptsOf(job, own).map(
      ({ address, at }, index): Unpinned => ({
        what: 'script',
        target: address,
        pin: '',
        path,
        at,
        about: `${job.id}:script:${index}`,
      }),
    ),
  ]);
}

const callsOf = (job: JobFacts): readonly CallFacts[] =>
  [job.calls, ...job.steps.map(({ calls }) => calls)].flatMap((call) => call ?? []);

/** Undefined: pinned, of this repository's own people, or not to be told. */
function pinOf({ where, target, pinned }: CallFacts, own: OwnOwners): string | undefined {
  if (where === 'image') return pinned === 'branch' || pinned === 'nothing' ? '' : undefined;
  const owner = target.slice(0, Math.max(0, target.indexOf('/'))).toLowerCase();
  if (where !== 'remote' || pinned === undefined || FIRST_PARTY.has(owner) || own.names.has(owner)) return undefined;
  // Written for its owner's other repositories, so most likely this one is such.
  if (!own.known && target.includes('/.github/')) return undefined;
  return PINS[pinned];
}

/** A version of an orb never changes; `volatile` and development versions do. */
const movingOrb = ({ where, pinned }: CallFacts): string | undefined =>
  where === 'remote' && pinned === 'branch' ? 'a name that moves' : undefined;

/** Images without a version. Where variables fill something in, it is not known. */
function imagesOf({ runsOn, services }: JobFacts): readonly { readonly image: string; readonly at: Span }[] {
  const images = [
    ...(runsOn ? [{ image: runsOn.text, at: runsOn.at }] : []),
    ...services.flatMap(({ image, at }) => (image === undefined ? [] : [{ image, at }])),
  ];
  return images.filter(({ image }) => LATEST.test(image));
}
/** Said out loud only: a name without a tag may be a machine. */
const LATEST = /^[\w./-]+:latest$/;

/** The command that takes what is piped into it for a script. */
const SHELL = /^(?:sudo[ \t]+(?:-\w+[ \t]+)*)?(?:\/(?:usr\/)?bin\/)?(?:ba|z|da)?sh(?![\w.-])/;
const DOWNLOADS = /\b(?:curl|wget)\b/;
const ADDRESS = /\bhttps?:\/\/[^\s"'`;&)]+/;
/** The address says which version it is of. */
const VERSIONED = /\/v?\d+\.\d+|\/[0-9a-f]{40}\//;

/** Addresses whose answer a shell executes as it comes. */
function scriptsOf({ steps }: JobFacts, own: OwnOwners): readonly { readonly address: string; readonly at: Span }[] {
  return steps.flatMap(({ run }) =>
    run
      ? pipedIn(run.text)
          .filter((address) => !VERSIONED.test(address) && !address.includes('$') && !isOwn(address, own))
          .map((address) => ({ address, at: run.at }))
      : [],
  );
}

function pipedIn(script: string): readonly string[] {
  const lines = script.replaceAll('\\\n', ' ').split(/\n|&&|;/);
  return lines.flatMap((line) => {
    const commands = line.split('|').map((command) => command.trim());
    return commands.flatMap((command, index) => {
      const address = SHELL.test(commands[index + 1] ?? '') && DOWNLOADS.test(command) ? ADDRESS.exec(command) : null;
      return address ? [address[0]] : [];
    });
  });
}

/** A file of a repository of one's own people. */
function isOwn(address: string, own: OwnOwners): boolean {
  const owner = /^https:\/\/(?:raw\.githubusercontent\.com|github\.com)\/([^/]+)\//.exec(address)?.[1];
  return owner !== undefined && own.names.has(owner.toLowerCase());
}

const CHECKERS: readonly (readonly [string, RegExp])[] = [
  ['zizmor', /^(?:zizmorcore|woodruffw)\/zizmor|\bzizmor\b/],
  ['OpenSSF Scorecard', /^ossf\/scorecard-action/],
  ['pinact', /\bpinact\b/],
];

/** A program that looks at pins and is wired into a pipeline here. */
export function checkerOf(pipelines: readonly Pipeline[]): { readonly name: string; readonly at: Place } | undefined {
  for (const { facts, path } of pipelines)
    for (const { steps } of facts.jobs)
      for (const { calls, run, at } of steps) {
        const said = calls?.target ?? run?.text ?? '';
        const checker = CHECKERS.find(([, pattern]) => pattern.test(said));
        if (checker) return { name: checker[0], at: { path, span: at } };
      }
  return undefined;
}
