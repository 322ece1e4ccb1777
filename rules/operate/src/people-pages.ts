import type { Artifact, Place, SectionFacts } from '@shipworthy/model';

/** Pages of people beside the code, in a form of their own. */
const PEOPLE = /^(?:\.github\/|docs\/)?(?:owners|code-?owners|maintainers|authors)(?:\.\w+)?$/i;
const ROOT_README = /^(?:\.github\/|docs\/)?readme(?:\.\w+)?$/i;
/** Headings below which a README names people. "Team" and "Contact" are left out: they head onboarding and support too. */
const PEOPLE_HEADING =
  /^[^\p{L}]*(?:who (?:maintains|owns)\b.*|(?:the |our |project |current |core |active |code )*(?:maintainers?|maintained by|owners?|ownership|authors?|core team)(?: (?:and|&) \p{L}+)?[^\p{L}]*)$/iu;

export interface NamedPeople {
  readonly at: Place;
  /** What names them, for the reader of the evidence. */
  readonly what: string;
}

type Documents = readonly Artifact<'document'>[];

/** A repository may have thousands of alerts, and each asks. */
const known = new WeakMap<Documents, { readonly people: NamedPeople | undefined }>();

/** The page or section in which a repository names its people, other than by a file that tools read. */
export function namedPeople(documents: Documents): NamedPeople | undefined {
  const answer = known.get(documents) ?? { people: findPeople(documents) };
  known.set(documents, answer);
  return answer.people;
}

function findPeople(documents: Documents): NamedPeople | undefined {
  const page = documents.find(({ path }) => PEOPLE.test(path));
  if (page) return { at: { path: page.path }, what: 'a page of people' };
  for (const { path, facts } of documents) {
    if (!ROOT_README.test(path)) continue;
    const section = facts.sections.find(namesPeople);
    if (section) return { at: { path, span: section.at }, what: 'a section of the README' };
  }
  return undefined;
}

const namesPeople = ({ heading, words, links, placeholder }: SectionFacts): boolean =>
  placeholder === undefined && words + links > 0 && PEOPLE_HEADING.test(heading);
