import type { Agreement, Artifact, DocumentFacts, HeadingTopic, Place, Vocabulary } from '@shipworthy/model';
import { namesTopic } from '@shipworthy/model';

/** Pages of a repository's own about one agreement, by the name of the file. */
const NAMED: Readonly<Record<Agreement, RegExp>> = {
  interfaces:
    /(?:^|\/)(?:api[-_]?(?:guidelines?|conventions?|changes?|design|versioning|style|reviews?)|versioning(?:[-_]policy)?|deprecations?(?:[-_]policy)?|compatibility|breaking[-_]changes?|proposal[-_]process|rfcs?|proposals?|enhancements?)\.\w+$/i,
  style:
    /(?:^|\/)(?:(?:code|coding)[-_]?(?:style|standards?|conventions?|guidelines?)(?:[-_]guide)?|style[-_]?guide|styleguides?|conventions)\.\w+$/i,
  tests: /(?:^|\/)(?:testing(?:[-_](?:guide|strategy|guidelines))?|tests?[-_](?:strategy|plan)|test(?:s|ing)?)\.\w+$/i,
  releases:
    /(?:^|\/)(?:releas(?:e|es|ing)(?:[-_](?:process|procedure|guide|checklist|policy|notes?|cycle))?|publishing|deploy(?:ing|ment)?)\.\w+$/i,
};
const TOPICS: Readonly<Record<Agreement, HeadingTopic>> = {
  interfaces: 'interfaceAgreement',
  style: 'styleAgreement',
  tests: 'testAgreement',
  releases: 'releaseAgreement',
};
/** Where headings speak to those who change the code; elsewhere "Tests" may be a feature. */
const FOR_DEVELOPERS =
  /^readme(?:\.\w+)?$|^\.github\/(?:workflows\/)?readme\.\w+$|(?:^|\/)(?:dev|development|developers?|developing|hacking|maintaining|agreed[-_]practices)(?:\.\w+)?$|^(?:maintainers|governance|build(?:ing)?)(?:\.\w+)?$|(?:^|\/)(?:contribut\w*|developer[-_]?(?:guide|docs)?|development|developers?|dev|internals?|maintainers?|engineering)\//i;
const PROPOSALS = /^(?:[\w.-]+\/)?(?:rfcs?|proposals?|keps|enhancements?|adrs?|decisions?)\/[^/]+\.\w+$/i;

/** The first page or headed part that speaks of the agreement, the contributor's guides aside. */
export function pageOn(
  agreement: Agreement,
  documents: readonly Artifact<'document'>[],
  vocabulary: Vocabulary,
): Place | undefined {
  for (const { path, facts } of documents) {
    if (NAMED[agreement].test(path)) return { path };
    if (agreement === 'interfaces' && PROPOSALS.test(path)) return { path };
    const part = FOR_DEVELOPERS.test(path) ? headedPart(facts, vocabulary, TOPICS[agreement]) : undefined;
    if (part) return { path, span: part.at };
  }
  return undefined;
}

const headedPart = ({ sections }: DocumentFacts, vocabulary: Vocabulary, topic: HeadingTopic) =>
  sections.find((section) => section.level > 0 && namesTopic(vocabulary, section.heading, topic));
