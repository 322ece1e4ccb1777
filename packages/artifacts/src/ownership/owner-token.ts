import type { OwnerFacts } from '@shipworthy/model';

/** Whose grammar a CODEOWNERS file follows. */
export type Host = 'github' | 'gitlab';

const TEMPLATED = /\$\{\{|\{\{|\{%|<%|\$\{[A-Za-z_]/;
const ROLE = /^@@[a-z]+$/i;
const USER = /^@[\w][\w.-]*(?:\[bot\])?$/;
const TEAM = /^@[\w][\w.-]*\/[\w.-]+$/;
/** GitLab's groups nest. */
const NESTED_GROUP = /^@[\w][\w.-]*(?:\/[\w.-]+)+$/;
const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>][^\s@,;<>.]*\.[^\s@,;<>]*[^\s@,;.<>]$/;

/** Does a template engine fill this text in later? Then nothing can be said of it. */
export function isTemplated(text: string): boolean {
  return TEMPLATED.test(text);
}

/** What an owner as written in CODEOWNERS can be. Which accounts exist is not asked. */
export function ownerFormOf(name: string, host: Host): OwnerFacts['form'] {
  if (isTemplated(name) || (host === 'gitlab' && ROLE.test(name))) return 'reference';
  if (USER.test(name)) return 'user';
  if ((host === 'gitlab' ? NESTED_GROUP : TEAM).test(name)) return 'team';
  return EMAIL.test(name) ? 'email' : 'invalid';
}

/** Why an owner of the form `invalid` is none, in one clause. */
export function ownerFaultOf(name: string): string {
  if (/[,;]$/.test(name)) return `'${name}' ends in '${name.slice(-1)}', but owners are separated by spaces`;
  return `'${name}' is neither @user, @organisation/team nor an e-mail address`;
}
