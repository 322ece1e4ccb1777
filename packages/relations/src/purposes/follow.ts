import { artifactsOf, type BuildTool, type Purpose, type RelationContext, type UnseenCall } from '@shipworthy/model';
import { resolvePath } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';
import type { BuildTarget } from './build-targets.ts';
import { type ImageRecipe, imageRecipeOf, runsImage } from './image-builds.ts';
import { lookUpIn, within } from './look-up.ts';
import { purposeOfName } from './names.ts';
import { isKnownProgram, purposesOfCommand } from './program-purposes.ts';
import { type ScriptCall, scriptCallOf } from './script-calls.ts';
import { shellCommands } from './shell-commands.ts';
import { unwrapped } from './wrappers.ts';

/** A purpose as seen from the script that was followed. */
export interface Followed {
  readonly purpose: Purpose;
  readonly tool: string;
  /** Calls that lead to it, as written; the command itself is the last. */
  readonly through: readonly string[];
  readonly folder?: string;
  readonly only?: readonly string[];
  /** Its failure is passed over on the way. */
  readonly harmless?: true;
}

type Unseen = Omit<UnseenCall, 'at'>;

/** What following a script finds. */
export interface Findings {
  readonly found: readonly Followed[];
  readonly unseen: readonly Unseen[];
  /** Targets (`path:offset`) and scripts that it leads to. */
  readonly reached: ReadonlySet<string>;
}

/** Follows a script that starts in a folder (undefined: only a run would tell). `hint`: names that led to it. */
export type Follow = (script: string, folder: string | undefined, hint?: string) => Findings;

/** Where a chain of calls has come to. */
interface Trail {
  readonly through: readonly string[];
  readonly folder: string | undefined;
  readonly hint: string;
  readonly harmless: boolean;
  readonly depth: number;
  readonly into: Growing;
}
interface Growing {
  readonly found: Map<string, Followed>;
  readonly unseen: Map<string, Unseen>;
  readonly reached: Set<string>;
  /** How many of each purpose, tool and folder were kept. */
  readonly sorts: Map<string, number>;
}

