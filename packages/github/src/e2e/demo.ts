import { OriginFolder } from './origin-folder.ts';

/** An alert with a link to a page; an error where the page is not there. */
export const alertTo = (page: string, name = 'ApiDown'): string =>
  `groups:\n  - name: api\n    rules:\n      - alert: ${name}\n        expr: up == 0\n        labels: { severity: page }\n        annotations:\n          summary: The API is down\n          runbook_url: ${page}\n`;

export const RULE = 'alert/runbook-resolves';

export interface Demo {
  readonly origin: OriginFolder;
  /** Where the branch left main; it has an error of its own already. */
  readonly fork: string;
  /** What main has come to since. */
  readonly base: string;
  /** Brings in one error. */
  readonly head: string;
  /** Of both. */
  readonly merge: string;
}

/** A repository with a gap from before, a branch with another, and a main that went on. */
export function demo(): Demo {
  const origin = new OriginFolder();
  const fork = origin.commit({ 'README.md': '# Demo\n', 'alerts/old.yaml': alertTo('docs/gone.md', 'Old') }, 'First');
  origin.git('checkout', '-q', '-b', 'topic');
  const head = origin.commit({ 'alerts/new.yaml': alertTo('docs/missing.md', 'New') }, 'Watch the API');
  origin.git('checkout', '-q', 'main');
  const base = origin.commit({ 'alerts/other.yaml': alertTo('docs/none.md', 'Other') }, 'Meanwhile');
  const merge = origin.tryMerge(base, head);
  origin.git('checkout', '-q', 'main');
  return { origin, fork, base, head, merge };
}
