import { namesTopic, type RequirementsFacts } from '@shipworthy/model';
import { defineRule, vocabulary } from '@shipworthy/rule-kit';

/** The four questions, the headings that answer them, and how a gap names them. */
const QUESTIONS: readonly {
  readonly topic: 'brief-users' | 'brief-job' | 'brief-done' | 'brief-constraints';
  readonly said: keyof RequirementsFacts['says'];
  readonly asks: string;
}[] = [
  { topic: 'brief-users', said: 'users', asks: 'who the user is' },
  { topic: 'brief-job', said: 'job', asks: 'what job it does for them' },
  { topic: 'brief-done', said: 'done', asks: "what 'done' looks like" },
  { topic: 'brief-constraints', said: 'constraints', asks: 'what limits it' },
];

export default defineRule({
  id: 'requirements/answers-four-questions',
  title: 'A brief says for whom, what for, when it is done and what limits it',
  stages: ['discovery'],
  qualities: ['maintainability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'strict',
  subject: 'requirements',
  needs: { vocabulary: vocabulary() },
  messages: {
    open: "{page} does not say {questions}. Without that a feature can be called neither broken nor finished. Add a line for each; 'none' is an answer.",
    opens:
      "{count} briefs in {folder} leave open {questions}, {page} first. Without that a feature can be called neither broken nor finished. Add a line for each; 'none' is an answer.",
  },
  check(brief, { given, fault, gaps, skip }) {
    const { facts, page, path } = brief;
    if (facts.form === 'feature') return skip('scenarios; requirements/criteria-executed asks about them');
    if (facts.form === 'criteria') return skip('acceptance criteria of something that is described elsewhere');
    if (!page) return skip('its text is not a page');
    const open: string[] = [];
    const evidence = [];
    for (const { topic, said, asks } of QUESTIONS) {
      const section = page.sections.find(
        ({ heading, level }) => level > 0 && namesTopic(given.vocabulary, heading, topic),
      );
      const span = section?.at ?? facts.says[said];
      if (span) evidence.push({ path, span });
      else open.push(asks);
    }
    const head = page.sections.find(({ level }) => level > 0);
    const at = head ? { path, span: head.at } : { path };
    if (open.length === 0) return gaps([], evidence);
    const questions = open.length > 1 ? `${open.slice(0, -1).join(', ')} or ${open.at(-1) ?? ''}` : (open[0] ?? '');
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/'))) || 'the root';
    const values = { page: path.slice(path.lastIndexOf('/') + 1), folder, questions };
    return gaps([fault('open', at, values, { cause: `${folder}: ${questions}`, joined: 'opens' })], at);
  },
});