/** Calls that may lead to calls. Real chains seen have five. */
const MAX_DEPTH = 12;
/** Entries kept for one script. */
const MAX_FOUND = 300;
/** Commands kept that serve one purpose by one tool in one folder. */
const MAX_OF_SORT = 6;
/** Longest text of a hop. */
const MAX_HOP = 80;
/** Tools whose targets have names by convention, where the file that says more cannot be read. */
const BY_CONVENTION: ReadonlySet<BuildTool> = new Set(['tox', 'nox', 'rake', 'nx', 'invoke', 'mage', 'composer']);
/** A variable or expression in the place of a program. */
const TEMPLATED = /^\$\{\{|^\$\((?:foreach|call|eval|if)\b|^\$[({]?[A-Z]\w*[)}]?$/;
/** Words of a command that show it may test, check, build or deploy. */
const SUGGESTIVE =
  /(?:^|[^a-z])(?:tests?|specs?|lint|check|verify|validate|ci|e2e|deploy|release|publish|build|scan|audit)(?:[^a-z]|$)/i;

/** Follows commands through the scripts of the repository. */
export const followOf = oncePerContext((context: RelationContext): Follow => {
  const lookUp = lookUpIn(context);
  const scripts = new Map(artifactsOf(context.inventory, 'shell-script').map(({ path, facts }) => [path, facts]));
  /** What scripts and targets lead to: jobs call the same ones again and again. */
  const known = new Map<string, Growing>();
  const open = new Set<string>();

  const follow: Follow = (script, folder, hint = '') => {
    const into: Growing = { found: new Map(), unseen: new Map(), reached: new Set(), sorts: new Map() };
    walk(script, { through: [], folder, hint, harmless: false, depth: 0, into });
    return grown(into);
  };

  function walk(script: string, trail: Trail): void {
    for (const command of shellCommands(script)) {
      if (trail.into.found.size > MAX_FOUND) return;
      run(command.words, {
        ...trail,
        folder: command.folder === undefined ? trail.folder : within(trail.folder, command.folder),
        harmless: trail.harmless || command.harmless === true,
      });
    }
  }

  function run(written: readonly string[], trail: Trail): void {
    const inner = unwrapped(written, isCallable);
    if ('script' in inner) {
      if (trail.depth < MAX_DEPTH) walk(inner.script, { ...trail, depth: trail.depth + 1 });
      return;
    }
    const { words } = inner;
    const [program] = words;
    if (program === undefined) return;
    const call = scriptCallOf(words);
    if (call && called(call, words, trail)) return;
    const purposes = purposesOfCommand(words, trail.hint);
    for (const { purpose, tool, only } of purposes) add(trail, purpose, tool, [...trail.through, hop(words)], only);
    const recipe = imageRecipeOf(words);
    if (recipe) build(recipe, words, trail);
    if (TEMPLATED.test(program) && purposes.length === 0 && !isKnownProgram(program))
      miss(trail, 'run-time', hop(words), 'what is run is only known then');
    else if (runsImage(words)) miss(trail, 'program', hop(words), 'what the image runs is not known');
    else if (purposes.length === 0 && !call && !isKnownProgram(program) && opaque(words))
      miss(trail, 'program', hop(words), 'what this program does is not known');
  }

  /** True when the call was dealt with; false when the words are a program after all. */
  function called(call: ScriptCall, words: readonly string[], trail: Trail): boolean {
    const next = { ...trail, through: [...trail.through, hop(words)], depth: trail.depth + 1 };
    if (trail.depth >= MAX_DEPTH) miss(trail, 'script', hop(words), 'the calls go on for too long');
    else if (call.to === 'scripts') for (const text of call.scripts) walk(text, next);
    else if (call.to === 'file') return file(call, words, next);
    else {
      const found = lookUp(call, trail.folder);
      for (const target of found) enter(target, call.args, next);
      if (found.length === 0) return unfound(call, words, trail, next);
    }
    return true;
  }

  /** No file has the target: a program of that name, a name by convention, or something that cannot be seen. */
  function unfound(
    call: Extract<ScriptCall, { to: 'targets' }>,
    words: readonly string[],
    trail: Trail,
    next: Trail,
  ): boolean {
    if (purposesOfCommand(words, trail.hint).length > 0) return false;
    if (
      call.orProgram &&
      (call.tool === 'python' || isKnownProgram(call.orProgram[0] ?? '') || call.packages === undefined)
    ) {
      run(call.orProgram, { ...trail, depth: trail.depth + 1 });
      return true;
    }
    const names = call.names.length > 0 ? call.names : ['test'];
    const told = BY_CONVENTION.has(call.tool) ? names.flatMap((name) => purposeOfName(name) ?? []) : [];
    for (const purpose of told) add(trail, purpose, call.tool, next.through);
    if (told.length === 0 && call.ifPresent !== true)
      miss(trail, 'script', hop(words), `no file of ${call.tool} that was read has it`);
    return true;
  }

  function enter(target: BuildTarget, args: readonly string[], trail: Trail): void {
    const key = keyOf(target);
    const lines = target.commands.map(({ text }) => text.replace(/^[@+-]+/, ''));
    // What follows the name of a script is handed to its last command.
    const last = target.tool === 'make' || args.length === 0 ? undefined : lines.pop();
    if (last !== undefined) lines.push(`${last} ${args.join(' ')}`);
    const hint = withName(trail.hint, target.name);
    include(trail, key, `${hint} ${args.join(' ')}`, (inside) => {
      inside.into.reached.add(key);
      const before = target.tool === 'npm' ? [...target.needs, `pre${target.name}`] : target.needs;
      for (const name of before) {
        const [needed] = lookUp({ to: 'targets', tool: target.tool, names: [name], args: [] }, target.folder);
        if (needed && (target.tool !== 'npm' || needed.folder === target.folder)) enter(needed, [], inside);
      }
      for (const line of lines) walk(line, { ...inside, folder: target.folder, hint });
      if (lines.length === 0 && target.needs.length === 0) unread(target, inside);
    });
  }

  /** A target whose commands are written in a program. */
  function unread(target: BuildTarget, trail: Trail): void {
    const purpose = BY_CONVENTION.has(target.tool) ? purposeOfName(target.name) : undefined;
    const through = trail.through.length > 0 ? trail.through : [`${target.tool} ${target.name}`];
    if (purpose !== undefined) add({ ...trail, folder: target.folder }, purpose, target.tool, through);
    else if (SUGGESTIVE.test(target.name))
      miss(trail, 'script', `${target.tool} ${target.name}`, 'what it runs was not read');
  }

  function file({ path, args }: Extract<ScriptCall, { to: 'file' }>, words: readonly string[], trail: Trail): boolean {
    const places = [trail.folder, ''].flatMap((folder) =>
      folder === undefined ? [] : (resolvePath(folder, path) ?? []),
    );
    const own = places.find((one) => scripts.has(one));
    if (own !== undefined) {
      const hint = withName(trail.hint, own.split('/').at(-1) ?? own);
      include(trail, own, `${trail.folder} ${hint}`, (inside) => {
        inside.into.reached.add(own);
        for (const { text } of scripts.get(own)?.commands ?? []) walk(text, { ...inside, hint });
      });
      return true;
    }
    if (
      purposesOfCommand([path, ...args], trail.hint).length > 0 ||
      purposesOfCommand(words, trail.hint).length > 0 ||
      PROGRAM_FOLDERS.test(path)
    )
      return false;
    const there = places.find((one) => context.tree.hasFile(one));
    if (there !== undefined) miss(trail, 'script', hop(words), `${there} is a program that was not read`);
    else if (/\$|\{\{/.test(path) || SUGGESTIVE.test(hop(words)))
      miss(trail, 'run-time', hop(words), 'it is made or fetched while the pipeline runs');
    return true;
  }

  /** Tests and checks may run while an image is built. */
  function build(recipe: ImageRecipe, words: readonly string[], trail: Trail): void {
    const folder = trail.folder === undefined ? undefined : within(trail.folder, recipe.context);
    const from = recipe.file === undefined ? folder : trail.folder;
    const path = folder === undefined ? undefined : within(from, recipe.file ?? 'Dockerfile');
    if (path === undefined || !scripts.has(path)) return;
    const inside = { ...trail, folder, through: [...trail.through, hop(words)] };
    include(inside, path, `${folder}`, (next) => {
      next.into.reached.add(path);
      for (const { text } of scripts.get(path)?.commands ?? []) walk(text, next);
    });
  }

  /**
   * Adds what is known of a script or target entered in this manner, or what `compute` finds: relative to here, so that it
   * holds for every way here.
   */
  function include(trail: Trail, entered: string, manner: string, compute: (inside: Trail) => void): void {
    const key = `${entered} ${manner}`;
    let before = known.get(key);
    if (!before) {
      // A script that leads back to itself adds nothing.
      if (open.has(entered)) return;
      open.add(entered);
      before = { found: new Map(), unseen: new Map(), reached: new Set(), sorts: new Map() };
      compute({ ...trail, through: [], harmless: false, into: before });
      open.delete(entered);
      known.set(key, before);
    }
    const { into, harmless } = trail;
    for (const [name, one] of before.found) {
      const through = [...trail.through, ...one.through];
      if (harmless && !one.harmless) keep(into, `${name} harmless`, { ...one, through, harmless });
      else keep(into, name, { ...one, through });
    }
    for (const [name, one] of before.unseen) into.unseen.set(name, one);
    for (const place of before.reached) into.reached.add(place);
  }

  return follow;
});

function add(
  { into, folder, harmless }: Trail,
  purpose: Purpose,
  tool: string,
  through: readonly string[],
  only?: readonly string[],
): void {
  const one = {
    purpose,
    tool,
    through,
    ...(folder === undefined ? {} : { folder }),
    ...(only ? { only } : {}),
    ...(harmless ? { harmless } : {}),
  };
  keep(into, `${purpose} ${tool} ${folder} ${only?.join(' ')} ${through.at(-1)}${harmless ? ' harmless' : ''}`, one);
}

/** The first way to a command stands for all, and a few commands of a sort for the rest. */
function keep({ found, sorts }: Growing, key: string, one: Followed): void {
  if (found.has(key) || found.size >= MAX_FOUND) return;
  const sort = `${one.purpose} ${one.tool} ${one.folder} ${one.harmless} ${one.only?.join(' ')}`;
  const before = sorts.get(sort) ?? 0;
  if (before >= MAX_OF_SORT) return;
  sorts.set(sort, before + 1);
  found.set(key, one);
}

const miss = ({ into }: Trail, of: UnseenCall['of'], what: string, why: string): void => {
  into.unseen.set(`${what} ${why}`, { of, what, why });
};

const grown = ({ found, unseen, reached }: Growing): Findings => ({
  found: [...found.values()],
  unseen: [...unseen.values()],
  reached,
});

/** Programs before which a variable is a wrapper. */
const isCallable = (word: string): boolean =>
  isKnownProgram(word) || /^(?:make|npm|pnpm|yarn|npx|bash|sh|python3?)$/.test(word);

const withName = (hint: string, name: string): string => (hint.split(' ').includes(name) ? hint : `${hint} ${name}`);

/** How a target is named among those that were reached. */
export const keyOf = ({ at }: Pick<BuildTarget, 'at'>): string => `${at.path}:${at.span?.[0]}`;

const hop = (words: readonly string[]): string => {
  const text = words
    .join(' ')
    .slice(0, 2 * MAX_HOP)
    .replace(/\s+/g, ' ');
  return text.length > MAX_HOP ? `${text.slice(0, MAX_HOP - 1)}…` : text;
};

/** Programs of the system and of the shell, which hide nothing. */
const PLAIN =
  /^(?:\d+|echo|printf|cat|cp|mv|rm|mkdir|rmdir|ln|ls|pwd|chmod|chown|touch|test|\[{1,2}|\(+|true|false|exit|return|export|unset|set|source|\.|eval|local|declare|readonly|read|shift|trap|wait|sleep|kill|pkill|killall|date|uname|whoami|id|which|type|hash|ulimit|umask|find|xargs|grep|egrep|rg|sed|awk|gawk|cut|tr|sort|uniq|wc|head|tail|tee|diff|cmp|patch|tar|gzip|gunzip|zip|unzip|xz|curl|wget|nc|ssh-\w+|gpg|openssl|base64|md5sum|sha\d+sum|jq|yq|envsubst|git|svn|hg|apt|apt-get|dpkg|yum|dnf|apk|brew|choco|pip\d*|pipx|gem|conda|sdkmanager|adb|emulator|systemctl|service|sysctl|modprobe|mount|umount|df|du|free|ps|top|lsof|netstat|ip|ifconfig|iptables|dig|ping|psql|mysql|redis-cli|mongosh|createdb|dropdb|pg_\w+|kind|minikube|k3d|az|aws|gcloud|gsutil|bq|corepack|nvm|rustup|update-alternatives|locale-gen|fallocate|file|stat|basename|dirname|realpath|readlink|seq|expr|bc|tput|clear|getconf|nproc|[A-Z][a-z]+-[A-Z]\w+)$|[=.+"'`{}\\*]|_/;
/** Folders in which installed programs lie. */
const PROGRAM_FOLDERS =
  /(?:^|\/)(?:node_modules\/\.bin|vendor\/bin|\.?venv\/bin|env\/bin|\.tox|usr\/(?:local\/)?bin|\.local\/bin|go\/bin|\.cargo\/bin|\.bin|\.tools|_tools|tools\/bin|hack\/tools\/bin)\//;

/** May it test, check, build or deploy, for all that is known? Functions of the shell (`run_tests`) are read where they stand. */
const opaque = (words: readonly string[]): boolean =>
  !PLAIN.test(words[0] ?? '') &&
  SUGGESTIVE.test(
    words
      .slice(0, 4)
      .filter((word) => !/\s/.test(word))
      .join(' '),
  );
