import type { BuildTool, Place, PurposeFound, RelationContext } from '@shipworthy/model';
import { artifactsOf } from '@shipworthy/model';
import { resolvePath } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';
import { type BuildTarget, type BuildTargets, buildTargetsOf } from './build-targets.ts';
import { purposeOfName } from './names.ts';
import { isKnownProgram, purposesOfCommand } from './program-purposes.ts';
import { type ScriptCall, scriptCallOf } from './script-calls.ts';
import { shellCommands } from './shell-commands.ts';
import { unwrapped } from './wrappers.ts';

/** Where a chain of calls has come to. */
export interface Trail {
  /** Place in the pipeline that started it. */
  readonly at: Place;
  /** Calls so far, as written. */
  readonly through: readonly string[];
  /** Folder that commands run in; undefined when only a run would tell. */
  readonly folder: string | undefined;
  /** Names of the targets on the way. */
  readonly hint: string;
  readonly harmless?: Place;
}

/** What following finds; it grows while it is filled. */
export interface Findings {
  readonly found: PurposeFound[];
  readonly unseen: { readonly what: string; readonly why: string; readonly at: Place }[];
  /** Targets that were run on the way, by `path:offset`. */
  readonly reached: Set<string>;
}

/** Calls that may lead to calls. Real chains seen have five. */
const MAX_DEPTH = 12;
/** Commands looked at for one job; the largest seen takes 3,000. */
const MAX_COMMANDS = 10_000;
/** Entries kept for one job. */
const MAX_FOUND = 400;
/** Longest text of a hop. */
const MAX_HOP = 80;
/** Tools whose targets have names by convention, where the file that says more cannot be read. */
const BY_CONVENTION: ReadonlySet<BuildTool> = new Set(['tox', 'nox', 'rake', 'nx', 'invoke', 'mage', 'composer']);
/** Words of a command that show it may test, check, build or deploy. */
const SUGGESTIVE =
  /(?:^|[^a-z])(?:tests?|specs?|lint|check|verify|validate|ci|e2e|deploy|release|publish|build|scan|audit)(?:[^a-z]|$)/i;

export interface Follower {
  /** Adds what the script does to the findings. */
  script(text: string, trail: Trail, into: Findings): void;
  readonly targets: BuildTargets;
}

