import type { FlagFacts } from '@shipworthy/model';
import type { Sampling } from '../kind-module.ts';
import type { FlagsRead } from './data.ts';

/** Source files whose purpose, by their name, is the list of flags. */
const NAME =
  /^(?:feature[-_]?(?:flag|toggle)s?(?:[-_]?(?:keys|names|list|registry|definitions))?|flag[-_]?(?:keys|registry|definitions))\.(?:[cm]?[jt]s|go|py|rb|java|kt|cs|scala|php|rs|swift)$/i;
/** Fewer keys than this may be anything that a program does with flags. */
const MIN_KEYS = 3;

/**
 * A constant whose text is the key of a flag: `MULTI_LANGUAGE: "multi-language"`, `FlagLens = "enable_lens"`,
 * `Lens = New("Lens", Bool(true))`, `NEW_CHECKOUT("new-checkout")`.
 */
const CONSTANT =
  /^[ \t]*(?:(?:export|const|var|public|private|internal|static|final|readonly|String|string)[ \t]+){0,6}([A-Z]\w+)(?:[ \t]*:[ \t]*\w+)?[ \t]*(?:=|:|\()[ \t]*(?:[\w.]*(?:flag|toggle|new|define|register)\w*\()?["']([\w.-]{3,80})["']/gim;

export const namesFlagCode = (baseName: string): boolean => NAME.test(baseName);

/** `flags.ts` and the index of a folder of flags: names too common to say anything; the package they use decides. */
const MODULE = /(?:^|\/)(?:flags|(?:feature-?)?flags\/index)\.[cm]?[jt]sx?$/i;
const SDK = /\bfrom\s+["'](?:@vercel\/)?flags\/\w+["']/;
const DECLARED = /\bflag(?:<[^>()]{0,200}>)?\(\{\s*key:\s*["']([\w.-]{1,80})["']/g;

export const isFlagModule = (path: string): boolean => MODULE.test(path);

/** Such files that are read of one repository. */
const MAX_MODULES = 100;

export const FLAG_MODULES: Sampling = {
  suits: () => isFlagModule,
  pick: (paths) => ({ read: paths.slice(0, MAX_MODULES), left: paths.slice(MAX_MODULES) }),
};

/** Flags that a module declares one by one with a kit for them: `flag({ key: 'new-checkout', ... })`. */
export function readFlagModule(text: string): FlagsRead | undefined {
  if (!SDK.test(text)) return undefined;
  const flags = [...text.matchAll(DECLARED)].map((found): FlagFacts => {
    const key = found[1] ?? '';
    const start = found.index + found[0].lastIndexOf(key);
    return { key, at: [start, start + key.length], permanent: false };
  });
  return flags.length === 0 ? undefined : { format: 'code', flags };
}

/** The keys that a source file lists; undefined when it lists no more than a few. */
export function readFlagCode(text: string): FlagsRead | undefined {
  const flags = [...text.matchAll(CONSTANT)].flatMap((found): FlagFacts[] => {
    const [all, name = '', key = ''] = found;
    // Constants are written in capitals or as types are; a variable holds something else.
    if (!/^[A-Z]/.test(name) || /(?:prefix|suffix|version|url|path|header|env)$/i.test(name)) return [];
    const start = found.index + all.lastIndexOf(key);
    return [{ key, at: [start, start + key.length], permanent: false }];
  });
  const keys = new Map(flags.map((flag) => [flag.key, flag]));
  return keys.size < MIN_KEYS ? undefined : { format: 'code', flags: [...keys.values()] };
}
