import {
  DEFAULT_VOCABULARY,
  type DocumentFacts,
  type LimitFacts,
  namesTopic,
  type SectionFacts,
} from '@shipworthy/model';
import { weighsOrReports } from '../document/weighs.ts';
import { type Budget, spanAt } from './json-budgets.ts';

/** A time or a range of times, with what makes it a limit in front or behind. */
const TIME =
  /(?:<=?|≤|&lt;)?\s?\d[\d.,]*(?:\s?(?:ms|s|sec|seconds?|min|minutes?))?(?:\s?(?:[–—-]|to|bis|à)\s?\d[\d.,]*)?\s?(?:ms|milliseconds?|seconds?|sec|s|minutes?|min)\b/i;
const LIMIT_WORD =
  /<|≤|&lt;|\bunder\b|\bwithin\b|\bbelow\b|\bless than\b|\bat most\b|\bup to\b|\bmax(?:imum|\.)?\b|\bno more than\b|\bp\d{2}(?:\.\d)?\b|\bpercentile\b|\bbudget\b|\btarget\b|\bgoal\b|\bunter\b|\bhöchstens\b|\bmoins de\b|\bmenos de\b|\bunder\b|\d\s?[–—-]\s?\d|以内|以下|未満/i;
/** A promise in so many words: `p95 <= 200ms`, "200 ms or less", "must answer within 2 s". */
const PROMISE =
  /\bp\d{2}(?:\.\d+)?\b[^|\n]{0,20}?(?:<=?|≤|&lt;|under|below|within|less than)\s?\d[\d.]*\s?m?s\b|\d\s?(?:ms|s|seconds?)\s+or\s+less\b|\b(?:must|shall|required to)\b[^|\n]{0,60}?\b(?:within|under|below|less than|at most)\s?\d[\d.]*\s?(?:ms|milliseconds|s|seconds)\b/i;
/** Headings below which a promise is one, although they announce none. */
const ANNOUNCES_LITTLE = /laten|performance|non-?functional|slo|service level/i;
/** Headings below which times are results and not limits. */
const RESULTS =
  /\b(?:results?|benchmarks?|measured|baseline|before|after|example|improvements?|comparison|timeline)\b/i;
/** Faster than the vocabulary, which decides: most headings end here. */
const MAY_LIMIT =
  /budget|laten|response|performance|bundle|antwort|leistung|réponse|presupuesto|respuesta|resposta|ytelse|respons|svartid|パフォ|応答|性能|响应/i;
const MAX_LIMITS = 50;
const MAX_LINE = 300;

/** Limits on time that a page states below a heading for them. */
export function budgetOfPage(page: DocumentFacts, path: string, text: string): Budget | undefined {
  if (weighsOrReports(path)) return undefined;
  const limits = page.sections
    .flatMap((section) => {
      const { level, heading } = section;
      if (level === 0 || RESULTS.test(heading)) return [];
      if (MAY_LIMIT.test(heading) && namesTopic(DEFAULT_VOCABULARY, heading, 'performance budget'))
        return limitsIn(section, text, LIMIT_WORD);
      return ANNOUNCES_LITTLE.test(heading) ? limitsIn(section, text, PROMISE) : [];
    })
    .slice(0, MAX_LIMITS);
  return limits.length === 0
    ? undefined
    : { form: 'page', limits, why: 'limits on time, below a heading about how fast' };
}

function limitsIn({ body: [start, end], heading }: SectionFacts, text: string, wanted: RegExp): LimitFacts[] {
  const found: LimitFacts[] = [];
  let offset = start;
  const isLimit = wanted === LIMIT_WORD && LIMIT_WORD.test(heading);
  for (const line of text.slice(start, end).split('\n')) {
    const read = line.slice(0, MAX_LINE);
    const time = TIME.exec(read);
    if (time && (isLimit || wanted.test(read)))
      found.push({
        name: nameIn(read) || heading,
        limit: time[0].trim(),
        unit: 'time',
        at: spanAt(offset + time.index, time[0].length),
      });
    offset += line.length + 1;
  }
  return found;
}

/** The first cell of a row, or the words before a colon. */
function nameIn(line: string): string {
  const cell = /^\s*\|\s*([^|]{1,80}?)\s*\|/.exec(line)?.[1] ?? /^[\s*+-]*([^:*|]{1,60}):/.exec(line)?.[1];
  return cell?.replace(/[*_`]/g, '').trim() ?? '';
}
