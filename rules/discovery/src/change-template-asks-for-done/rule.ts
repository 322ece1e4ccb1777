import { type ChangeTemplateFacts, namesTopic, type Span } from '@shipworthy/model';
import { all, defineRule, PRODUCTS, type Vocabulary, vocabulary } from '@shipworthy/rule-kit';

const TOPICS = ['asks-tests', 'asks-undo', 'asks-visible'] as const;
type Topic = (typeof TOPICS)[number];
/** How a gap names what is not asked, and the question that would ask it. */
const WORDS: Readonly<Record<Topic, { readonly what: string; readonly question: string }>> = {
  'asks-tests': { what: 'tests', question: "'How was this tested?'" },
  'asks-undo': { what: 'rollout and rollback', question: "'How do we undo this?'" },
  'asks-visible': {
    what: 'monitoring and documentation',
    question: "'What tells us that it works, and what was written down?'",
  },
};

export default defineRule({
  id: 'change-template/asks-for-done',
  title: 'The template of a change asks for what "done" means',
  stages: ['discovery'],
  qualities: ['maintainability', 'reliability', 'observability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: PRODUCTS,
    hinted: ['library', 'command', 'infrastructure'],
    kinds: ['change-template'],
  },
  needs: { templates: all('change-template'), vocabulary: vocabulary() },
  messages: {
    lacks: '{path} does not ask for {topics}, and a change counts as done without them. Add {questions}.',
  },
  check(_repository, { given, fault, gaps, unknown }) {
    const templates = given.templates.filter(({ facts }) => facts.form === 'change');
    if (templates.length === 0)
      return unknown('no template of a change is here; the organisation may keep one for all its repositories');
    const faults = [];
    const evidence = [];
    for (const { path, facts } of templates) {
      const asked = TOPICS.map((topic) => ({ topic, at: promptFor(facts, topic, given.vocabulary) }));
      const missing = asked.flatMap(({ topic, at }) => (at ? [] : [WORDS[topic]]));
      for (const { at } of asked) if (at) evidence.push({ path, span: at });
      if (missing.length === 0) continue;
      const first = facts.prompts[0];
      const values = {
        path,
        topics: listed(
          missing.map(({ what }) => what),
          'or',
        ),
        questions: listed(
          missing.map(({ question }) => question),
          'and',
        ),
      };
      faults.push(fault('lacks', first ? { path, span: first.at } : { path }, values, { discriminator: path }));
    }
    return gaps(faults, evidence);
  },
});

const promptFor = (facts: ChangeTemplateFacts, topic: Topic, words: Vocabulary): Span | undefined =>
  facts.prompts.find(({ text }) => namesTopic(words, text, topic))?.at;

const listed = (items: readonly string[], joiner: string): string =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1) ?? ''}` : (items[0] ?? '');