/** Follows commands through the scripts of the repository. */
export const followerOf = oncePerContext((context: RelationContext): Follower => {
  const targets = buildTargetsOf(context);
  const scripts = new Map(artifactsOf(context.inventory, 'shell-script').map(({ path, facts }) => [path, facts]));
  const packages = packageFolders(context);
  let budget = 0;

  function script(text: string, trail: Trail, into: Findings, depth: number): void {
    for (const command of shellCommands(text)) {
      if (++budget > MAX_COMMANDS || into.found.length > MAX_FOUND) return;
      const folder = command.folder === undefined ? trail.folder : within(trail.folder, command.folder);
      const harmless = trail.harmless ?? (command.harmless ? trail.at : undefined);
      run(command.words, { ...trail, folder, ...(harmless ? { harmless } : {}) }, into, depth);
    }
  }

  function run(written: readonly string[], trail: Trail, into: Findings, depth: number): void {
    const inner = unwrapped(written);
    if ('script' in inner) {
      if (depth < MAX_DEPTH) script(inner.script, trail, into, depth + 1);
      return;
    }
    const { words } = inner;
    if (words.length === 0) return;
    const call = scriptCallOf(words);
    if (call && follow(call, words, trail, into, depth)) return;
    const text = hop(words);
    const purposes = purposesOfCommand(words, trail.hint);
    for (const { purpose, tool, only } of purposes)
      into.found.push({
        purpose,
        at: trail.at,
        tool,
        through: [...trail.through, text],
        ...(trail.folder === undefined ? {} : { folder: trail.folder }),
        ...(only ? { only } : {}),
        ...(trail.harmless ? { harmless: trail.harmless } : {}),
      });
    if (purposes.length === 0 && !call && !isKnownProgram(words[0] ?? '') && opaque(words))
      into.unseen.push({ what: text, why: 'what this program does is not known', at: trail.at });
  }

  /** True when the call was dealt with; false when the words are a program after all. */
  function follow(call: ScriptCall, words: readonly string[], trail: Trail, into: Findings, depth: number): boolean {
    const through = [...trail.through, hop(words)];
    const miss = (why: string) => {
      into.unseen.push({ what: hop(words), why, at: trail.at });
    };
    if (depth >= MAX_DEPTH) {
      miss('the calls go on for too long');
      return true;
    }
    if (call.to === 'scripts') {
      for (const text of call.scripts) script(text, { ...trail, through }, into, depth + 1);
      return true;
    }
    if (call.to === 'file') return file(call, { ...trail, through }, into, depth, miss);
    const found = lookUp(call, trail.folder);
    for (const target of found) enter(target, call, { ...trail, through }, into, depth);
    if (found.length > 0) return true;
    if (call.orProgram) {
      const [program = ''] = call.orProgram;
      if (call.tool === 'python' || isKnownProgram(program) || call.packages === undefined) {
        if (isKnownProgram(words[0] ?? '') && purposesOfCommand(words, trail.hint).length > 0) return false;
        run(call.orProgram, trail, into, depth + 1);
        return true;
      }
    }
    let told = false;
    for (const name of call.names.length > 0 || !BY_CONVENTION.has(call.tool) ? call.names : ['test']) {
      const purpose = BY_CONVENTION.has(call.tool) ? purposeOfName(name) : undefined;
      if (purpose === undefined) continue;
      told = true;
      into.found.push({
        purpose,
        at: trail.at,
        tool: call.tool,
        through,
        ...(trail.folder === undefined ? {} : { folder: trail.folder }),
        ...(trail.harmless ? { harmless: trail.harmless } : {}),
      });
    }
    if (!told && isKnownProgram(words[0] ?? '') && purposesOfCommand(words, trail.hint).length > 0) return false;
    if (!told && call.ifPresent !== true) miss(`no file of ${call.tool} that was read has it`);
    return true;
  }

  function lookUp(call: Extract<ScriptCall, { to: 'targets' }>, from: string | undefined): readonly BuildTarget[] {
    const folder = call.folder === undefined ? from : within(from, call.folder);
    const { tool, names, packages: chosen } = call;
    // Where the folder is not known, every target of the name may be meant.
    const everywhere = chosen === 'all' || folder === undefined;
    if (names.length === 0) return folder === undefined ? [] : targets.usual(tool, folder);
    return names.flatMap((name) => {
      const tools: readonly BuildTool[] = tool === 'nx' ? ['nx', 'npm'] : [tool];
      const pattern = name.endsWith('*') ? name.replace(/\*+$/, '') : undefined;
      if (pattern !== undefined)
        return targets.all.filter(
          (one) => one.tool === tool && one.name.startsWith(pattern) && (folder === undefined || one.folder === folder),
        );
      if (everywhere) return tools.flatMap((one) => targets.below(one, '', name));
      if (chosen !== undefined) return inPackages(name, chosen, folder);
      const found = targets.find(tool, folder, name);
      return found ? [found] : [];
    });
  }

  function inPackages(name: string, chosen: readonly string[], folder: string): readonly BuildTarget[] {
    const all = targets.below('npm', '', name);
    const picked = all.filter((target) =>
      chosen.some((one) => {
        const plain = one
          .replace(/^\.\.\.|\.\.\.$/g, '')
          .replace(/^[{]?\.?\/?/, '')
          .replace(/[}]$/, '')
          .replace(/\/$/, '');
        const named = packages.get(target.folder);
        if (/[*!$]/.test(plain)) return true;
        return (
          named === plain ||
          named?.split('/').at(-1) === plain ||
          target.folder === plain ||
          target.folder === resolvePath(folder, plain) ||
          target.folder.endsWith(`/${plain}`)
        );
      }),
    );
    return picked.length > 0 ? picked : chosen.some((one) => /[*!$.[]/.test(one)) ? all : [];
  }

  function enter(
    target: BuildTarget,
    call: Extract<ScriptCall, { to: 'targets' }>,
    trail: Trail,
    into: Findings,
    depth: number,
  ): void {
    const key = `${target.at.path}:${target.at.span?.[0]}`;
    // A second way to the same target is a second finding only from another place of the pipeline.
    const visit = `${key}@${trail.at.path}:${trail.at.span?.[0]}:${trail.harmless ? 1 : 0}`;
    if (into.reached.has(visit)) return;
    into.reached.add(visit);
    into.reached.add(key);
    const inside = { ...trail, folder: target.folder, hint: `${trail.hint} ${target.name}` };
    const around = target.tool === 'npm' ? [`pre${target.name}`, `post${target.name}`] : [];
    for (const name of [...target.needs, ...around.slice(0, 1)]) {
      const needed = targets.find(target.tool, target.folder, name);
      if (needed && needed.at.path !== undefined && (around.length === 0 || needed.folder === target.folder))
        enter(needed, { ...call, names: [name], args: [] }, inside, into, depth + 1);
    }
    const lines = target.commands.map(({ text }) => text);
    const last = lines.at(-1);
    const text =
      last === undefined || call.args.length === 0 || target.tool === 'make'
        ? lines
        : [...lines.slice(0, -1), `${last} ${call.args.join(' ')}`];
    if (lines.length > 0) for (const line of text) script(line.replace(/^[@+-]+/, ''), inside, into, depth + 1);
    else if (target.needs.length === 0) {
      const purpose = purposeOfName(target.name);
      if (purpose !== undefined && BY_CONVENTION.has(target.tool))
        into.found.push({
          purpose,
          at: trail.at,
          tool: target.tool,
          through: trail.through,
          folder: target.folder,
          ...(trail.harmless ? { harmless: trail.harmless } : {}),
        });
      else if (SUGGESTIVE.test(target.name))
        into.unseen.push({
          what: trail.through.at(-1) ?? target.name,
          why: `what ${target.name} runs was not read`,
          at: trail.at,
        });
    }
  }

  function file(
    { path, args }: Extract<ScriptCall, { to: 'file' }>,
    trail: Trail,
    into: Findings,
    depth: number,
    miss: (why: string) => void,
  ): boolean {
    const places = [trail.folder, ''].flatMap((folder) =>
      folder === undefined ? [] : (resolvePath(folder, path) ?? []),
    );
    const own = places.find((one) => scripts.has(one));
    if (own !== undefined) {
      const key = `${own}@${trail.at.path}:${trail.at.span?.[0]}`;
      if (into.reached.has(key)) return true;
      into.reached.add(key);
      into.reached.add(own);
      const name = own.split('/').at(-1) ?? own;
      for (const { text } of scripts.get(own)?.commands ?? [])
        script(text, { ...trail, hint: `${trail.hint} ${name}` }, into, depth + 1);
      return true;
    }
    if (purposesOfCommand([path, ...args], trail.hint).length > 0) return false;
    const there = places.find((one) => context.tree.hasFile(one));
    if (there === undefined && !/\$|\{\{/.test(path) && !SUGGESTIVE.test([path, ...args].join(' '))) return true;
    miss(
      there === undefined ? 'it is made or fetched while the pipeline runs' : `${there} is a program that was not read`,
    );
    return true;
  }

  return {
    targets,
    script(text, trail, into) {
      budget = 0;
      script(text, trail, into, 0);
    },
  };
});

const hop = (words: readonly string[]): string => {
  const text = words.join(' ').replace(/\s+/g, ' ');
  return text.length > MAX_HOP ? `${text.slice(0, MAX_HOP - 1)}…` : text;
};

/** The folder that is reached from another; undefined when only a run would tell. */
export function within(folder: string | undefined, written: string): string | undefined {
  const plain = written.replace(
    /^\$(?:\{\{\s*github\.workspace\s*\}\}|\{?(?:GITHUB_WORKSPACE|CI_PROJECT_DIR|PWD|ROOT|ROOT_DIR|REPO_ROOT|CURDIR)\}?|\(CURDIR\))(?=\/|$)\/?/,
    '/',
  );
  if (/[$`]|\{\{/.test(plain)) return undefined;
  if (plain.startsWith('/')) return resolvePath('', plain.slice(1)) ?? undefined;
  return folder === undefined ? undefined : resolvePath(folder, plain);
}

/** Programs of the system and of the shell, which hide nothing. */
const PLAIN =
  /^(?:echo|printf|cat|cp|mv|rm|mkdir|rmdir|ln|ls|pwd|chmod|chown|touch|test|\[{1,2}|\(+|true|false|exit|return|export|unset|set|source|\.|eval|local|declare|readonly|read|shift|trap|wait|sleep|kill|pkill|killall|date|uname|whoami|id|which|type|hash|ulimit|umask|find|xargs|grep|egrep|rg|sed|awk|gawk|cut|tr|sort|uniq|wc|head|tail|tee|diff|cmp|patch|tar|gzip|gunzip|zip|unzip|xz|curl|wget|nc|ssh-\w+|gpg|openssl|base64|md5sum|sha\d+sum|jq|yq|envsubst|git|svn|hg|apt|apt-get|dpkg|yum|dnf|apk|brew|choco|pip\d*|pipx|gem|conda|sdkmanager|adb|emulator|systemctl|service|sysctl|modprobe|mount|umount|df|du|free|ps|top|lsof|netstat|ip|ifconfig|iptables|dig|ping|psql|mysql|redis-cli|mongosh|createdb|dropdb|pg_\w+|kind|minikube|k3d|az|aws|gcloud|gsutil|bq|docker-credential-\w+|corepack|nvm|rustup|update-alternatives|locale-gen|fallocate|file|stat|basename|dirname|realpath|readlink|seq|expr|bc|tput|clear|getconf|nproc|powershell|Set-\w+|Get-\w+|New-\w+|Write-\w+|Remove-\w+|Copy-\w+|Invoke-\w+|Start-\w+|\w+=.*)$/i;

/** May it test, check, build or deploy, for all that is known? */
const opaque = (words: readonly string[]): boolean => !PLAIN.test(words[0] ?? '') && SUGGESTIVE.test(words.join(' '));

/** The names of npm's packages by their folder. */
function packageFolders(context: RelationContext): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { path, facts } of artifactsOf(context.inventory, 'dependency-manifest'))
    if (facts.ecosystem === 'npm' && facts.name !== undefined)
      names.set(path.slice(0, Math.max(0, path.lastIndexOf('/'))), facts.name);
  return names;
}
