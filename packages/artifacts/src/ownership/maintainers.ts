import type { OwnerFacts, OwnershipFacts } from '@shipworthy/model';
import { statement } from './prow.ts';

/**
 * `@login`, `@org/team`, an address, or a link to a profile; a word before `@` makes it an address, whose parts are no
 * longer than RFC 5321 has them.
 */
const PERSON =
  /(?<![\w./])@(?<handle>[A-Za-z0-9][\w-]*(?:\/[\w.-]+)?)|(?<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)|https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/(?<profile>[A-Za-z0-9-]+)(?=[)\s>|\]]|$)/g;
/** After such a heading or label people are listed who no longer maintain. */
const EMERITUS = /^\W*(?:emerit|former|past|retired|alumni|inactive|previous)/i;
/** People named beyond this are not kept: the file is a list of contributors then. */
const MAX_PEOPLE = 200;

/**
 * Facts of a MAINTAINERS file by a line scan: the people it names, up to a part about former ones. Undefined when it
 * names nobody (it may point to a list kept elsewhere).
 */
export function readMaintainers(folder: string, text: string): OwnershipFacts | undefined {
  const owners = new Map<string, OwnerFacts>();
  let start = 0;
  for (const line of text.split('\n')) {
    if (EMERITUS.test(line)) break;
    for (const found of line.matchAll(PERSON)) {
      const { handle, mail, profile } = found.groups ?? {};
      const name = mail ?? `@${handle ?? profile}`;
      const form = mail ? 'email' : name.includes('/') ? 'team' : 'user';
      const at = start + found.index;
      if (!owners.has(name.toLowerCase()) && owners.size < MAX_PEOPLE)
        owners.set(name.toLowerCase(), { name, form, at: [at, at + found[0].length] });
    }
    start += line.length + 1;
  }
  if (owners.size === 0) return undefined;
  return statement('maintainers', folder, text, [0, text.length], [...owners.values()]);
}
