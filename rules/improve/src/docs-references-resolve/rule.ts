import type { Link, PageLink, Severity } from '@shipworthy/model';
import { all, defineRule, link } from '@shipworthy/rule-kit';
import { isOver, isTakenIn } from '../left-folders.ts';
import { isHistory, isRecord, namesCode, weightOf } from '../page-weight.ts';
import { sharedPage } from '../translated-pages.ts';

/** What a dead reference is worth by the way it is written: paths in text are weaker promises than links. */
const MOST: Readonly<Record<PageLink['form'], Severity>> = { link: 'error', 'code-span': 'warning', fence: 'info' };
const ORDER: readonly Severity[] = ['info', 'warning', 'error'];
const lesser = (a: Severity, b: Severity): Severity => (ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b);

export default defineRule({
  id: 'docs/references-resolve',
  title: 'What documents refer to exists',
  stages: ['improve'],
  qualities: ['maintainability'],
  severity: 'error',
  confidence: 'high',
  preset: 'essential',
  subject: 'document',
  needs: {
    links: link('document -> target'),
    commands: link('page -> command'),
    pages: all('document'),
    readmes: all('readme'),
  },
  messages: {
    file: "'{wanted}' {fails}{hint}. Whoever follows it stops here: correct the {mend}.",
    files: "'{wanted}' {fails}{hint}; {count} references lead to it. Correct the {mend}.",
    anchor:
      "{target} has no heading for '{wanted}'{hint}. The reader lands at its top and searches: correct the anchor.",
    anchors:
      "{target} has no heading for '{wanted}'{hint}; {count} links lead to it. Correct the anchor or the heading.",
    command:
      "This page says to run `{wanted}`, and {script} has no '{name}'{hint}. Whoever types it stops here: correct the line or restore the target.",
    commands:
      "This page says to run `{wanted}`, and {script} has no '{name}'{hint}; {count} lines say so. Correct them or restore the target.",
    several:
      "{count} references of this page lead nowhere, '{wanted}' first{hint}. Whoever follows one stops there: look through the page and correct them.",
    itself:
      "'{wanted}' leads back to the place it stands on. Whoever hopes for instructions there goes round in a circle: link to the instructions or drop the link.",
    selves:
      '{count} links of this page lead back to the place they stand on. Whoever hopes for instructions there goes round in a circle: link to the instructions or drop the links.',
  },
  check({ path, page, roles, pathClass }, { given, fault, gaps, skip, unknown }) {
    if (MADE_UP.test(path)) return skip('it is made up, for a test of what reads pages');
    // What a generator refers to is mended there, if at all: a reader of this repository cannot.
    if (pathClass === 'generated' && !roles.includes('runbook')) return skip('a program writes this page');
    // What a changelog links was there when it was written; what is no address never was.
    const links = isHistory(path) ? given.links.filter(isMalformed) : given.links;
    if (isHistory(path) && links.length === 0) return skip('it tells what was true when it was written');
    // A record tells what was typed when it was written, too.
    const commands = isHistory(path) || isRecord(path) ? [] : given.commands;
    if (links.length === 0 && commands.every(({ found }) => found.state === 'unknown'))
      return skip('refers to nothing in this repository');
    const isLeft = isOver(path, given.readmes) || isTakenIn(path, given.pages);
    const weight = pathClass === 'generated' || isLeft ? 'info' : weightOf(path, roles);
    const shared = sharedPage(path, given.pages);
    // So many dead references are not mended one by one: the page was copied, or what it led to has moved. And of the pages of
    // a part each is looked through at once: in a repository of fifty parts one by one would bury everything else.
    const many = links.filter(isDead).length > MANY;
    const asOne = weight === 'info' || many || (weight === 'warning' && shared === undefined && !isAtTheDoor(path));
    const moved = goneFolders(links);
    const standsAsWritten = isRecord(path) && !roles.includes('runbook');
    const faults = links.flatMap(({ link: to, target, at, form, selfReferential }) => {
      const wanted = withoutQuotes(target);
      if (selfReferential)
        return roles.includes('runbook')
          ? [fault('itself', at, { wanted }, { severity: 'warning', cause: path, joined: 'selves' })]
          : [];
      if (to.state !== 'dangling' || !isDead({ link: to, target })) return [];
      if (standsAsWritten && to.lacks === 'file' && namesCode(wanted)) return [];
      const severity = lesser(weight, MOST[form]);
      const hint = hintFor(to);
      // Nobody is paged for a plain page: one finding asks to look through it.
      const owner = (to.lacks === 'file' ? shared : undefined) ?? path;
      const page = to.target?.path ?? path;
      const [one, same] = to.lacks === 'file' ? (['file', 'files'] as const) : (['anchor', 'anchors'] as const);
      const folder = owner === path && to.lacks === 'file' && moved.has(folderOf(wanted)) && folderOf(wanted);
      const cause = asOne ? path : folder ? `${path} ${folder}` : `${owner} ${wanted}`;
      const joined = asOne || folder ? 'several' : same;
      const discriminator = `${to.lacks} ${wanted}`;
      const options = { severity, cause: `${severity} ${cause}`, joined, discriminator } as const;
      return [fault(one, at, { wanted, hint, target: page, ...wordsFor(to) }, options)];
    });
    faults.push(
      ...commands.flatMap(({ command: written, at, found }) => {
        if (found.state !== 'dangling') return [];
        const severity = lesser(weight, 'warning');
        const hint = found.nearest ? ` (the nearest is ${found.nearest})` : '';
        const wanted = shown(written);
        const values = { wanted, hint, target: path, name: found.wanted, script: found.script.path };
        const cause = asOne ? `${severity} ${path}` : `${path} ${found.script.path} ${found.wanted}`;
        const discriminator = `command ${found.script.path} ${found.wanted}`;
        return [
          fault('command', at, values, { severity, cause, joined: asOne ? 'several' : 'commands', discriminator }),
        ];
      }),
    );
    const resolved = links.flatMap(({ link: to }) => (to.state === 'resolved' ? [to.to] : []));
    const called = commands.flatMap(({ found }) => (found.state === 'resolved' ? [found.to] : []));
    const open = links.flatMap(({ link: to, at }) => (to.state === 'unknown' ? [{ why: to.why, at }] : []));
    const [first] = open;
    if (faults.length === 0 && first) return unknown(`references cannot be followed: ${first.why}`, first.at);
    return gaps(
      faults,
      resolved.length + called.length > 0
        ? [...resolved, ...called]
        : { path, ...(page.sections[0] ? { span: page.sections[0].at } : {}) },
    );
  },
});

