import { all, allBefore, defineRule, type Gap, isByBot, link, saidLines, wordsUnseen } from '@shipworthy/rule-kit';
import { type GuardKind, type LostGuard, whereSaid } from '../guards.ts';
import { lostApprovals, lostChecks, lostTimeouts, widenedTokens } from '../lost-checks.ts';
import { lostProbes } from '../lost-probes.ts';
import { lostAlerts, lostObjectives, lostRunbooks } from '../lost-signals.ts';

export default defineRule({
  id: 'change/guardrail-kept',
  title: 'What catches mistakes is not taken away without a word',
  stages: ['improve'],
  qualities: ['reliability', 'security'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'essential',
  subject: 'change',
  needs: {
    guards: link('change -> guards'),
    alerts: all('alert-rules'),
    alertsBefore: allBefore('alert-rules'),
    objectives: all('slo'),
    objectivesBefore: allBefore('slo'),
    runbooks: all('runbook'),
    runbooksBefore: allBefore('runbook'),
    pipelines: all('ci-pipeline'),
    pipelinesBefore: allBefore('ci-pipeline'),
    deployments: all('deployment'),
    deploymentsBefore: allBefore('deployment'),
  },
  messages: {
    alert:
      'This change takes {what} away: {names}. What it told people, nobody hears any more. If that is meant, say why in the pull request.',
    objective:
      'This change takes {what} away: {names}. Nobody notices any more when the promise is broken. If that is meant, say why in the pull request.',
    runbook:
      'This change takes {what} away: {names}. Whoever is called next time starts from nothing. If that is meant, say why in the pull request, or what is read instead.',
    test: 'This change takes {what} away, and the code stays as it is: {names}. The next mistake there meets nothing. Put something in its place, or say why in the pull request.',
    check:
      'Since this change nothing stops a pull request by {names}. What it caught is caught by users from now on. Put it back, or say why in the pull request.',
    harmless:
      'Since this change a pull request passes whatever comes of {names}: a failure fails nothing. A check that nobody has to heed is not heeded. Let it fail, or say in the pull request until when it may not.',
    approval:
      'Since this change {names} deploys without the environment or the person that it waited for. Whoever pushes, releases. Put it back, or say why in the pull request.',
    token:
      'Since this change the jobs of {names} get a token that may do more than they were allowed. Say what each job needs, or why it needs all of it.',
    probe:
      'This change takes {what} away: {names}. Traffic goes to a program that cannot answer, or a hung one stays. Put it back, or say why in the pull request.',
    owner:
      'Since this change nobody owns {names}: the line that named {owners} is gone from CODEOWNERS. Changes there ask nobody. Name an owner, or say why in the pull request.',
    timeout:
      '{names} had a bound on its time and has none: a hung run holds its runner for hours. Put it back, or say why in the pull request.',
  },
  check(subject, { given, fault, gaps, pass, skip, unknown }) {
    const { change } = subject;
    const { guards } = given;
    if (!guards) return skip('there is no base');
    const alerts = { before: given.alertsBefore, after: given.alerts };
    const lost: readonly LostGuard[] = [
      ...lostAlerts(change, alerts),
      ...lostObjectives(change, { before: given.objectivesBefore, after: given.objectives }),
      ...lostRunbooks(change, { before: given.runbooksBefore, after: given.runbooks }, alerts),
      ...guards.tests.map(({ path, of }) => ({ kind: 'test', name: path, at: { path, absent: true }, of }) as const),
      ...lostChecks(guards.pipelines),
      ...lostApprovals(guards.pipelines),
      ...widenedTokens(given.pipelinesBefore, given.pipelines),
      ...lostProbes(change, given.deploymentsBefore, given.deployments),
      ...guards.unowned.map(
        ({ from, sample, files }) =>
          ({
            kind: 'owner',
            name: files === 1 ? sample : `${sample} and ${files - 1} more`,
            at: { path: from, absent: true },
          }) as const,
      ),
      ...lostTimeouts(guards.pipelines),
    ];
    const [any] = lost;
    if (!any) return skip('it takes nothing away that catches mistakes');
    if (isByBot(change.words)) return skip('a program made the change');
    const lines = saidLines(change.words);
    const silent = lost.filter((guard) => !whereSaid(guard, lines));
    const said = whereSaid(any, lines);
    if (silent.length === 0) return pass(any.at, `${said?.where ?? 'the change'} says so`);
    const unseen = wordsUnseen(change.words);
    if (unseen !== undefined) return unknown(unseen);
    const kinds = [...new Set(silent.map(({ kind }) => kind))];
    return gaps(
      kinds.flatMap((kind) =>
        faultOf(
          kind,
          silent.filter((guard) => guard.kind === kind),
        ),
      ),
      any.at,
    );

    function faultOf(kind: GuardKind, [first, ...others]: readonly LostGuard[]): readonly Gap[] {
      if (!first) return [];
      const related = others.map(({ at, name }) => ({ at, message: name }));
      const names = listed([first, ...others].map(({ name }) => name));
      const options = { discriminator: kind, related };
      if (kind === 'owner') {
        const owners = guards?.unowned[0]?.owners.join(', ') ?? '';
        return [fault(kind, first.at, { names, owners }, options)];
      }
      if (kind === 'timeout') return [fault(kind, first.at, { names }, { ...options, severity: 'info' })];
      if (kind === 'check' || kind === 'harmless' || kind === 'approval' || kind === 'token')
        return [fault(kind, first.at, { names }, options)];
      const [one, many] = COUNTED[kind];
      const what = others.length === 0 ? one : `${others.length + 1} ${many}`;
      return [fault(kind, first.at, { names, what }, options)];
    }
  },
});

const COUNTED = {
  alert: ['an alert', 'alerts'],
  objective: ['an objective', 'objectives'],
  runbook: ['a runbook', 'runbooks'],
  test: ['a file of tests', 'files of tests'],
  probe: ['a probe', 'probes'],
} as const;

const SHOWN = 3;
const listed = (names: readonly string[]): string =>
  names.length <= SHOWN ? names.join(', ') : `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;
