import type { Artifact, Place } from '@shipworthy/model';

/** What pages for those who operate a program are called. */
const NAMED =
  /(?:^|\/)(?:maintenance|operat(?:ions?|ing)(?:[-_](?:notes|guide|manual|handbook))?|ops|trouble-?shooting|disaster[-_]recovery|incidents?|on-?call|emergenc(?:y|ies))\.\w+$/i;
/** Of these, help for somebody who sets the program up on a machine of their own. */
const SETS_UP = /\b(?:local|develop\w*|install\w*|build\w*|contribut\w*|setup|set-up)\b/i;
/** Fewer commands are an aside. */
const MIN_COMMANDS = 3;

/** A page of duties: who looks after what runs, and when. Programs of Ansible are no pages. */
const PLAYBOOK = /(?:^|[/_-])(?:play|run)-?books?[\w-]{0,40}\.(?:md|mdx|rst|adoc|txt)$/i;
const WATCHING = /\b(?:alerts?|incidents?|sentry|pager-?duty|on-?call|outages?|grafana|datadog|opsgenie)\b/i;

/** A playbook that says by its headings or links that it is about what goes wrong in operation. */
export const tellsWhoWatches = ({ path, pathClass, facts }: Artifact<'document'>): boolean =>
  pathClass === 'authored' &&
  PLAYBOOK.test(path) &&
  !/ansible/i.test(path) &&
  (facts.sections.some(({ heading }) => WATCHING.test(heading)) ||
    facts.links.some(({ text, target }) => WATCHING.test(`${text} ${target}`)));

/** Addresses of a repository's wiki, with the name of the repository; from a page of the repository also without it. */
const WIKI =
  /^https?:\/\/[\w.-]{1,100}\/(?:[\w.-]{1,100}\/){1,4}?([\w.-]{1,100})\/(?:-\/)?wikis?(?:\/|#|$)|^(?:\.\.\/){1,4}wiki(?:\/|#|$)/i;

/**
 * Where a page leads to the wiki of its own repository, which is kept beside the tree and not seen.
 * @param names what the repository calls itself, lower case
 */
export function wikiLink({ path, facts }: Artifact<'document'>, names: readonly string[]): Place | undefined {
  // A title names the repository among other words: "Shop API".
  const own = new Set(names.flatMap((name) => [name, ...name.split(/\s+/)]));
  const found = facts.links.find(({ target }) => {
    const address = WIKI.exec(target);
    return address !== null && (address[1] === undefined || own.has(address[1].toLowerCase()));
  });
  return found && { path, span: found.at };
}

/** A page for those who operate it, with commands to go by: not called a runbook, and used as one. */
export const tellsHowToOperate = ({ path, pathClass, title, facts }: Artifact<'document'>): boolean =>
  pathClass === 'authored' &&
  NAMED.test(path) &&
  !SETS_UP.test(`${path.replaceAll('/', ' ')} ${title ?? ''}`) &&
  facts.sections.reduce((sum, { commands }) => sum + commands, 0) >= MIN_COMMANDS;
