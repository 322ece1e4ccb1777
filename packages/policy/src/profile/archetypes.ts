import type { Archetype, Judged, Judgement } from '@shipworthy/model';
import { contentOf, type Kept } from './content.ts';
import { isOfProgramsToo } from './languages.ts';
import { placed, plain } from './plain.ts';
import { runsOf } from './running.ts';
import { needs, offeredLibrary, ownManifests, type Signs } from './signs.ts';

/**
 * What the signs add up to. Every archetype rests on two signs or one that cannot be misread; when in doubt the one
 * that asks less is chosen, since a wrong archetype costs its users more than a question not asked.
 */
export function archetypesOf(signs: Signs, kept: Kept): Judged {
  if (signs.files === 0) return { archetypes: [] };
  const content = contentOf(signs, kept);
  if (content.length > 0) return { archetypes: content };
  const flows = pipeline(signs);
  // What is packed where nothing answers requests is what runs the pipeline.
  const runs = runsOf(signs).filter(({ name }) => flows.length === 0 || name !== 'service' || answers(signs));
  const isProgram = flows.length > 0 || runs.length > 0;
  const found = [...app(signs), ...flows, ...runs];
  // What an app of the whole repository keeps in packages of its own is a part of it.
  if (appOfRoot(signs) && offeredLibrary(signs.manifests)?.path.includes('/')) return { archetypes: found };
  if (!runs.some(({ name }) => name === 'service' || name === 'web-app'))
    found.push(
      ...(isProgram ? [] : extension(signs)),
      ...offered(isProgram ? withoutParts(flows.length > 0 ? withoutKept(signs) : signs) : signs, runs.length > 0),
    );
  return found.length > 0 ? { archetypes: found } : plain(signs);
}

/** A list that pins the runner of pipelines beside them pins the servers that it is made of. */
const answers = ({ manifests, of }: Signs): boolean =>
  of.has('routes') ||
  needs(
    manifests.filter((one) => !of.has('data-pipeline') || !one.facts.list || !needs([one], 'pipeline')),
    'server',
  ) !== undefined;

/**
 * What the packages of a program are, others may take as well; what it is itself, its own manifest says. In languages where a
 * program is a package as well, that manifest tells of the program.
 */
const withoutParts = (signs: Signs): Signs => ({
  ...signs,
  manifests: ownManifests(signs).filter(({ facts }) => !isOfProgramsToo(facts.ecosystem)),
});

/** Every package of Python can be imported: the code of a pipeline that nothing releases is its own. */
const withoutKept = (signs: Signs): Signs =>
  signs.of.has('released')
    ? signs
    : { ...signs, manifests: signs.manifests.filter(({ facts }) => facts.ecosystem !== 'python') };

const appOfRoot = ({ manifests }: Signs): ReturnType<typeof needs> =>
  needs(
    manifests.filter((manifest) => !manifest.path.includes('/') && !isForApps(manifest)),
    'mobile',
  );

/** A package for apps needs the framework as they do. */
const isForApps = ({ facts }: Signs['manifests'][number]): boolean => facts.ecosystem === 'dart' && facts.library;

function app(signs: Signs): Judgement<Archetype>[] {
  const needed =
    appOfRoot(signs) ??
    // What is not published beside packages for apps tries them.
    (signs.manifests.some(isForApps) ? undefined : needs(signs.manifests, 'mobile'));
  if (needed) return [{ name: 'mobile', because: `${needed.at.path} needs ${needed.name}`, at: needed.at }];
  const [first, ...more] = signs.of.get('mobile') ?? [];
  if (!first || more.length === 0) return [];
  return [{ name: 'mobile', because: [first, ...more].map((sign) => sign.because).join(', '), ...placed(first.at) }];
}

function pipeline(signs: Signs): Judgement<Archetype>[] {
  const needed = needs(signs.manifests, 'pipeline');
  if (needed) return [{ name: 'data-pipeline', because: `${needed.at.path} needs ${needed.name}`, at: needed.at }];
  const [project] = signs.of.get('dbt') ?? [];
  const models = signs.of.get('dbt-models')?.[0];
  const [sign] = [...(signs.of.get('data-pipeline') ?? []), ...(project && models ? [project] : [])];
  return sign ? [{ ...sign, name: 'data-pipeline' }] : [];
}

/** What a store offers for browsers, its users install; further down it is a part. */
function extension({ manifests }: Signs): Judgement<Archetype>[] {
  const found = manifests.find(
    ({ path, facts }) => facts.ecosystem === 'browser-extension' && path.split('/').length <= 2,
  );
  const what = 'makes it an extension that others install into their browsers';
  return found ? [{ name: 'shipped-component', because: `${found.path} ${what}`, at: { path: found.path } }] : [];
}

/** What others import or install. The command of a program that runs is part of the program. */
function offered(signs: Signs, runs: boolean): Judgement<Archetype>[] {
  const found: Judgement<Archetype>[] = [];
  const library = offeredLibrary(signs.manifests);
  const command = signs.manifests.find(({ facts }) => facts.command && !facts.private);
  const [action] = signs.of.get('action') ?? [];
  // A project of dbt without models is a package that other projects take macros from.
  const macros = signs.of.has('dbt') && !signs.of.has('dbt-models') ? signs.of.get('dbt-macros')?.[0] : undefined;
  const [main] = signs.of.get('go-command') ?? [];
  if (library)
    found.push({
      name: 'library',
      because: `${library.path} offers an entry point to others`,
      at: { path: library.path },
    });
  else if (action) found.push({ ...action, name: 'library' });
  else if (macros) found.push({ ...macros, name: 'library' });
  if (command)
    found.push({ name: 'command', because: `${command.path} installs a command`, at: { path: command.path } });
  else if (main && !runs) found.push({ ...main, name: 'command' });
  return found;
}
