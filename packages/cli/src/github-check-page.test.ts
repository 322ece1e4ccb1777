import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parseYaml, toPlain } from '@shipworthy/artifacts/yaml';
import { checkOptions } from './options.ts';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const PAGE = read('docs/github-check.md');
/** The major version, which the tag that moves is named after. */
const [MAJOR] = JSON.parse(read('packages/cli/package.json')).version.split('.');

type Plain = ReturnType<typeof toPlain>;
const isMap = (value: Plain | undefined): value is Readonly<Record<string, Plain>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const below = (value: Plain | undefined, ...path: readonly string[]): Plain | undefined =>
  path.reduce<Plain | undefined>((at, key) => (isMap(at) ? at[key] : undefined), value);
const keysOf = (value: Plain | undefined): readonly string[] => (isMap(value) ? Object.keys(value) : []);

function parsed(text: string): Plain {
  const { documents, problems } = parseYaml(text);
  expect(problems).toEqual([]);
  expect(documents.flatMap(({ duplicateKeys }) => duplicateKeys)).toEqual([]);
  const [only, ...more] = documents;
  expect(more).toEqual([]);
  return only ? toPlain(only.root) : null;
}

const fences = (language: string): readonly (readonly [string, string])[] =>
  [...PAGE.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)].flatMap(([, of, words = '', text = '']) =>
    of === language ? [[words.trim(), text] as const] : [],
  );
const ACTION = parsed(read('action.yml'));
const INPUTS = below(ACTION, 'inputs');

/** The row of a table, by what its first cell holds in code; its other cells. */
function rowOf(first: string): readonly string[] | undefined {
  const line = PAGE.split('\n').find((each) => each.startsWith(`| \`${first}\` |`));
  return line
    ?.split(' | ')
    .slice(1)
    .map((cell) => cell.replace(/ ?\|$/, '').trim());
}

describe('docs/github-check.md tells of action.yml', () => {
  test.each(keysOf(INPUTS))('input %s, with its default', (name) => {
    const usual = String(below(INPUTS, name, 'default'));
    expect(rowOf(name)).toEqual([usual === '' ? '' : `\`${usual}\``, below(INPUTS, name, 'description')]);
  });

  test.each(keysOf(below(ACTION, 'outputs')))('output %s', (name) => {
    expect(rowOf(name)).toEqual([below(ACTION, 'outputs', name, 'description')]);
  });
});

const WORKFLOWS = fences('yaml').map(([words, text]) => [/^name: (.*)$/m.exec(text)?.[1], words, text] as const);

interface Uses {
  readonly uses: string;
  readonly inputs: Readonly<Record<string, Plain>>;
}

/** Our steps of a workflow. */
function stepsOf(workflow: Plain): readonly Uses[] {
  return keysOf(below(workflow, 'jobs')).flatMap((job) => {
    const steps = below(workflow, 'jobs', job, 'steps');
    return (Array.isArray(steps) ? steps : []).flatMap((step: Plain) => {
      const uses = below(step, 'uses');
      const inputs = below(step, 'with');
      return typeof uses === 'string' && uses.startsWith('shipworthy/')
        ? [{ uses, inputs: isMap(inputs) ? inputs : {} }]
        : [];
    });
  });
}

/** What an input that writes asks of `permissions:`. */
const PERMISSION: Readonly<Record<string, string>> = {
  'check-run': 'checks',
  comment: 'pull-requests',
  'upload-sarif': 'security-events',
};

test('the page shows workflows', () => {
  expect(WORKFLOWS.length).toBeGreaterThan(5);
});

