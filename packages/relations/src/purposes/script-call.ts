import type { BuildTool } from '@shipworthy/model';

/** A call of something that the repository defines itself. */
export type ScriptCall =
  | {
      readonly to: 'targets';
      readonly tool: BuildTool;
      /** Names to look up; empty: what the tool runs without one. */
      readonly names: readonly string[];
      /** Folder that answers, relative to where the call is made. */
      readonly folder?: string;
      /** In every package at or below the folder, or in those whose name or folder is written here. */
      readonly packages?: 'all' | readonly string[];
      /** Tools that also know names of their own (`yarn eslint`): what stands for the program then. */
      readonly orProgram?: readonly string[];
      /** Not finding it fails nothing. */
      readonly ifPresent?: true;
      readonly args: readonly string[];
    }
  | { readonly to: 'file'; readonly path: string; readonly args: readonly string[] }
  /** Several scripts, each in quotes: `concurrently "npm:a" "npm run b"`. */
  | { readonly to: 'scripts'; readonly scripts: readonly string[] };

/** Words that are neither options nor their values, up to `--`. */
export function plainWords(words: readonly string[], takesValue = /^$/): string[] {
  const plain: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') break;
    if (takesValue.test(word)) at++;
    else if (!word.startsWith('-')) plain.push(word);
  }
  return plain;
}
