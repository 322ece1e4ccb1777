import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rule } from '@shipworthy/rule-kit';

/**
 * The rule's page as Markdown. A rule of a package names its own; a page that cannot be read is replaced by what the rule
 * itself knows.
 * @param pages folder of this build's pages
 */
export function rulePage(rule: Rule, pages: URL): string {
  return (rule.page ? packagePage(rule, rule.page.href) : readText(new URL(`${rule.id}.md`, pages))) ?? factsOf(rule);
}

/** Pages of packages hold what the author wrote; title and facts are the rule's. */
function packagePage(rule: Rule, href: string): string | undefined {
  const body = href.startsWith('file:') ? readText(new URL(href)) : undefined;
  return body === undefined ? undefined : `${factsOf(rule)}\n${body.trim()}\n`;
}

function factsOf({ id, title, severity, preset, stages, qualities, needs }: Rule): string {
  const facts = `Severity ${severity}, preset ${preset}, stage ${stages.join(', ')}, quality ${qualities.join(', ')}.`;
  return `# ${id}\n\n${title}.\n\n${facts}\n${settingsOf(needs)}`;
}

/** What a configuration can set of the rule, as the pages of this build list it. */
function settingsOf(needs: Rule['needs']): string {
  const lines = Object.entries(needs).flatMap(([name, need]) => {
    if (need.need !== 'option') return [];
    const { option } = need;
    const bounds = [
      option.type === 'enum' ? option.values.map((value) => `\`${value}\``).join(' or ') : option.type,
      option.type === 'integer' && option.minimum !== undefined ? `at least ${option.minimum}` : '',
      option.type === 'integer' && option.maximum !== undefined ? `at most ${option.maximum}` : '',
      `default \`${JSON.stringify(option.default)}\``,
    ];
    return [`- \`${name}\` (${bounds.filter(Boolean).join(', ')}): ${option.describe}\n`];
  });
  return lines.length === 0 ? '' : `\n**Settings**\n\n${lines.join('')}`;
}

function readText(file: URL): string | undefined {
  try {
    return readFileSync(fileURLToPath(file), 'utf8');
  } catch {
    return undefined;
  }
}
