import { all, allBefore, defineRule, isByBot, saidLines, wordsUnseen } from '@shipworthy/rule-kit';
import { type Introduced, introduced } from '../introduced-choices.ts';

/** "We chose", `Decision: …`, a link to a record. */
const DECIDED =
  /\bdecision\b|\bdecided\b|\bwe (?:chose|choose|picked|opted|went|settled)\b|\b(?:chosen|chose|opted) (?:over|for|because|to)\b|\b(?:adr|rfc)s?[-_ #/]*\d+|\/(?:adrs?|rfcs?|decisions?|proposals?)\/|\btrade-?offs?\b/i;
/** Words that weigh; they tell why only beside what they weigh. */
const WEIGHS =
  /\bbecause\b|\bsince\b|\binstead of\b|\bin favou?r of\b|\brather than\b|\balternatives?\b|\bso that\b|\bin order to\b|\bto (?:avoid|allow|support|scale|handle|replace)\b|\b(?:allow|let|enabl|replac|prefer)\w*\b/i;
/** Pages that hold decisions in the wider sense. */
const DESIGN_PAGE =
  /(?:^|\/)(?:adrs?|rfcs?|decisions?|proposals?|designs?|design-docs?|architecture)(?:\/[^/]+)*\/?[^/]*\.(?:mdx?|adoc|rst)$|(?:^|\/)architecture\.(?:mdx?|adoc|rst)$/i;
/** Of a log with fewer records nobody knows whether it is kept. */
const MIN_RECORDS = 2;
/** So many names are shown. */
const SHOWN = 4;

export default defineRule({
  id: 'change/decision-recorded',
  title: 'A choice that others will live with is recorded when it is made',
  stages: ['design'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'change',
  needs: {
    records: all('decision-record'),
    recordsBefore: allBefore('decision-record'),
    manifests: all('dependency-manifest'),
    manifestsBefore: allBefore('dependency-manifest'),
    deployments: all('deployment'),
    deploymentsBefore: allBefore('deployment'),
    infrastructure: all('infrastructure-code'),
    infrastructureBefore: allBefore('infrastructure-code'),
    locks: all('lockfile'),
    environments: all('dev-environment'),
    environmentsBefore: allBefore('dev-environment'),
  },
  messages: {
    unrecorded:
      'This change brings in {what}, and nothing says why. Others will live with that choice, and {log} is where they look: add a record with what was decided, why and what the fallback is, or a line `Decision: …` to the commit.',
    unsaid:
      'This change brings in {what}, and nothing says why. Others will live with that choice: a line `Decision: …` in the commit, with what else was thought of, is enough to begin with.',
  },
  check({ change }, { given, fault, gaps, pass, skip, unknown }) {
    if (isByBot(change.words)) return skip('a bot made it');
    const before = {
      manifests: given.manifestsBefore,
      deployments: given.deploymentsBefore,
      infrastructure: given.infrastructureBefore,
      environments: given.environmentsBefore,
    };
    if (before.manifests.length + before.deployments.length + before.infrastructure.length === 0)
      return skip('the base holds nothing that runs: it all begins here');
    const { deployments, infrastructure, environments } = given;
    // A list that a tool compiled names what others need as well; one that people pin is `pip`'s own form.
    const written = new Set(given.locks.flatMap(({ path, facts }) => (facts.manager === 'pip' ? [] : path)));
    const manifests = given.manifests.filter(({ path }) => !written.has(path));
    const choices = introduced(change, before, { manifests, deployments, infrastructure, environments });
    const [first, ...others] = choices;
    if (!first) return skip('it brings in nothing that was not there');
    const records = new Set(given.records.map(({ path }) => path));
    const page = change.files.find(
      ({ path, state }) => state !== 'removed' && (records.has(path) || DESIGN_PAGE.test(path)),
    );
    if (page) return pass({ path: page.path }, 'it is changed with it');
    const trailer = change.words.commits.flatMap(({ trailers }) => trailers).find(({ key }) => key === 'decision');
    if (trailer) return pass(first.at, `a commit says so: Decision: ${trailer.value}`);
    const said = saidLines(change.words).find(
      ({ text }) => DECIDED.test(text) || (WEIGHS.test(text) && names(text, choices)),
    );
    if (said) return pass(first.at, `${said.where} says so: ${said.text.trim()}`);
    const unseen = wordsUnseen(change.words);
    if (unseen !== undefined) return unknown(unseen);
    const shown = choices.slice(0, SHOWN).map(({ name, by, at }) => `${name} (${by}, ${at.path})`);
    const more = choices.length - shown.length;
    const what = listed(more > 0 ? [...shown, `${more} more`] : shown);
    const options = {
      discriminator: choices.map(({ name }) => name).join(', '),
      related: others.map(({ at }) => ({ at })),
    };
    const kept = given.recordsBefore.filter(({ facts }) => facts.form === 'record');
    const [record] = kept;
    if (!record || kept.length < MIN_RECORDS)
      return gaps([fault('unsaid', first.at, { what }, { ...options, severity: 'info' })], first.at);
    return gaps(
      [fault('unrecorded', first.at, { what, log: record.facts.log || 'the log of decisions' }, options)],
      first.at,
    );
  },
});

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');

/** Does a line name one of the choices, or the package or store by which it shows? */
function names(text: string, choices: readonly Introduced[]): boolean {
  const line = text.toLowerCase();
  return choices.some(({ name, by }) => [name, by].some((word) => line.includes(word.toLowerCase())));
}
