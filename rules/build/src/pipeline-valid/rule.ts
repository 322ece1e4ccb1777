import { checkedBy, defineRule, link } from '@shipworthy/rule-kit';
import { SYSTEMS } from '../pipeline-systems.ts';

export default defineRule({
  id: 'pipeline/valid',
  title: 'Pipelines say only what their system understands',
  stages: ['build'],
  qualities: ['reliability'],
  severity: 'error',
  confidence: 'high',
  preset: 'essential',
  subject: 'ci-pipeline',
  needs: { files: link('ci-pipeline -> files'), pipelines: link('repository -> pipelines') },
  messages: {
    broken:
      '{system}: {what}.{nearest} The run is refused or the line is ignored, and nobody is told: correct it, and look at the next run.',
    doubtful:
      '{system}: {what}, as far as this tool knows. If it is misspelled the line is ignored and nobody is told: check it against the documentation.',
    missing:
      "{system}: calls '{target}', which is not in this repository.{nearest} The run fails as soon as it gets there: correct the path, or take the call out.",
    idle: "Changes to '{pattern}' never start this: nothing is there any more.{nearest} What moved away from it is no longer checked: name its new place, or drop the line.",
    idleIgnored:
      "Ignoring '{pattern}' ignores nothing: no such path is here.{nearest} Changes that were meant to be left out start the pipeline every time: correct the path.",
    idleIgnoredTogether:
      "Ignoring '{pattern}' ignores nothing in any of {count} places: no such path is here.{nearest} Changes that were meant to be left out start the pipelines every time: correct the paths.",
    written:
      "'{pattern}' matches no file, so changes there {effect}: GitHub compares it with whole paths from the root, {why}. Write '{instead}'.",
    writtenTogether:
      "{count} path filters match no file, '{pattern}' first, so changes there {effect}: GitHub compares them with whole paths from the root, {whys}. Write '{instead}', and the others like it.",
    idleTogether:
      "Changes to '{pattern}' never start any of {count} triggers: nothing is there any more.{nearest} What moved away from it is no longer checked: name its new place, or drop the lines.",
  },
  check(pipeline, { given, fault, gaps, pass, skip }) {
    const { facts, path } = pipeline;
    if (facts.dormant !== undefined) return skip(facts.dormant);
    const system = SYSTEMS[facts.system];
    if (facts.read === 'detected') return skip(`pipelines of ${system} are recognised and not read`);
    const meant = (word: string | undefined) => (word === undefined ? '' : ` '${word}' is near it.`);
    // It knows the language of workflows better than this tool where this one is in doubt.
    const checker = checkedBy(given.pipelines, ['actionlint']);
    const judged = facts.faults.filter(({ certain }) => certain === 'broken' || !checker);
    const own = judged.map(({ code, what, at, certain, nearest }, index) =>
      certain === 'broken'
        ? fault(
            'broken',
            { path, span: at },
            { system, what, nearest: meant(nearest) },
            { discriminator: `${code}-${index}` },
          )
        : fault(
            'doubtful',
            { path, span: at },
            { system, what },
            { severity: 'warning', discriminator: `${code}-${index}` },
          ),
    );
    const calls = given.files.calls.flatMap(({ target, at, link }) =>
      link.state === 'dangling'
        ? [fault('missing', at, { system, target, nearest: meant(link.nearest) }, { discriminator: target })]
        : [],
    );
    const filters = given.files.idleFilters.map(({ pattern, at, filter, nearest, because, instead = '' }) => {
      if (because !== 'gone') {
        const effect = filter === 'paths' ? 'never start what they should' : 'start what they should not';
        const prefix = "which begin without './' or '/'";
        const [why, whys] = because === 'prefix' ? [prefix, prefix] : ['and it is a folder', 'and they are folders'];
        return fault(
          'written',
          at,
          { pattern, effect, why, whys, instead },
          {
            severity: 'warning',
            discriminator: `${filter}:${pattern}`,
            cause: `${because}:${filter}`,
            joined: 'writtenTogether',
          },
        );
      }
      return fault(
        filter === 'paths' ? 'idle' : 'idleIgnored',
        at,
        { pattern, nearest: meant(nearest) },
        {
          severity: 'warning',
          discriminator: `${filter}:${pattern}`,
          cause: `idle:${filter}:${pattern}`,
          joined: filter === 'paths' ? 'idleTogether' : 'idleIgnoredTogether',
        },
      );
    });
    const found = [...own, ...calls, ...filters];
    return checker && found.length === 0 && judged.length < facts.faults.length
      ? pass(checker.at, `left to ${checker.tool}, which looks at changes`)
      : gaps(found, pipeline.at());
  },
});
