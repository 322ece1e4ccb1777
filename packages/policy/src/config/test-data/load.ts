import { parseYaml } from '@shipworthy/artifacts/yaml';
import { defineRule, option } from '@shipworthy/rule-kit';
import { plainMeta } from '../../test-data/plain-meta.ts';
import type { Config } from '../config.ts';
import { ConfigError } from '../fault.ts';
import { loadConfig } from '../load.ts';

/** Rules a configuration can name: two plain ones, one with every type of setting, one of a pack. */
export const RULES = [
  defineRule({ ...plainMeta, id: 'alert/has-runbook', check: (_, { skip }) => skip('') }),
  defineRule({ ...plainMeta, id: 'owner/declared', check: (_, { skip }) => skip('') }),
  defineRule({
    ...plainMeta,
    id: 'page/short',
    needs: {
      limit: option({ type: 'integer', default: 25, minimum: 1, maximum: 99, describe: 'the most lines' }),
      strict: option({ type: 'boolean', default: false, describe: 'whether blank lines count' }),
      mode: option({ type: 'enum', values: ['lines', 'words'], default: 'lines', describe: 'what is counted' }),
      label: option({ type: 'string', default: 'team', describe: 'the label' }),
      names: option({ type: 'list', default: [], describe: 'names that are left out' }),
    },
    check: (_, { skip }) => skip(''),
  }),
  defineRule({
    ...plainMeta,
    id: 'contract/present',
    preset: 'strict',
    packs: ['scenario-http-endpoint'],
    check: (_, { skip }) => skip(''),
  }),
];

export const TODAY = '2026-06-15';

/** Loads the configuration of a repository that consists of these files. */
export function load(files: Readonly<Record<string, string>>, file?: string): Promise<Config> {
  return loadConfig({
    read: async (path) => {
      const text = files[path];
      return text === undefined ? { absent: true } : { text };
    },
    rules: RULES,
    paths: Object.keys(files).sort(),
    today: TODAY,
    parser: async () => parseYaml,
    ...(file === undefined ? {} : { file }),
  });
}

/** The mistakes as people read them: `path:line:column what | advice`. */
export async function mistakes(files: Readonly<Record<string, string>>, file?: string): Promise<string[]> {
  try {
    await load(files, file);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ path, line, column, what, advice }) =>
      [`${path}${line === undefined ? '' : `:${line}:${column}`} ${what}`, advice].join(' | '),
    );
  }
}
