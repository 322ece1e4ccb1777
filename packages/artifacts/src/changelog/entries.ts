import type { ChangelogEntryFacts, ChangelogFacts, DocumentFacts, Span } from '@shipworthy/model';
import { versionIn } from './version-heading.ts';

/** Versions kept of one changelog: the newest are at an end of the file, and the longest seen has 900. */
const MAX_ENTRIES = 2000;
const UNDERLINE = /^([=\-~*^#+])\1{2,}\s*$/;

type Entries = Pick<ChangelogFacts, 'entries' | 'unreleased'>;

interface Headed {
  readonly heading: string;
  readonly at: Span;
  /** Text before the next heading that is as high. */
  readonly empty: boolean;
}

/** The versions that headings announce. */
export function entriesOfPage({ sections }: DocumentFacts): Entries {
  return entriesOf(
    sections.flatMap(({ level, heading, at, words, bullets, steps }, index) => {
      if (level === 0) return [];
      let filled = words + bullets + steps > 0;
      for (let next = index + 1; !filled; next++) {
        const below = sections[next];
        if (!below || below.level <= level) break;
        filled = below.words + below.bullets + below.steps > 0;
      }
      return [{ heading, at, empty: !filled }];
    }),
  );
}

/** The versions of a text without known markup: lines at the margin with an underline, a blank line or a list below. */
export function entriesOfText(text: string): Entries {
  const lines = text.split('\n');
  const headed: Headed[] = [];
  let at = 0;
  lines.forEach((raw, index) => {
    const line = raw.trimEnd();
    const below = lines[index + 1]?.trimEnd() ?? '';
    const heading = line.replace(/^(?:=+|h[1-6]\.|\*+|#+)\s+/, '').replace(/:$/, '');
    const marked = heading !== line && !/^\*\s/.test(line);
    if (/^\S/.test(line) && (marked || UNDERLINE.test(below) || /^(?:\s*$|\s+\S|[-*+]\s)/.test(below)))
      headed.push({ heading, at: [at, at + line.length], empty: false });
    at += raw.length + 1;
  });
  return entriesOf(headed);
}

function entriesOf(headed: readonly Headed[]): Entries {
  const entries: ChangelogEntryFacts[] = [];
  let unreleased: ChangelogFacts['unreleased'];
  for (const { heading, at, empty } of headed) {
    const found = versionIn(heading);
    if (!found) continue;
    if (!found.released) unreleased ??= { at, empty };
    else if (entries.length < MAX_ENTRIES)
      entries.push({
        version: found.version,
        ...(found.package === undefined ? {} : { package: found.package }),
        ...(found.date === undefined ? {} : { date: found.date }),
        at,
      });
  }
  return { entries, ...(unreleased ? { unreleased } : {}) };
}
