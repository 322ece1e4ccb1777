import type { LimitFacts } from '@shipworthy/model';
import { type Budget, spanAt } from './json-budgets.ts';

const K6 = /\bfrom\s*['"]k6(?:\/[\w/-]+)?['"]|require\(['"]k6(?:\/[\w/-]+)?['"]\)/;
const THRESHOLDS = /\bthresholds['"]?\s*:/;
/** `http_req_duration: ['p(95)<500']`, the figure of which may come from elsewhere. */
const K6_LIMIT = /['"`]((?:p\(\s*\d{1,3}(?:\.\d+)?\s*\)|avg|med|max|min)\s*<=?\s*[\d.]*)/g;

/** Gatling: `global().responseTime().percentile3().lt(500)`, with or without brackets. */
const GATLING_LIMIT = /\bresponseTime(?:\(\))?\s*\.\s*(\w+)(?:\([\d.]*\))?\s*\.\s*(lte?|is)\(\s*(\d+)/g;

/** Size-limit's and Lighthouse's configuration as a program. */
const SIZE_LIMIT = /\blimit['"]?\s*:\s*['"]([\d.]+\s*[kKMG]?i?[bB]|[\d.]+\s*m?s)['"]/g;
const LIGHTHOUSE_LIMIT =
  /['"]?([\w:-]+)['"]?\s*:\s*\[\s*['"](?:error|warn)['"]\s*,\s*\{[^{}]{0,200}?\b(maxNumericValue|minScore)['"]?\s*:\s*([^,}\s][^,}\n]{0,60})/g;

function limits(text: string, pattern: RegExp, read: (match: RegExpExecArray) => Omit<LimitFacts, 'at'>): LimitFacts[] {
  const found: LimitFacts[] = [];
  for (const match of text.matchAll(pattern)) found.push({ ...read(match), at: spanAt(match.index, match[0].length) });
  return found;
}

/** The budgets that a program states: load tests with thresholds, and configuration that is code. */
export function budgetsOfCode(text: string, baseName: string): readonly Budget[] {
  if (/size-limit/.test(baseName)) {
    const found = limits(text, SIZE_LIMIT, ([, figure = '']) => ({
      name: '',
      limit: figure,
      unit: /s$/.test(figure) ? 'time' : 'size',
    }));
    return found.length > 0 ? [{ form: 'size-limit', limits: found, why: 'limits of size-limit' }] : [];
  }
  if (/lighthouserc/.test(baseName)) {
    const found = limits(text, LIGHTHOUSE_LIMIT, ([, name = '', key, figure = '']) => ({
      name,
      limit: figure.trim(),
      unit: key === 'minScore' ? 'score' : 'time',
    })).filter(({ name, unit }) => unit === 'time' || /performance/.test(name));
    return found.length > 0 ? [{ form: 'lighthouse', limits: found, why: 'assertions of Lighthouse CI' }] : [];
  }
  if (K6.test(text) && THRESHOLDS.test(text)) {
    const found = limits(text, K6_LIMIT, ([, limit = '']) => ({ name: 'duration', limit, unit: 'time' }));
    return found.length > 0 ? [{ form: 'load-test', limits: found, why: 'thresholds of k6' }] : [];
  }
  const gatling = text.includes('gatling')
    ? limits(text, GATLING_LIMIT, ([, which = '', , figure = '']) => ({
        name: which,
        limit: `${figure} ms`,
        unit: 'time',
      }))
    : [];
  return gatling.length > 0 ? [{ form: 'load-test', limits: gatling, why: 'assertions of Gatling' }] : [];
}
