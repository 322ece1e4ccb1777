import { ARCHETYPES, type Artifact } from '@shipworthy/model';
import { all, defineRule, link, PRODUCTS, profile } from '@shipworthy/rule-kit';

/** What is built to last in a way that somebody will ask "why". */
const ASKED: ReadonlySet<string> = new Set([...PRODUCTS, 'infrastructure']);
const HINTED: ReadonlySet<string> = new Set(['library', 'command']);

export default defineRule({
  id: 'decision/log-present',
  title: 'Decisions are written down',
  stages: ['design'],
  qualities: ['maintainability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  // A setting that points nowhere is wrong in any repository; who is asked for a log at all is decided below.
  presence: { asked: ARCHETYPES, kinds: ['decision-record'] },
  needs: {
    records: all('decision-record'),
    documents: all('document'),
    logs: link('repository -> decision-log'),
    profile: profile(),
  },
  messages: {
    nowhere:
      '{path} says that decision records are kept in {wanted}, which does not exist. New records will start a second log, and old ones are not found. Name the folder they are in.',
    absent:
      'No decision records were found. The next maintainer will redo the debates behind this system, or undo a choice by accident. Start with docs/adr/0001-….md: what was decided, why, what limited it, what the fallback is.',
  },
  check(repository, { given, gap, fault, gaps, pass, skip, unknown }) {
    const dangling = given.logs.flatMap((log) => (log.state === 'dangling' ? [log] : []));
    const faults = dangling.map(({ at, wanted }) =>
      fault('nowhere', at, { path: at.path, wanted }, { severity: 'error', discriminator: at.path }),
    );
    if (faults.length > 0) return gaps(faults, repository.at());
    const [first] = given.records;
    if (first) return pass({ path: first.path }, `${given.records.length} records`);
    const page = given.documents.find(isLogOfOnePage);
    if (page) return pass({ path: page.path }, 'one page holds them');
    const open = given.logs.find((log) => log.state === 'unknown');
    if (open?.state === 'unknown') return unknown(open.why, open.at);
    const names = given.profile.archetypes.map(({ name }) => name);
    const lasting = Object.values(given.profile.rubric).some(({ answer }) => answer === 'yes');
    const asked = names.some((name) => ASKED.has(name)) || (lasting && names.some((name) => HINTED.has(name)));
    return asked
      ? gap('absent', repository.at('docs/adr'))
      : skip(`no log is asked of: ${names.join(', ') || (given.profile.unknown ? 'what cannot be told' : 'nothing')}`);
  },
});

/** What a page is called that holds all decisions. */
const LOG_OF_ONE_PAGE =
  /(?:^|\/)(?:architecture[-_ ]?)?(?:decision[-_ ]?(?:records?|log)|decisions|adrs?)\.(?:mdx?|adoc|rst)$/i;
/** Fewer headings below its own are those of a page about decisions. */
const MIN_DECISIONS = 2;

/** One page with a heading for each decision, and the parts of a record below one. */
const isLogOfOnePage = ({ path, pathClass, facts }: Artifact<'document'>): boolean =>
  pathClass === 'authored' &&
  LOG_OF_ONE_PAGE.test(path) &&
  facts.sections.filter(({ level }) => level > 1).length >= MIN_DECISIONS &&
  facts.sections.some(({ heading }) => /^(?:the )?decision\b/i.test(heading));