describe.each(WORKFLOWS)('the workflow %s %s', (_name, words, text) => {
  const workflow = parsed(text);

  test('uses the version there is, with inputs there are', () => {
    const steps = stepsOf(workflow);
    expect(steps).toHaveLength(1);
    for (const { uses, inputs } of steps) {
      const version = words === 'strict' ? '<full commit id of the tag>' : `v${MAJOR}`;
      expect(uses).toBe(`shipworthy/shipworthy@${version}`);
      expect(keysOf(INPUTS)).toEqual(expect.arrayContaining(Object.keys(inputs)));
    }
  });

  test('has the permissions that its inputs need, and no other', () => {
    const wanted = stepsOf(workflow).flatMap(({ inputs }) =>
      Object.entries(PERMISSION).flatMap(([input, permission]) => (inputs[input] === true ? [permission] : [])),
    );
    expect(below(workflow, 'permissions')).toEqual({
      contents: 'read',
      ...Object.fromEntries(wanted.map((permission) => [permission, 'write'])),
    });
  });

  test('reports on every pull request, and in a merge queue', () => {
    const on = below(workflow, 'on');
    const events: readonly Plain[] = Array.isArray(on) ? on : keysOf(on);
    expect(events).not.toContain('pull_request_target');
    expect(events.includes('pull_request')).toBe(events.includes('merge_group'));
    for (const filter of ['paths', 'paths-ignore', 'branches', 'branches-ignore'])
      expect(below(on, 'pull_request', filter)).toBeUndefined();
    for (const job of keysOf(below(workflow, 'jobs')))
      expect(String(below(workflow, 'jobs', job, 'if') ?? '')).not.toContain('event_name');
  });

  test('a job behind a matrix runs also when that fails, and fails then', () => {
    for (const job of keysOf(below(workflow, 'jobs'))) {
      if (below(workflow, 'jobs', job, 'needs') === undefined) continue;
      expect(below(workflow, 'jobs', job, 'if')).toBe('always()');
      expect(text).toMatch(/RESULT: \$\{\{ needs\.folders\.result \}\}/);
    }
  });
});

test('the two ways to name the check are the first that a reader sees', () => {
  expect(WORKFLOWS.slice(0, 2).map(([, words]) => words)).toEqual(['', 'strict']);
});

/** The sources that word what people see. */
const SPEAKING = ['github', 'github-client', 'reporters', 'audit', 'cli'];
function sources(): string {
  return SPEAKING.flatMap((room) => {
    const folder = fileURLToPath(new URL(`packages/${room}/src`, ROOT));
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => readFileSync(`${folder}/${path}`, 'utf8'));
  }).join('\n');
}

describe('the words that people look up', () => {
  const [, table = ''] = PAGE.split('\n## Troubleshooting\n');
  const messages = [...(table.split('\n## ')[0]?.matchAll(/^\| `([^`]+)` \|/gm) ?? [])].map(([, words = '']) => words);
  const said = sources();

  test('are there', () => {
    expect(messages.length).toBeGreaterThan(20);
  });

  test.each(messages)('%s', (message) => {
    const parts = message.split('…').map((part) => part.replace(/^[ :,]+$/, ''));
    for (const part of parts) expect({ part, said: said.includes(part) }).toEqual({ part, said: true });
  });
});

describe('commands', () => {
  const lines = fences('sh').flatMap(([, text]) => text.split('\n').filter((line) => line.startsWith('shipworthy ')));

  test('are shown', () => {
    expect(lines.length).toBeGreaterThan(2);
  });

  test.each(lines)('%s has options that there are', (line) => {
    const [, command, ...words] = line.split(' ');
    expect(command).toBe('check');
    const options = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
    expect(Object.keys(checkOptions)).toEqual(expect.arrayContaining(options));
  });
});

test('the pictures have words for who does not see them, and are there', () => {
  const pictures = [...PAGE.matchAll(/!\[([^\]]*)\]\((github-check\/[^)]+)\)/g)];
  expect(pictures).toHaveLength(3);
  for (const [, words = '', path = ''] of pictures) {
    expect(words.length).toBeGreaterThan(20);
    expect(readFileSync(new URL(`docs/${path}`, ROOT)).length).toBeLessThan(250_000);
  }
});
