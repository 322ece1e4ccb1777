import {
  DEFAULT_VOCABULARY,
  type DocumentFacts,
  namesTopic,
  type ObjectiveFacts,
  type SectionFacts,
  type Span,
} from '@shipworthy/model';
import { weighsOrReports } from '../document/weighs.ts';

/** A page or folder that is called after objectives. */
const NAMED =
  /(?:^|[/._-])(?:slos?|slas?|service[-_ ]?levels?(?:[-_ ]?(?:objectives?|agreements?))?|error[-_ ]?budgets?)(?=[/._-]|$)/i;
/** A promise in percent: 90 to below 100, and what it is of. */
const FIGURE = /(?<![\d.,])(9\d(?:[.,]\d{1,5})?)\s?%/g;
const ABOUT =
  /availab|uptime|success|error|request|latenc|respon|served|complet|fresh|verfügbar|disponib|tilgjengelig|可用|正常/i;
/** Named like a rule of a linter, `slo/declared`, or the page of one. */
const TITLE_RULE = /^[a-z][\w-]*\/[a-z][\w-]*$/;
/** Headings below which a percentage is no objective of the system. */
const EXAMPLES = /example|template|what is|glossary|tutorial|how to/i;
/** Faster than the vocabulary, which decides: most headings end here. */
const MAY_BE_HEADED = /slo|sla|service|level|budget|availab|dienst|niveau|nivel|nível|tjeneste|サービス|服务/i;
const MAX_FIGURES = 50;
const MAX_LINE = 400;

export interface SloPage {
  readonly objectives: readonly ObjectiveFacts[];
  readonly confidence: number;
  readonly why: readonly string[];
}

/** A page that states objectives: a name or a heading says so, and figures stand there; or it is declared to. */
export function sloPage(page: DocumentFacts, path: string, text: string, declared = false): SloPage | undefined {
  const title = page.title ?? '';
  if (!declared && (weighsOrReports(path) || EXAMPLES.test(title) || TITLE_RULE.test(title))) return undefined;
  const named = declared || NAMED.test(path);
  const headed = page.sections.filter((section) => isHeaded(section));
  if (!named && headed.length === 0) return undefined;
  const objectives = (named ? page.sections : headed).flatMap((section) => figuresIn(section, text));
  if (objectives.length === 0 && !declared) return undefined;
  return {
    objectives: objectives.slice(0, MAX_FIGURES),
    confidence: named ? 0.85 : 0.7,
    why: [named ? 'the path says objectives' : 'a heading says objectives', `${objectives.length} figures in percent`],
  };
}

const isHeaded = ({ level, heading }: SectionFacts): boolean =>
  level > 0 &&
  MAY_BE_HEADED.test(heading) &&
  !EXAMPLES.test(heading) &&
  !heading.trim().endsWith('?') &&
  namesTopic(DEFAULT_VOCABULARY, heading, 'objectives');

function figuresIn(section: SectionFacts, text: string): ObjectiveFacts[] {
  if (EXAMPLES.test(section.heading)) return [];
  const found: ObjectiveFacts[] = [];
  const [start, end] = section.body;
  const body = text.slice(start, end);
  for (const match of body.matchAll(FIGURE)) {
    if (found.length >= MAX_FIGURES) break;
    const line = lineAround(body, match.index);
    if (!ABOUT.test(line) && !ABOUT.test(section.heading)) continue;
    const at: Span = [start + match.index, start + match.index + match[0].length];
    found.push({
      name: nameIn(line) || section.heading,
      target: Number((match[1] ?? '').replace(',', '.')),
      indicator: true,
      latency: /latenc|\bms\b|respon/i.test(line),
      alerting: 'none',
      policies: [],
      templated: [],
      spans: { '': at, target: at },
    });
  }
  return found;
}

/** The line a figure stands in, as far as it is read. */
function lineAround(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - MAX_LINE), index);
  const after = text.slice(index, index + MAX_LINE);
  return before.slice(before.lastIndexOf('\n') + 1) + (after.split('\n', 1)[0] ?? '');
}

/** The first cell of a row, or the words before a colon. */
function nameIn(line: string): string {
  const cell = /^\s*\|\s*([^|]{1,80}?)\s*\|/.exec(line)?.[1] ?? /^[\s*+-]*([^:*|]{1,60}):/.exec(line)?.[1];
  return cell?.replace(/[*_`]/g, '').trim() ?? '';
}
