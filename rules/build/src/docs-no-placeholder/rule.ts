import type { SectionFacts } from '@shipworthy/model';
import { defineRule } from '@shipworthy/rule-kit';
import { isBareWord, urgencyOf } from '../urgency.ts';

export default defineRule({
  id: 'docs/no-placeholder',
  title: 'No section of a document is a placeholder',
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
    promise: "'{heading}' is still '{text}'. Whoever looks there finds a promise: write it, or remove the heading.",
    promises:
      "{count} sections of this page are placeholders, '{heading}' first. Whoever looks there finds promises: write them, or remove the headings.",
    hole: "'{heading}' of this {role} breaks off at '{text}'. Whoever follows it stops there: write what comes next.",
    holes:
      "{count} places of this {role} are still blank, '{text}' under '{heading}' first. Whoever follows it stops there: write what comes next.",
  },
  check({ path, page, roles }, { fault, gaps, skip }) {
    const urgency = urgencyOf(path, page, roles);
    if (urgency === undefined) return skip('a form, a log or a list of what is to come');
    const { name: role, severity } = urgency;
    const isPlain = severity === 'info';
    const unfilled = page.sections.filter(
      ({ placeholder: text }) => text !== undefined && (!isPlain || isBareWord(text)),
    );
    const [first] = unfilled;
    if (isPlain && !first) return skip('no document that people act on, such as a runbook');
    const top = { path, ...(page.sections[0] ? { span: page.sections[0].at } : {}) };
    if (first?.placeholder !== undefined && !page.sections.some(saysSomething)) {
      const at = { path, span: first.placeholderAt ?? first.at };
      return gaps([fault('page', at, { role, text: first.placeholder }, { severity })], top);
    }
    const headed = unfilled.filter(({ heading }) => heading !== '');
    const [one, all] = isPlain ? (['promise', 'promises'] as const) : (['section', 'sections'] as const);
    const sections = headed.map(({ heading, slug, placeholder: text = '', placeholderAt, at }) => {
      const options = { severity, cause: path, joined: all, discriminator: slug };
      return fault(one, { path, span: placeholderAt ?? at }, { role, heading, text }, options);
    });
    const holes = page.sections.flatMap(({ heading, slug, blanks = [] }) =>
      (isPlain || heading === '' ? [] : blanks).map(({ text, at: span }, index) => {
        const options = {
          severity,
          cause: `${path} hole`,
          joined: 'holes',
          discriminator: `${slug} ${index}`,
        } as const;
        return fault('hole', { path, span }, { role, heading, text }, options);
      }),
    );
    return gaps([...sections, ...holes], top);
  },
});

const saysSomething = ({ placeholder, words, commands }: SectionFacts): boolean =>
  placeholder === undefined && words + commands > 0;
