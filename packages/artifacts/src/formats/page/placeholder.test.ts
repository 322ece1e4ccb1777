import { expect, test } from '@jest/globals';
import { scanMarkdown } from '../markdown/scan.ts';

function placeholderOf(body: string, mdx = false): string | undefined {
  return scanMarkdown(`## Mitigation\n\n${body}\n`, mdx).sections[0]?.placeholder;
}

test.each([
  'TODO',
  'tbd.',
  '*TBD*',
  'Coming soon...',
  'Work in progress',
  'TODO: describe how to drain the queue',
  'WIP - more to follow',
  'Lorem ipsum dolor sit amet.',
  '{Describe the impact on users}',
  '<describe the impact>',
  '<your-team>',
  '[Insert the steps here]',
  'INSERT-RUNBOOK-HERE',
  '- TODO\n- TODO',
  '{…}',
  'TODO\n\nSee [the manual](https://example.org/manual).',
])('a placeholder: %j', (body) => {
  expect(placeholderOf(body)).toBeDefined();
});

test.each([
  '',
  'N/A',
  'None',
  'Todo el tráfico se detiene.',
  'Restart the pod. TODO: say which.',
  '<details>',
  '<details open>\n<summary>More</summary>\n\nText.\n\n</details>',
  '<https://example.org/page>',
  '{{ .Values.text }}',
  '{% include x %}',
  '<!-- TODO -->',
  '```\nTODO\n```',
  '`TODO`\n\n```sh\nkubectl get pods\n```',
  'WIPe the disk.',
  'See [the manual](https://example.org/manual).',
  'TODO\n\nRestart the pod as [told](x.md).',
  '| Step | Who |\n|---|---|\n| restart the pod | on-call |',
])('no placeholder: %j', (body) => {
  expect(placeholderOf(body)).toBeUndefined();
});

test.each(['{/* TODO write */}', '<Note>', '<Prerequisites />', '{props.children}'])(
  'no placeholder in MDX: %j',
  (body) => {
    expect(placeholderOf(body, true)).toBeUndefined();
  },
);

test('the place of a placeholder is that of its text', () => {
  const text = '# A\r\n\r\nText.\r\n\r\n## Mitigation\r\n\r\nTODO\r\n';
  const at = scanMarkdown(text).sections[1]?.placeholderAt;
  expect(at && text.slice(at[0], at[1])).toBe('TODO');
});
