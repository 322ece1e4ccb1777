import {
  type FocusSignal,
  type HistoryFacts,
  type Profile,
  type ProfileReport,
  RUBRIC,
  type RubricAnswer,
  type RubricQuestion,
  type RunOrShipped,
} from '@shipworthy/model';

/** Thresholds of the rubric's catalogue, for a year. */
const ACTIVE_MONTHS = 6;
const TAGS_A_YEAR = 4;
const SEVERAL = 2;
/** "You expect the system to last more than a few weeks". */
const A_FEW_WEEKS = 42;
/** How the evidence for a privacy notice ends. */
const NOTICE = ' speaks of personal data';
const DAYS_A_MONTH = 30.44;
const DAYS_A_YEAR = 365.25;

/** The rubric with what the history adds; what the configuration answered stands. */
export function rubricWith(profile: Profile, history: HistoryFacts): Readonly<Record<RubricQuestion, RubricAnswer>> {
  const { maintainers, change, ...others } = profile.rubric;
  if (history.state !== 'full') {
    const unseen = { because: `the history cannot tell: ${history.why}` };
    return { ...others, maintainers: noted(maintainers, unseen), change: noted(change, unseen) };
  }
  const { authors, activeMonths, tags } = history;
  const several = { because: `${people(authors.length)} made three commits or more in the last twelve months` };
  const often = {
    because: `commits in ${activeMonths} of the last twelve months, ${tags === 1 ? '1 tag' : `${tags || 'no'} tags`}`,
  };
  return {
    ...others,
    maintainers: decided(maintainers, authors.length >= SEVERAL, several),
    change: decided(change, activeMonths >= ACTIVE_MONTHS || tags >= TAGS_A_YEAR, often),
  };
}

type Shown = RubricAnswer['evidence'][number];

const people = (count: number): string => (count === 0 ? 'nobody' : count === 1 ? 'one person' : `${count} people`);

/** An age as one says it: days below two months, months below two years. */
function age(days: number): string {
  if (days < 2 * DAYS_A_MONTH) return `${days} days`;
  return days < 2 * DAYS_A_YEAR
    ? `${Math.floor(days / DAYS_A_MONTH)} months`
    : `${Math.floor(days / DAYS_A_YEAR)} years`;
}

const noted = (answer: RubricAnswer, shown: Shown): RubricAnswer =>
  answer.answer === 'unknown' ? { ...answer, evidence: [...answer.evidence, shown] } : answer;

function decided(answer: RubricAnswer, yes: boolean, shown: Shown): RubricAnswer {
  if (answer.declared) return answer;
  if (yes) return { answer: 'yes', evidence: answer.answer === 'yes' ? [...answer.evidence, shown] : [shown] };
  return answer.answer === 'yes' ? answer : { answer: 'no', evidence: [shown] };
}

/** What a yes to each question says of the work, as the end of a sentence. */
const MEANS: Readonly<Record<RubricQuestion, string>> = {
  maintainers: 'more than one person maintains it',
  unattended: 'it runs without anybody watching',
  harm: 'a failure can cost money, trust or more',
  change: 'it changes every month',
};

const RUN = new Set(['service', 'web-app', 'data-pipeline', 'infrastructure']);
const SHIPPED = new Set(['library', 'command', 'shipped-component', 'mobile', 'collection']);

/** Software you run is asked how it is deployed and watched; software you ship, how it is released. */
export function deliveryOf({ archetypes, unknown }: Profile): RunOrShipped {
  if (unknown) return 'unknown';
  const run = archetypes.some(({ name }) => RUN.has(name));
  const shipped = archetypes.some(({ name }) => SHIPPED.has(name));
  return run && shipped ? 'both' : run ? 'run' : shipped ? 'shipped' : 'neither';
}

export function signalsOf(
  profile: Profile,
  rubric: ProfileReport['rubric'],
  history: HistoryFacts,
): ProfileReport['signals'] {
  const harm = rubric.harm.evidence;
  const of = (pattern: RegExp) =>
    rubric.harm.answer === 'yes' ? harm.find(({ because }) => pattern.test(because)) : undefined;
  // A notice alone decides no question, and says all the same what is stored.
  const notice = rubric.harm.answer === 'unknown' ? harm.find(({ because }) => because.endsWith(NOTICE)) : undefined;
  const cloud = profile.rubric.unattended.evidence.find(
    ({ because, at }) => at !== undefined && /deploys|environment/.test(because),
  );
  const infrastructure = profile.archetypes.find(({ name }) => name === 'infrastructure');
  const lasting = history.state === 'full' && history.ageInDays > A_FEW_WEEKS;
  // What shows it may have a name of its own: an archetype does.
  const signal = (name: FocusSignal, shown: Shown | undefined, otherwise: string) =>
    shown ? { ...shown, name, seen: true } : { name, seen: false, because: otherwise };
  return [
    signal('customers', of(/money/), 'only you can tell; nothing here takes payments'),
    signal('personal-data', of(/money|logins|personal/) ?? notice, 'no payments, logins or privacy notice to be seen'),
    signal('cloud', cloud ?? infrastructure, 'nothing deploys it'),
    signal(
      'contributors',
      rubric.maintainers.answer === 'yes' ? rubric.maintainers.evidence[0] : undefined,
      'nothing shows more than one',
    ),
    signal(
      'lasting',
      lasting ? { because: `its first commit is ${age(history.ageInDays)} old` } : undefined,
      history.state === 'full' ? 'it is a few weeks old at most' : 'the history cannot tell',
    ),
  ];
}

/** "If this runs on my laptop, am I done?" */
export function verdictOf(
  rubric: ProfileReport['rubric'],
  unknown?: Profile['unknown'],
): Pick<ProfileReport, 'enough' | 'verdict'> {
  const yes = RUBRIC.filter((question) => rubric[question].answer === 'yes');
  if (yes.length === 0) {
    if (unknown)
      return {
        enough: false,
        verdict: `That cannot be told from here: ${unknown.because}. The four questions are yours to answer.`,
      };
    const open = RUBRIC.some((question) => rubric[question].answer === 'unknown');
    return {
      enough: true,
      verdict: `If it runs on your laptop, you are done: programming is enough here${open ? ', as far as can be seen' : ''}. Once any of these turns yes, run again.`,
    };
  }
  const reasons = yes.map((question) => MEANS[question]);
  const last = reasons.pop() ?? '';
  const list = reasons.length > 0 ? `${reasons.join(', ')} and ${last}` : last;
  return {
    enough: false,
    verdict: `If it runs on your laptop, you are not done. This is software development, because ${list}.`,
  };
}
