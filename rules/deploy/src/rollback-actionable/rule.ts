import type { SectionFacts } from '@shipworthy/model';
import { defineRule, link } from '@shipworthy/rule-kit';

/** Pages about bringing out releases: a way back from those touches data. Other sections take back one change. */
const OF_RELEASES =
  /(?:^|[-_./])(?:releas(?:e|es|ing)|deploy(?:s|ment|ments|ing)?|upgrad(?:e|es|ing)|roll-?backs?|roll-back|downgrad(?:e|ing))(?:[-_./]|$)/i;

/** A list of commands that holds the one for the way back among others is no plan, and nobody looks there for more. */
const LIST_OF_COMMANDS = /\b(?:commands|cheat ?sheet|snippets)\b/i;

/** Does a section stand in such a list? */
function isListed(sections: readonly SectionFacts[], index: number): boolean {
  const own = sections[index]?.level ?? 0;
  const above = sections.slice(0, index).findLast(({ level }) => level > 0 && level < own);
  return above !== undefined && LIST_OF_COMMANDS.test(above.heading);
}

export default defineRule({
  id: 'rollback/actionable',
  title: 'The way back can be followed',
  stages: ['deploy'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'rollback-plan',
  needs: { commands: link('page -> command'), areas: link('plan -> risky area') },
  messages: {
    wish: 'The way back names no command, button, workflow or step. At night nobody knows how it was meant: write down what to type or press.',
    gone: 'The way back runs `{command}`, and {script} has no {name}. It is found out in the worst minute: correct the line or restore the target.',
    data: 'The way back says nothing about the database, although there are {files} migrations as in {sample}. Code that goes back alone meets a schema that stayed: say what becomes of it.',
    when: 'The way back does not say when to take it. Under pressure people wait too long: name what has to be seen, and for how long.',
  },
  check(plan, { given, fault, gaps, skip }) {
    const { facts, page, path } = plan;
    const at = { path, span: page?.sections[facts.sections[0] ?? 0]?.at ?? facts.span };
    const parts = new Set(facts.sections);
    const blank = page?.sections.some(({ placeholder }, index) => placeholder !== undefined && parts.has(index));
    if (blank && !facts.action) return skip('a placeholder; docs/no-placeholder asks for its text');
    const faults = [];
    if (!facts.action) faults.push(fault('wish', at, {}, { discriminator: 'wish' }));
    for (const { command, at: written, section, found } of given.commands)
      if (parts.has(section) && found.state === 'dangling')
        faults.push(
          fault(
            'gone',
            written,
            { command, script: found.script.path, name: found.wanted },
            { discriminator: found.wanted },
          ),
        );
    const data = given.areas.find(({ area }) => area === 'data');
    if (OF_RELEASES.test(path) && facts.action && !facts.ofOneChange) {
      if (data && !facts.data)
        faults.push(
          fault(
            'data',
            at,
            { files: data.files, sample: data.sample },
            {
              discriminator: 'data',
              ...(isListed(page?.sections ?? [], facts.sections[0] ?? 0) ? { severity: 'info' } : {}),
            },
          ),
        );
      if (!facts.trigger) faults.push(fault('when', at, {}, { severity: 'info', discriminator: 'when' }));
    }
    return gaps(faults, { path, span: facts.action ?? facts.span });
  },
});
