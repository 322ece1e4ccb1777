import type { AlertFacts } from '@shipworthy/model';
import type { SourceText } from '../formats/template/index.ts';
import type { YamlMap } from '../formats/yaml/index.ts';

type Blank = NonNullable<AlertFacts['blanks']>[number];

/** A value that is nothing but a promise. `N/A` is an answer. */
const WHOLE = /^["']?\s*(?:todo|tbd|tba|fixme|wip|changeme|placeholder|coming soon|\?{2,})\s*[.:!]?["']?$/i;
/**
 * A hole in a text: capitals so that "to do" in another language is none, `xxx` only as a word of its own (`pod-xxx`
 * is a sample), brackets only around an order to the author (`<namespace>` is for the reader to fill in).
 */
const HOLE =
  /(?<![\w-])(?:TODO|TBD|FIXME|xxx+|XXX+)(?![\w-])|\b[Ll]orem ipsum\b|[<[](?:[Ii]nsert|[Ff]ill in|[Dd]escribe|todo|TODO|tbd|TBD|placeholder|[Rr]eplace)\b[^<>[\]\n]{0,60}[>\]](?!\()/g;

/** Words in the annotations of a rule that stand for text nobody wrote, with exact places also inside block scalars. */
export function blanksIn(rule: YamlMap, text: SourceText): readonly Blank[] {
  const blanks: Blank[] = [];
  for (const { key, value } of rule.map('annotations')?.entries ?? []) {
    if (value.kind !== 'scalar' || value.isNull) continue;
    const [start, end] = value.span;
    const written = text.original.slice(start, end);
    const whole = WHOLE.test(written.trim());
    if (whole) blanks.push({ field: `annotations.${key}`, what: value.text.trim(), at: text.place(value.span) });
    for (const hole of whole ? [] : written.matchAll(HOLE)) {
      const from = start + hole.index;
      blanks.push({ field: `annotations.${key}`, what: hole[0], at: text.place([from, from + hole[0].length]) });
    }
  }
  return blanks;
}
