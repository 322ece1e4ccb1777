import type { Span } from '@shipworthy/model';

/** A notice stands before all else: in so many lines with words, of so many characters. */
const MAX_LINES = 12;
const MAX_CHARACTERS = 2500;
/** Longer lines are paragraphs; their first sentence is looked at. */
const MAX_LINE = 300;

const OVER =
  '(?:deprecated|archived|retired|discontinued|decommissioned|unmaintained|abandoned|obsolete|sunset|superseded|no longer (?:actively |being )?(?:maintained|developed|used|in use|needed)|not (?:actively )?maintained(?: any ?more)?|end[- ]of[- ]life)';
/** Pictures, tags and items of lists. */
const ASIDE = /^\s*(?:!\[|\[!\[|<|[-+*]\s|\d+\.\s)/;
/** Quotes, headings, emphasis, brackets, signs and pictures around words. */
const DECORATION = /^[^\p{L}\p{N}]+/u;
/** `[DEPRECATED]`, `Archived because not used anymore`: the word alone, or with what it is over for. */
const ALONE = new RegExp(
  String.raw`^${OVER}(?:[^\p{L}\p{N}]*$|\s*[\])*_]*\s*[:.!,—–-]|\s+(?:because|since|in favou?r|as of|by|repo|repository|project)\b)`,
  'iu',
);
const THIS = new RegExp(
  String.raw`\b(?:this|the)\s+(?:[\w-]+\s+){0,2}?(?:repo|repository|project|package|library|service|app|application|code|codebase|tool|module|plugin|action|template)\s+(?:is|has been|was|are|will be)\s+(?:(?:now|officially|being|currently)\s+){0,2}${OVER}\b`,
  'i',
);
/** Parts of which a repository has many: only one's own page says `this`. */
const THIS_PART = new RegExp(
  String.raw`\bthis\s+(?:[\w-]+\s+){0,2}?(?:chart|crate|gem|role|image|operator|provider)\s+(?:is|has been|was|will be)\s+(?:(?:now|officially|being|currently)\s+){0,2}${OVER}\b`,
  'i',
);
const NAMED = new RegExp(
  String.raw`^[*_\x60]*([\p{L}\p{N}_.-]{3,60})[*_\x60]*\s+(?:is|has been|was)\s+(?:now\s+|officially\s+)?${OVER}\b`,
  'iu',
);

/** The words of the page's first lines that say that what it speaks for is over. */
export function retirementIn(text: string, title: string): Span | undefined {
  let offset = 0;
  let seen = 0;
  const named = plain(title);
  for (const whole of text.slice(0, MAX_CHARACTERS).split('\n')) {
    const start = offset;
    offset += whole.length + 1;
    const line = whole.slice(0, MAX_LINE);
    const bare = line.replace(DECORATION, '');
    if (!/\p{L}{3}/u.test(bare) || ASIDE.test(line)) continue;
    if (++seen > MAX_LINES) return undefined;
    const subject = NAMED.exec(bare)?.[1];
    if (
      ALONE.test(bare) ||
      THIS.test(line) ||
      THIS_PART.test(line) ||
      (subject !== undefined && named.includes(plain(subject)))
    )
      return [start, start + whole.trimEnd().length];
  }
  return undefined;
}

/** Written alike whatever stands between the words. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
