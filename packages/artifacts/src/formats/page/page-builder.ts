import type { DocumentFacts, FenceFacts, LinkFacts, MentionFacts, SectionFacts, Span } from '@shipworthy/model';
import { detached } from '../../text/detached.ts';
import { BuildCalls } from './build-calls.ts';
import { isCommand, isCommandBlock, isCommandLine, SHELL_LANGUAGES } from './commands.ts';
import { pathInCodeSpan, pathsInCommands } from './mentions.ts';
import { isBarePlaceholder, isPlaceholder, isPointer, MAX_PLACEHOLDER_WORDS, promisedIn } from './placeholder.ts';
import { sentenceBit, sentenceMask, sentenceNames } from './sentences.ts';
import { Slugs } from './slugs.ts';
import { countWords } from './words.ts';

/** Longest first line kept of a fenced block. */
const MAX_FIRST_LINE = 200;
/** So many words of a section are read for what they say; what a runbook answers stands before that. */
const MAX_SAYING_WORDS = 1500;
/** So much of what follows a command is looked at for whether it still exists. */
const SAID_BEHIND = 60;
/** Level of the pseudo section that a line of bold text opens. */
export const BOLD_LEVEL = 7;

interface OpenSection {
  readonly level: number;
  readonly heading: string;
  readonly slug: string;
  readonly at: Span;
  readonly bodyStart: number;
  bodyEnd: number;
  words: number;
  steps: number;
  bullets: number;
  tableRows: number;
  commands: number;
  links: number;
  says: number;
  /** The first texts of the body, while they may still be a placeholder. */
  texts: { readonly text: string; readonly start: number }[] | undefined;
  readonly blanks: NonNullable<SectionFacts['blanks']>[number][];
}

type Format = DocumentFacts['format'];

/** Collects what a page's scanner finds into facts. Calls must come in the order of the page. */
export class PageBuilder {
  readonly #text: string;
  readonly #format: Format;
  readonly #frontMatter: Readonly<Record<string, string>>;
  readonly #slugs = new Slugs();
  readonly #sections: OpenSection[] = [];
  readonly #anchors = new Set<string>();
  readonly #links: LinkFacts[] = [];
  readonly #mentions: MentionFacts[] = [];
  readonly #fences: FenceFacts[] = [];
  readonly #calls = new BuildCalls();
  #current: OpenSection;

  /** Prose is read for what it says; without, its sections only tell whether there is any. */
  readonly readsProse: boolean;

  /**
   * @param readsProse false for pages that are only a source and target of links: reading prose is half of a page's cost
   * @param bodyStart where the text begins, behind the front matter
   */
  constructor(
    text: string,
    format: Format,
    readsProse = true,
    bodyStart = 0,
    frontMatter: Readonly<Record<string, string>> = {},
  ) {
    this.readsProse = readsProse;
    this.#text = text;
    this.#format = format;
    this.#frontMatter = frontMatter;
    this.#current = this.#open(0, '', '', [bodyStart, bodyStart], bodyStart);
  }

