import type { Archetype, Judgement, Place } from '@shipworthy/model';
import { isNative } from './native.ts';
import { needs, offeredLibrary, type Signs } from './signs.ts';
import { DEPLOYS_TRIALS, type Sign, SURELY_PACKAGED, SURELY_RELEASED } from './tree-words.ts';

/** So much evidence of release makes a program one that others run, unless more shows where its makers deploy it. */
const SHIPPED = 2;
/** ... and less makes a command of Go one that answers no requests and that nothing deploys. */
const SHIPPED_COMMAND = 1;
/** Fewer rendered pages are mails and error pages of a service. */
const MIN_VIEWS = 5;
/** A container around next to no program packs something else: data, a site, another's program. */
const PROGRAM_SHARE = 0.2;
/** ... and one around pages serves them. */
const DOCUMENTATION_SHARE = 0.6;

/**
 * A program that runs unattended. Software you run is told from software you ship by which there is more evidence of:
 * environments and platforms it is deployed to, or releases and adopters.
 */
export function runsOf(signs: Signs): Judgement<Archetype>[] {
  const server = serverOf(signs);
  const web = needs(signs.manifests, 'web');
  const isAside = isGoWithoutCommand(signs) || isOfAction(signs, server) || isOfNativeLibrary(signs);
  const packed = isAside ? undefined : signs.of.get('packed')?.[0];
  const deployed = deployedBy(signs);
  const installed = isNative(signs) ? (signs.of.get('installed') ?? []) : [];
  const released = [...(signs.of.get('released') ?? []), ...installed];
  const [site] = signs.of.get('site') ?? [];

  // Pages that are put together may be attached to a release on their way to where their makers serve them.
  const sure = server || signs.of.has('go-command') ? SURELY_RELEASED : SURELY_PACKAGED;
  const weight = released.reduce(
    (sum, { because }) => sum + (sure.test(because) || installed.some((one) => one.because === because) ? 2 : 1),
    0,
  );
  // Nothing but a site may be in the container.
  const isSite = site !== undefined ? signs.sources === 0 : isGenerated(signs);
  const packedWhole =
    packed !== undefined && signs.packedIn.has('') && !isSite && signs.pages / signs.files <= DOCUMENTATION_SHARE;
  // What a program is made from may outnumber it: statements of SQL, translations.
  const isProgram =
    packedWhole ||
    (server !== undefined && signs.of.has('go-command')) ||
    signs.sources / Math.max(1, signs.product) > PROGRAM_SHARE;
  const shipped = server || deployed.length > 0 || !signs.of.has('go-command') ? SHIPPED : SHIPPED_COMMAND;
  if (
    weight >= shipped &&
    weight > deployed.length &&
    (packed || server) &&
    isProgram &&
    !isOfServices(signs, released)
  )
    return [{ name: 'shipped-component', ...shown(released.slice(0, 2)) }];

  // Others import it: a framework or a container is then part of what it offers, unless it is deployed as well.
  const packedHere = server !== undefined && signs.packedIn.has(folderOf(server.at.path));
  const offered = !packedHere && isOffered(signs, server);
  const runs =
    deployed.length > 0
      ? (server !== undefined && !isFramework(signs)) ||
        ((packed !== undefined || isProgram) && !isTrial(signs, deployed))
      : !offered && (server || (packed && isProgram));
  const program = webProgram(signs);
  const hosted = web !== undefined && (deployed[0] ?? site ?? program) !== undefined && !offered;
  if (!runs && !hosted) return [];
  const views = signs.views >= MIN_VIEWS && isRendered(signs) ? signs.of.get('views')?.[0] : undefined;
  const why = [...(server ? [server] : []), ...(packed ? [packed] : []), ...deployed.slice(0, 1)];
  const shownBy = program ?? web;
  const pages = shownBy ? { because: `${shownBy.at.path} needs ${shownBy.name}`, at: shownBy.at } : server && views;
  if (!pages) return [{ name: 'service', ...shown(why) }];
  const webApp: Judgement<Archetype> = { name: 'web-app', ...shown([pages, ...(server ? [] : why)]) };
  return server ? [webApp, { name: 'service', ...shown(why) }] : [webApp];
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** What nothing answers requests in, and others import: it is deployed to be tried out, or beside being released. */
function isTrial(signs: Signs, deployed: readonly Judgement<Sign>[]): boolean {
  if (!isOffered(signs, undefined)) return false;
  if (needs(signs.manifests, 'server') && isFramework(signs)) return true;
  const offered = offeredLibrary(signs.manifests);
  const isReleased = signs.of.has('released');
  if (isReleased && offered?.facts.command) return true;
  // A package below the root is not what a file at the root starts; pages that nothing packs may be hosted.
  const isPart = offered?.path.endsWith('/package.json') === true && !signs.of.has('packed');
  return (
    isPart &&
    needs(signs.manifests, 'web') === undefined &&
    (isReleased || deployed.every(({ at }) => DEPLOYS_TRIALS.test(at?.path ?? '')))
  );
}

/** Released packages that answer requests where others build with them; what is deployed tries them out. */
const isFramework = ({ of, manifests }: Signs): boolean =>
  of.has('released') &&
  !of.has('packed') &&
  manifests
    .filter((manifest) => needs([manifest], 'server'))
    .every(({ path, facts: { ecosystem, library, private: isKept } }) => {
      return path.includes('/') && ecosystem === 'npm' && library && !isKept;
    });

const RESOURCES = /(?:^|\/)src\/main\/resources\//;

/** Templates among the resources of a program for the JVM are letters where nothing makes pages of them. */
const isRendered = ({ of, manifests }: Signs): boolean =>
  !RESOURCES.test(of.get('views')?.[0]?.at?.path ?? '') || needs(manifests, 'templates') !== undefined;

/** Pages that a generator makes a site of, and less code than there are pages. */
const isGenerated = ({ of, pages, sources }: Signs): boolean => of.has('page-generator') && pages >= sources;

/** What deploys a folder beside a gem deploys what the gem is tried out in, and so does what packs nothing. */
function deployedBy({ of, manifests, packedIn }: Signs): readonly Judgement<Sign>[] {
  const deployed = [...(of.get('platform') ?? []), ...(of.get('environment') ?? [])];
  const isGem = manifests.some(
    ({ path, facts: { ecosystem, library } }) => !path.includes('/') && ecosystem === 'ruby' && library,
  );
  if (!isGem) return deployed;
  const isItself = ({ at }: Judgement<Sign>): boolean =>
    /^(?:[^/]+|\.github\/.*)$/.test(at?.path ?? '') && (packedIn.has('') || !DEPLOYS_TRIALS.test(at?.path ?? ''));
  return deployed.filter(isItself);
}

/** Parts of a workspace that are programs, but for those that tell of the others. */
const APP =
  /^apps\/(?!(?:docs?|documentation|www|web-?site|site|storybook|playground|examples?|demo)\/)[^/]+\/package\.json$/;

/** A part of a workspace that is made with a framework of programs, and not published. */
const webProgram = ({ manifests }: Signs): ReturnType<typeof needs> =>
  needs(
    manifests.filter(({ path, facts }) => APP.test(path) && facts.private),
    'web-program',
  );

/** A module of Go that has no command of its own: what a container packs then is a trial of it, or a tool. */
const isGoWithoutCommand = ({ of, manifests, sources }: Signs): boolean =>
  sources > 0 &&
  !of.has('go-main') &&
  manifests.length > 0 &&
  manifests.every(({ facts }) => facts.ecosystem === 'go' || facts.list === true) &&
  manifests.some(({ facts }) => facts.ecosystem === 'go');

/** So many services beside each other are what a company runs; what it packages is then a command for its customers. */
const SERVICES = 3;
const isOfServices = ({ services }: Signs, released: readonly Judgement<Sign>[]): boolean =>
  services.size >= SERVICES && released.every(({ because }) => /packages it for others|releases it/.test(because));

/** The image that an action for the workflows of others runs in: nothing else of it is released, deployed or asked. */
const isOfAction = ({ of }: Signs, server: { readonly at: Place } | undefined): boolean =>
  of.has('action') && server === undefined && !of.has('platform') && !of.has('environment') && !of.has('released');

/** Containers below the root of a library of C build it on one system and another. */
const isOfNativeLibrary = (signs: Signs): boolean =>
  isNative(signs) && signs.of.has('native-library') && !signs.of.has('unit') && !signs.packedIn.has('');

const GRPC = 'google.golang.org/grpc';

/** The dependency, or the file, that says that it answers requests. */
function serverOf(signs: Signs): { readonly because: string; readonly at: Place } | undefined {
  const packed = signs.manifests.filter(({ path }) => signs.packedIn.has(folderOf(path)));
  const needed = needs(packed, 'server') ?? needs(signs.manifests, 'server');
  const [routes] = signs.of.get('routes') ?? [];
  if (!needed) return routes?.at && { because: routes.because, at: routes.at };
  // Go code that is generated from an interface needs the framework, and serves nothing without a command.
  const alone =
    (!signs.of.has('packed') || isGoWithoutCommand(signs)) && !signs.of.has('platform') && !signs.of.has('environment');
  if (alone && needed.at.path.endsWith('go.mod') && !signs.of.has('go-command')) return undefined;
  // Who asks needs the same package as who answers: a part that nothing packs is rather a command that asks another part.
  if (alone && signs.folder !== '' && needed.name === GRPC) return undefined;
  // A crate may lend a framework its parts.
  if (alone && needed.at.path.endsWith('Cargo.toml') && signs.of.has('crate-library') && !signs.of.has('crate-command'))
    return undefined;
  return { because: `${needed.at.path} needs ${needed.name}`, at: needed.at };
}

/** Others import a part of it: unless that is packed to run, or another part is and answers requests. */
function isOffered(signs: Signs, server: { readonly at: Place } | undefined): boolean {
  const offered = offeredLibrary(signs.manifests);
  if (!offered) return false;
  // A chart beside what packs a program deploys that program.
  const released = (signs.of.get('released') ?? []).some(({ because }) => !/is a chart/.test(because));
  const command = offered.facts.command && offered.facts.ecosystem !== 'python';
  const installed = command || signs.of.has('action') || released;
  if (offered.path === 'package.json' && signs.packedIn.has('') && !installed) return false;
  const serving = signs.manifests.filter((manifest) => needs([manifest], 'server'));
  if (server?.at.path !== serving[0]?.path || serving.length === 0 || !signs.of.has('packed')) return true;
  // Every package of Python can be imported: one that answers requests and is packed is a program, unless it is released.
  const pythonServes = serving.some(({ facts }) => facts.ecosystem === 'python');
  if (pythonServes && signs.packedIn.size > 0 && !installed) return false;
  // Crates are all parts of one workspace: one that serves and refuses publication is its program.
  if (serving.some(({ facts }) => facts.ecosystem === 'cargo' && facts.private)) return false;
  const { library = false, private: isKept = false } = serving[0]?.facts ?? {};
  return library && !isKept;
}

type Shown = Pick<Judgement, 'because' | 'at'>;

function shown(signs: readonly Shown[]): Shown {
  const at = signs[0]?.at;
  return { because: signs.map((sign) => sign.because).join(', '), ...(at ? { at } : {}) };
}
