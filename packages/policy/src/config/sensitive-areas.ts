import type { SensitiveArea } from '@shipworthy/model';
import type { Config } from './config.ts';
import { matcherOf } from './glob.ts';

/** The parts that the configuration calls sensitive, in its order. */
export const sensitiveAreas = ({ answers }: Pick<Config, 'answers'>): readonly SensitiveArea[] =>
  Object.entries(answers.areas).map(([name, globs]) => {
    const brings = answers.brings?.[name];
    return { name, holds: matcherOf(globs), ...(brings ? { brings } : {}) };
  });
