import type { DocumentFacts, SectionFacts } from '@shipworthy/model';

/**
 * `KubeAPIDown`, `etcdMembersDown`, `Tempo_IngesterFailing`: a name that code gave to an alert. At least two humps, counted
 * apart: a pattern for them would try every way to split a run of digits.
 */
const ALERT_NAME = /^[A-Za-z][A-Za-z0-9]*(?:_[A-Z0-9][A-Za-z0-9]*)*$/;
/** `Alert Name: "KubeAPIDown"`, `Alert: X`, `1. X`. */
const PREFIX = /^(?:\d+(?:\.\d+)*[.)]?\s+)?(?:alert(?:\s*name)?\s*[:=-]\s*|(?:runbook|playbook)\s+\d+\s*[:.–—-]\s*)?/i;
const QUOTES = /^["'“”‘’`\s]+|(?<!["'“”‘’`:\s])["'“”‘’`:\s]+$/g;

/** The longest heading that can be an alert's name. */
const MAX_NAME = 120;

/** The name without a prefix, quotes and a closing colon. */
export function bareName(heading: string): string {
  return heading.replace(PREFIX, '').replace(QUOTES, '');
}

const NUMBERED_RUNBOOK = /^(?:runbook|playbook)\s+\d+\s*[:.–—-]\s*\S/i;

/** Below such a heading stand names of inputs, however much they look like alerts: `BaselineOverride`. */
const INPUTS =
  /^(?:(?:input|output|document|script|command|environment|required|optional) )?(?:parameters?|arguments?|options?|fields?|variables?|inputs?|outputs?|settings?|flags?|properties)$/i;

/** Indexes of the sections that each stand for one alert: names of alerts that are most of the headings beside them. */
export function alertSections(sections: readonly SectionFacts[]): number[] {
  const named: number[] = [];
  const beside = new Map<number, { named: number; all: number }>();
  let inputs = Number.POSITIVE_INFINITY;
  sections.forEach((section, index) => {
    if (section.level === 0 || section.level > 6) return;
    if (section.level <= inputs) inputs = INPUTS.test(section.heading) ? section.level : Number.POSITIVE_INFINITY;
    if (section.level > inputs) return;
    const counts = beside.get(section.level) ?? { named: 0, all: 0 };
    counts.all++;
    if (isAlertName(section.heading) || NUMBERED_RUNBOOK.test(section.heading)) {
      counts.named++;
      named.push(index);
    }
    beside.set(section.level, counts);
  });
  return named.filter((index) => {
    const counts = beside.get(sections[index]?.level ?? 0);
    return counts !== undefined && counts.named * 2 >= counts.all;
  });
}

/** The heading is the name of an alert: one word of at least two humps, not a plain capitalised word or an acronym. */
export function isAlertName(heading: string): boolean {
  if (heading.length > MAX_NAME) return false;
  const name = bareName(heading);
  if (name.length < 8 || !/[a-z][A-Z]|[A-Z]{2,}[a-z]/.test(name)) return false;
  return ALERT_NAME.test(name) && (name.match(/[A-Z]+/g)?.length ?? 0) >= 2;
}

/** Words by which a failure is told from a subject. */
const FAILURE =
  /\b(?:alerts?|alarms?|backlogs?|fail(?:s|ed|ing|ure|ures)?|down|outages?|dead.?letters?|dlq|errors?|unhealthy|stuck|full|too (?:high|low|many|few|slow|old|long)|lag(?:ging)?|slow|expir(?:y|ed|ing|es)|exceeded|crash(?:es|ed|ing|loop\w*)?|corrupt(?:ed|ion)?|unavailable|unreachable|degraded|incidents?|disaster|attacks?|not (?:ok|working|running|ready|responding|synced)|out of (?:memory|disk|space)|oom|split.?brain|data loss|missing|mismatch|deadlocks?|pressure|high (?:load|cpu|memory|latency|usage)|emergency(?! (?:access|chang|contact|deploy|fix|hotfix|maintenance|patch|release|upgrade))|störung|ausfall|panne|caída|feil)\b/i;

/** The text names something that went wrong. */
export function namesFailure(text: string): boolean {
  return isAlertName(text) || FAILURE.test(text.replace(/[-_]+/g, ' '));
}

/** File name without its extensions. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/(?:\.(?:html|md|markdown|mdx|rst|adoc|asciidoc|txt|erb))+$/i, '');
}

/** The page's first heading of the highest level that begins it. */
export function headOf(page: DocumentFacts): SectionFacts | undefined {
  const first = page.sections.find((section) => section.level > 0 && section.level < 7);
  return first && first.level <= 2 ? first : undefined;
}
