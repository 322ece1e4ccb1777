import type { Kind, SectionFacts } from '@shipworthy/model';
import { defineRule } from '@shipworthy/rule-kit';

/** Pages that people act on. An unfinished paragraph elsewhere is a note to oneself. */
const LIFECYCLE_ARTIFACTS: ReadonlySet<Kind> = new Set<Kind>(['runbook']);

export default defineRule({
  id: 'docs/no-placeholder',
  title: 'No section of a lifecycle document is a placeholder',
  stages: ['build'],
  qualities: ['maintainability', 'reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'essential',
  subject: 'document',
  messages: {
    section:
      "'{heading}' of this {role} is still '{text}'. It is read when somebody needs it most: write one line there.",
    page: "This {role} says only '{text}'. A link that leads here costs minutes and answers nothing: write one line or remove the page.",
    sections:
      "{count} sections of this {role} are placeholders, '{heading}' first. They are read when somebody needs them most: write one line for each.",
    hole: "'{heading}' of this {role} breaks off at '{text}'. Whoever follows it stops there: write what comes next.",
    holes:
      "{count} places of this {role} are still blank, '{text}' under '{heading}' first. Whoever follows it stops there: write what comes next.",
  },
  check({ path, page, roles }, { fault, gap, gaps, skip }) {
    const role = roles.find((kind) => LIFECYCLE_ARTIFACTS.has(kind));
    if (role === undefined) return skip('not a document that people act on, such as a runbook');
    const top = { path, ...(page.sections[0] ? { span: page.sections[0].at } : {}) };
    const unfilled = page.sections.filter((section) => section.placeholder !== undefined);
    const [first] = unfilled;
    if (first?.placeholder !== undefined && !page.sections.some(saysSomething))
      return gap('page', { path, span: first.placeholderAt ?? first.at }, { role, text: first.placeholder });
    const headed = page.sections.filter(({ heading }) => heading !== '');
    const sections = headed.flatMap(({ heading, slug, placeholder: text, placeholderAt, at }) => {
      if (text === undefined) return [];
      const span = placeholderAt ?? at;
      return [
        fault(
          'section',
          { path, span },
          { role, heading, text },
          { cause: path, joined: 'sections', discriminator: slug },
        ),
      ];
    });
    const holes = headed.flatMap(({ heading, slug, blanks = [] }) =>
      blanks.map(({ text, at: span }, index) => {
        const options = { cause: `${path} hole`, joined: 'holes', discriminator: `${slug} ${index}` } as const;
        return fault('hole', { path, span }, { role, heading, text }, options);
      }),
    );
    return gaps([...sections, ...holes], top);
  },
});

const saysSomething = ({ placeholder, words, commands }: SectionFacts): boolean =>
  placeholder === undefined && words + commands > 0;