/** Folders that are called made up: `tools/fake-docs/`. A program such as `fake-server` has pages of its own. */
const MADE_UP =
  /(?:^|\/)fake[-_](?:docs?|documentation|pages?|content|data|repos?(?:itor(?:y|ies))?|projects?|sites?)\//i;

/** The pages a newcomer opens first; others tell about a part. */
const isAtTheDoor = (path: string): boolean => /^(?:\.(?:github|gitlab)\/)?[^/]+$/.test(path);

/** More dead references of a page than this are one finding. */
const MANY = 5;

const isDead = ({ link: to, target }: Pick<PageLink, 'link' | 'target'>): boolean =>
  to.state === 'dangling' && to.lacks !== 'placeholder' && !isPattern(target);

/** Folders to which several files of the page's dead references belong: what moved is mended at once. */
function goneFolders(links: readonly PageLink[]): ReadonlySet<string> {
  const files = new Map<string, Set<string>>();
  for (const { link: to, target } of links.filter(isDead)) {
    if (to.state !== 'dangling' || to.lacks !== 'file') continue;
    const folder = folderOf(withoutQuotes(target));
    files.set(folder, (files.get(folder) ?? new Set()).add(target));
  }
  return new Set([...files].flatMap(([folder, targets]) => (folder !== '' && targets.size > 1 ? [folder] : [])));
}

const folderOf = (target: string): string => target.replace(/[?#].*$/, '').replace(/(?:^|\/)[^/]*$/, '');

/** An address that is spelled wrong may have its file: it leads nowhere all the same. */
const wordsFor = ({ malformed }: Extract<Link, { state: 'dangling' }>) =>
  malformed
    ? { fails: 'leads nowhere', mend: 'address' }
    : { fails: 'does not exist', mend: 'reference or restore the file' };

/** What may help to mend a dead reference, in brackets. */
function hintFor({ note, nearest }: Extract<Link, { state: 'dangling' }>): string {
  if (note !== undefined) return ` (${note})`;
  if (nearest?.startsWith('#')) return " (the anchor's own name begins with #, and a link to it cannot: rename it)";
  return nearest === undefined ? '' : ` (the nearest is ${nearest})`;
}

const isMalformed = ({ link: to }: PageLink): boolean => to.state === 'dangling' && to.malformed === true;

/** The message quotes the target itself; that it has quotes of its own, the hint says. */
const withoutQuotes = (target: string): string => target.replace(/^'(.+)'$/, '$1');

/** A command as a message shows it: without the comment behind it, and no longer than a glance. */
const shown = (command: string): string => command.replace(/\s+#.*$/, '').slice(0, MAX_SHOWN);
const MAX_SHOWN = 60;

/** `dashboards/*.json`: many files at once, or the text of a glob. */
const isPattern = (target: string): boolean => target.includes('*');
