import type { LeakFacts } from '@shipworthy/model';
import { isSecretName } from '../secret-inventory/secret-name.ts';
import { isPlaceholder } from './patterns.ts';

/** `.env`, `.env.production`, `prod.env`; not those that show what goes where. */
export const ENVIRONMENT = /^\.env(?:\.[\w-]+)*$|^[\w.-]+\.env$/i;
const SHOWS =
  /example|sample|template|dist|default|tmpl|tpl|test|\bci\b|local|dev|docker|e2e|mock|placeholder|schema|vault|sops|enc/i;
const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(["']?)([^\s"'#][^\n"'#]*)\2/gm;
/** Shorter values are words that somebody made up for a machine of their own. */
const MIN_VALUE = 16;

/** Variables of a tracked environment file whose name is a secret's and whose value no person thinks of. */
export function environmentSecrets(baseName: string, text: string): LeakFacts[] {
  if (!ENVIRONMENT.test(baseName) || SHOWS.test(baseName)) return [];
  return [...text.matchAll(LINE)].flatMap((found): LeakFacts[] => {
    const [all, name = '', , written = ''] = found;
    const value = written.trim();
    if (!isSecretName(name) || value.length < MIN_VALUE || isPlaceholder(value) || !isRandom(value)) return [];
    const start = found.index + all.lastIndexOf(written);
    return [{ what: `a value for ${name}`, at: [start, start + value.length], certain: false, name }];
  });
}

/** Letters and digits mixed without words between: addresses, paths and sentences are none. */
const isRandom = (value: string): boolean =>
  /^[A-Za-z0-9+/=_-]+$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value) && new Set(value).size >= 10;
