import type { CommandFacts } from '@shipworthy/model';
import { detached } from '../../text/detached.ts';

/** Longest call that is kept. */
const MAX_LINE = 200;
/** Calls kept of one page; a page with more is a log. */
const MAX_CALLS = 500;

const TOOL = /^(?:g?make|npm|pnpm|yarn|bun|just|task)[ \t]+\S|^\.\/[\w./-]+/;
/** What stands before a program: a prompt, a variable for it alone, another user's rights, a stopwatch. */
const LEAD = /^(?:[$%]\s+|sudo\s+|time\s+|env\s+|[A-Z_][A-Z\d_]*=(?:"[^"]*"|'[^']*'|\S*)\s+)/;
/** Whether a block has anything of interest; most have not. */
const ANY = /(?:^|[\s;&`$])(?:g?make|npm|pnpm|yarn|bun|just|task|cd|pushd)\s|\bgit clone\b|\.\//;
const CHANGES_FOLDER = /^(?:cd|pushd)\s+("[^"]+"|'[^']+'|\S+)/;
const CLONES = /^git clone\s/;
/** Folders remembered of one page; later ones are as good as the last of these. */
const MAX_FOLDERS = 20;
/** Later commands of the block run on another machine, in a container, or in what was just unpacked. */
const LEAVES =
  /^(?:ssh|vagrant|minikube ssh|(?:docker|podman|nerdctl)(?:[ -]compose)? (?:run|exec)|kubectl (?:exec|run)|lxc|chroot|tar|unzip|wget|\.\/configure|cmake|autoreconf)\b/;
/** What is told behind a command that nobody is to type any more. */
const GONE =
  /^`?\s{1,3}(?:(?:command|target|script|task|step)s?\s)?(?:(?:has|have) been|was|were|is|are)\s(?:now\s)?(?:removed|dropped|deleted|gone|deprecated|renamed|replaced|retired|no longer)\b/;
const BACK = /^(?:-|\.|(?:\.\.\/?)+)$/;

/** Collects the calls of build scripts of one page, in its order. */
export class BuildCalls {
  readonly #found: CommandFacts[] = [];
  readonly #folders: string[] = [];
  #cloned: string | undefined;

  get found(): readonly CommandFacts[] {
    return this.#found;
  }

  /** A code span whose content stands at `start`. `after`: the text behind it. */
  span(content: string, start: number, section: number, after = ''): void {
    if (!TOOL.test(content.trimStart()) || content.includes('\n') || GONE.test(after)) return;
    this.#add(content.trim(), 'code-span', start + content.length - content.trimStart().length, section, false);
  }

  /** The text of a fenced block of shell commands that stands at `start`. */
  fence(text: string, start: number, section: number): void {
    if (!ANY.test(text)) return;
    const session = /^\s*\$ /m.test(text);
    let elsewhere = false;
    let at = start;
    for (const line of text.split('\n')) {
      if (!session || /^\s*\$ /.test(line)) {
        let offset = at;
        for (const part of line.split(/(&&|;)/)) {
          elsewhere = this.#part(part, offset, section, elsewhere) || elsewhere;
          offset += part.length;
        }
      }
      at += line.length + 1;
    }
  }

  /** One command; true when those after it run elsewhere. */
  #part(part: string, offset: number, section: number, elsewhere: boolean): boolean {
    let text = part.trimStart();
    for (let lead = LEAD.exec(text); lead; lead = LEAD.exec(text)) text = text.slice(lead[0].length);
    const folder = CHANGES_FOLDER.exec(text)?.[1]?.replace(/^["']|["']$/g, '');
    if (folder !== undefined && !BACK.test(folder) && this.#folders.length < MAX_FOLDERS)
      this.#folders.push(detached(folder.slice(0, MAX_LINE)));
    if (CLONES.test(text)) this.#cloned = clonedName(text.slice(0, MAX_LINE)) ?? this.#cloned;
    if (LEAVES.test(text)) return true;
    if (TOOL.test(text)) this.#add(text.trimEnd(), 'fence', offset + part.length - text.length, section, elsewhere);
    return false;
  }

  #add(text: string, where: CommandFacts['where'], start: number, section: number, elsewhere: boolean): void {
    if (this.#found.length >= MAX_CALLS) return;
    const line = text.slice(0, MAX_LINE);
    this.#found.push({
      line: detached(line),
      where,
      at: [start, start + line.length],
      section,
      ...(this.#folders.length > 0 ? { folders: [...this.#folders] } : {}),
      ...(this.#cloned === undefined ? {} : { cloned: this.#cloned }),
      ...(elsewhere ? { elsewhere: true as const } : {}),
    });
  }
}

/** `cart` of `git clone --depth 1 git@forge.example:acme/cart.git`. */
function clonedName(command: string): string | undefined {
  const address = command.split(/\s+/).find((word) => /[/:]/.test(word) && !word.startsWith('-'));
  const name = address?.replace(/["'/]+$/, '').replace(/\.git$/, '');
  return name === undefined
    ? undefined
    : detached(name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1));
}