  #open(level: number, heading: string, slug: string, at: Span, bodyStart: number): OpenSection {
    const last = this.#sections.at(-1);
    if (last) last.bodyEnd = Math.max(last.bodyStart, at[0]);
    const section: OpenSection = {
      level,
      heading,
      slug,
      at,
      bodyStart,
      bodyEnd: this.#text.length,
      words: 0,
      steps: 0,
      bullets: 0,
      tableRows: 0,
      commands: 0,
      links: 0,
      says: 0,
      texts: [],
      blanks: [],
    };
    this.#sections.push(section);
    return section;
  }

  /**
   * A heading of level 1 to 6, or of `BOLD_LEVEL`, which has no anchor.
   * @param spaced the text with its runs of spaces, each of which is a hyphen of the anchor
   */
  heading(level: number, text: string, at: Span, spaced = text): void {
    const slug = level === BOLD_LEVEL ? '' : this.#slugs.of(spaced);
    this.#current = this.#open(level, detached(text), slug, at, Math.min(this.#text.length, at[1]));
  }

  /**
   * A stretch of prose without its markup.
   * @param lone a paragraph of one line that stands in no list, quote or table
   */
  prose(plain: string, start: number, lone = false): void {
    const section = this.#current;
    if (!this.readsProse) {
      section.words = 1;
      section.texts = undefined;
      return;
    }
    if (lone && isBarePlaceholder(plain)) this.#blank(plain.trim(), start);
    // A copy in lower case is also no slice of the page any more, and its units are read several times faster.
    const lower = plain.toLowerCase();
    const words = countWords(lower);
    section.words += words;
    if (words > 1 && section.words < MAX_SAYING_WORDS) section.says = sentenceMask(lower, section.says);
    if (!section.texts) return;
    if (section.words > MAX_PLACEHOLDER_WORDS) section.texts = undefined;
    else if (plain.trim() !== '') section.texts.push({ text: plain.trim(), start });
  }

  item(ordered: boolean): void {
    if (ordered) this.#current.steps++;
    else this.#current.bullets++;
  }

  row(): void {
    this.#current.tableRows++;
  }

  anchor(name: string): void {
    this.#anchors.add(detached(name));
  }

  link(form: LinkFacts['form'], target: string, text: string, at: Span): void {
    this.#current.links++;
    this.#links.push({
      form,
      target: detached(target),
      text: detached(text),
      at,
      section: this.#sections.length - 1,
    });
  }

  /** A code span. */
  code(content: string, at: Span): void {
    if (isCommand(content)) {
      this.#current.commands++;
      this.#current.says |= sentenceBit('diagnosis');
    }
    this.#calls.span(content, at[0], this.#sections.length - 1, this.#text.slice(at[1], at[1] + SAID_BEHIND));
    const value = pathInCodeSpan(content);
    if (value !== undefined)
      this.#mentions.push({ value: detached(value), where: 'code-span', at: trimmed(content, at) });
  }

  /** A block of code; `info` is what stands behind the opening marks. */
  fence(info: string, at: Span, content: Span): void {
    const language = (/^[\w+#.-]+/.exec(info)?.[0] ?? /^\{\s*\.?([\w-]+)/.exec(info)?.[1] ?? '').toLowerCase();
    const text = this.#text.slice(content[0], content[1]);
    const lines = text.split('\n').filter((line) => /^\s*(?!#|\/\/)\S/.test(line));
    const first = (lines[0] ?? text.trim().split('\n')[0] ?? '').trim().slice(0, MAX_FIRST_LINE);
    this.#fences.push({
      language,
      at,
      section: this.#sections.length - 1,
      lines: lines.length,
      first: detached(first),
    });
    this.#current.texts = undefined;
    const promise = lines.length === 0 ? promisedIn(text) : undefined;
    if (promise !== undefined) {
      this.#blank(promise, content[0]);
      return;
    }
    if (isCommandBlock(language, first)) {
      this.#current.commands++;
      this.#current.says |= sentenceBit('diagnosis');
    }
    if (!SHELL_LANGUAGES.has(language) && !(language === '' && isCommandLine(first))) return;
    this.#calls.fence(text, content[0], this.#sections.length - 1);
    for (const { value, at: offset } of pathsInCommands(text)) {
      const start = content[0] + offset;
      this.#mentions.push({ value: detached(value), where: 'fence', at: [start, start + value.length] });
    }
  }

  #blank(text: string, from: number): void {
    const start = Math.max(from, this.#text.indexOf(text, from));
    this.#current.blanks.push({ text, at: [start, start + text.length] });
  }

  finish(title?: string): DocumentFacts {
    const first = this.#sections[0];
    // A page that begins with a heading has no section of level 0.
    const skip = first && this.#sections.length > 1 && isEmpty(first) && this.#fences[0]?.section !== 0;
    const shift = skip ? 1 : 0;
    const sections = this.#sections.slice(shift).map((section) => this.#facts(section));
    const named = title ?? this.#frontMatter.title ?? sections.find((section) => isTitle(section))?.heading;
    return {
      format: this.#format,
      ...(named ? { title: named } : {}),
      frontMatter: this.#frontMatter,
      sections,
      anchors: [...this.#anchors],
      links: this.#links.map((link) => ({ ...link, section: link.section - shift })),
      mentions: this.#mentions,
      fences: this.#fences.map((fence) => ({ ...fence, section: fence.section - shift })),
      ...(this.#calls.found.length > 0
        ? { commands: this.#calls.found.map((call) => ({ ...call, section: call.section - shift })) }
        : {}),
    };
  }

  #facts(section: OpenSection): SectionFacts {
    const { level, heading, slug, words, steps, bullets, tableRows, commands, links, blanks } = section;
    const blank = this.#placeholder(section);
    const body: Span = [section.bodyStart, section.bodyEnd];
    const at = level === 0 ? this.#firstLine(section) : section.at;
    const says = sentenceNames(section.says);
    const facts = { level, heading, slug, at, body, words, steps, bullets, tableRows, commands, links, says };
    return { ...facts, ...blank, ...(blank.placeholder === undefined && blanks.length > 0 ? { blanks } : {}) };
  }

  #firstLine({ bodyStart, bodyEnd }: OpenSection): Span {
    const offset = this.#text.slice(bodyStart, bodyEnd).search(/\S/);
    if (offset < 0) return [bodyStart, bodyStart];
    const start = bodyStart + offset;
    const newline = this.#text.indexOf('\n', start);
    const end = newline < 0 ? this.#text.length : newline;
    return [start, this.#text.charCodeAt(end - 1) === 13 ? end - 1 : end];
  }

  /** The body is a placeholder and nothing else; "TODO" above "See the manual" is one too. */
  #placeholder(section: OpenSection): Pick<SectionFacts, 'placeholder' | 'placeholderAt'> {
    const first = section.texts?.[0];
    if (!first || section.commands > 0 || !isPlaceholder(first.text)) return {};
    if (!section.texts?.every(({ text }) => isPlaceholder(text) || (section.links > 0 && isPointer(text)))) return {};
    const offset = this.#text.slice(first.start, section.bodyEnd + first.text.length).indexOf(first.text);
    const start = first.start + (offset >= 0 && first.start + offset < section.bodyEnd ? offset : 0);
    return {
      placeholder: detached(first.text),
      placeholderAt: [start, Math.min(start + first.text.length, section.bodyEnd)],
    };
  }
}

function isEmpty({ words, links, steps, bullets, tableRows }: OpenSection): boolean {
  return words + links + steps + bullets + tableRows === 0;
}

function isTitle(section: SectionFacts): boolean {
  return section.level > 0 && section.level < BOLD_LEVEL;
}

function trimmed(content: string, at: Span): Span {
  const lead = content.length - content.trimStart().length;
  const start = at[0] + lead;
  return [start, start + content.trim().length];
}
