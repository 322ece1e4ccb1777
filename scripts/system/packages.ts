import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import { run } from './run.ts';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Packs a folder into `target` and gives the tarball. */
export function pack(folder: string, target: string): string {
  const { status, stdout, stderr } = run('npm', ['pack', '--silent', '--pack-destination', target], folder);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return join(target, stdout.trim());
}

/** Installs tarballs, with nothing from anywhere else. */
export function install(folder: string, tarballs: readonly string[]): void {
  const { status, stderr } = run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs], folder);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
}

/** What authors install, packed: the rule-kit and the rule-tester; and the command. */
export function packPublic(target: string): {
  readonly kit: string;
  readonly tester: string;
  readonly command: string;
} {
  const staged = run(process.execPath, ['scripts/package.mjs'], root);
  expect({ status: staged.status, said: staged.status === 0 ? '' : staged.stdout + staged.stderr }).toEqual({
    status: 0,
    said: '',
  });
  return {
    kit: pack(join(root, 'packages/rule-kit/dist/npm'), target),
    tester: pack(join(root, 'packages/rule-tester/dist/npm'), target),
    command: pack(join(root, 'packages/cli'), target),
  };
}

export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
