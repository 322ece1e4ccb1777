import type { Artifact, AssistantLimit, Place } from '@shipworthy/model';
import { all, defineRule } from '@shipworthy/rule-kit';

/** Migrations are asked for only where the text speaks of them: many repositories have none. */
const ASKED: Readonly<Partial<Record<AssistantLimit, string>>> = {
  security: 'security logic',
  dependencies: 'new dependencies',
  ownership: 'what a person has to approve',
};
/** One that is missing may be said in words that are not known here. */
const MIN_MISSING = 2;

/** Names that generators give to what they write into every repository. */
const GENERATED = /(?:^|\/)zz_generated|\.generated\.\w+$/i;

export default defineRule({
  id: 'assistant/bounded-use',
  title: 'Instructions to coding assistants set limits and name the checks',
  stages: ['build'],
  qualities: ['security', 'maintainability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'strict',
  subject: 'repository',
  needs: { instructions: all('assistant-instructions'), owners: all('ownership') },
  messages: {
    unlimited:
      '{path} sets assistants no limits on {missing}. What they invent there looks finished and is not: add a line on each, such as "no new dependency without a reason in the pull request; changes to authentication need an owner".',
    unchecked:
      '{path} names no command that tests or lints a change, so what an assistant hands over was never run. Add the two commands.',
  },
  check(_, { given, fault, gaps, skip, unknown }) {
    const [main, ...others] = given.instructions.toSorted(byWeight);
    if (!main) return skip('no instructions to assistants, and nobody has to have them');
    const all = [main, ...others];
    const whole = all.filter(({ facts }) => !facts.partial);
    if (whole.length === 0) return skip('only instructions for parts of the tree');
    if (whole.every(({ path }) => GENERATED.test(path)))
      return unknown(`${main.path} is generated; what it is made from is kept elsewhere`, { path: main.path });
    if (whole.every(({ facts }) => facts.takesOver !== undefined))
      return unknown(`${main.path} only hands over to ${main.facts.takesOver ?? 'another text'}`, { path: main.path });
    const found: Place[] = [];
    const missing = Object.entries(ASKED).flatMap(([limit, words]) => {
      const at = limitSet(limit as AssistantLimit, all) ?? (limit === 'ownership' ? guarded(given.owners) : undefined);
      if (at) found.push(at);
      return at ? [] : [words];
    });
    const at = { path: main.path, span: [0, 0] } as const;
    const run = all.find(({ facts }) => facts.commands.test ?? facts.commands.lint);
    const command = run?.facts.commands.test ?? run?.facts.commands.lint;
    if (run && command) found.push({ path: run.path, span: command });
    const leads = whole.find(({ facts }) => facts.leadsTo !== undefined);
    if (leads && (missing.length >= MIN_MISSING || !run))
      return unknown(`${leads.facts.leadsTo}, which ${leads.path} tells to read, may hold the rest`, {
        path: leads.path,
      });
    return gaps(
      [
        ...(missing.length >= MIN_MISSING
          ? [fault('unlimited', at, { path: main.path, missing: listed(missing) }, { discriminator: 'limits' })]
          : []),
        ...(run ? [] : [fault('unchecked', at, { path: main.path }, { discriminator: 'commands' })]),
      ],
      found,
    );
  },
});

type Instructions = Artifact<'assistant-instructions'>;

/** The text that speaks for the repository: not for a part, not one that only hands over; AGENTS.md before others. */
function byWeight(a: Instructions, b: Instructions): number {
  const weight = ({ facts, path }: Instructions): number =>
    (facts.partial ? 100 : 0) +
    (facts.takesOver === undefined ? 0 : 50) +
    (/(?:^|\/)agents\.md$/i.test(path) ? 0 : 10) +
    path.split('/').length;
  return weight(a) - weight(b) || (a.path < b.path ? -1 : 1);
}

function limitSet(limit: AssistantLimit, instructions: readonly Instructions[]): Place | undefined {
  for (const { path, facts } of instructions) {
    const span = facts.limits[limit];
    if (span) return { path, span };
  }
  return undefined;
}

/** CODEOWNERS asks a person, whoever wrote the change. */
function guarded(owners: readonly Artifact<'ownership'>[]): Place | undefined {
  const file = owners.find(
    ({ facts }) => facts.flavour === 'codeowners' && facts.lines.some((line) => line.owners.length > 0),
  );
  return file && { path: file.path };
}

const listed = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('');
