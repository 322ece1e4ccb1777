import type { Audit } from '@shipworthy/model';
import { code, prose } from '../markdown/escape.ts';
import { addressOf, type WebLinks } from './links.ts';
import type { SummaryOptions } from './options.ts';

/** By what the page was made, of what, and how to get the same on one's own machine. */
export function footer(audit: Audit, links: WebLinks, { command, run }: SummaryOptions): string {
  const { tool, preset, commit, change } = audit;
  const head = commit === undefined ? '' : links.commit(commit);
  const since = change === undefined ? '' : links.commit(change.commit ?? change.base);
  const span = since === '' || head === '' ? head || since : `${since} → ${head}`;
  const where = run === undefined ? undefined : addressOf(run);
  const said = [`shipworthy ${prose(tool.version)}`, `preset ${preset}`, span].filter((part) => part !== '');
  const whole = where === undefined ? '' : `[The whole report](${where}). `;
  return `\n---\n\n${whole}${said.join(' · ')}. On your machine: ${code(command ?? commandOf(audit))}\n`;
}

const commandOf = ({ change }: Audit): string =>
  change === undefined ? 'shipworthy lint' : `shipworthy lint --base ${change.commit ?? change.base}`;
