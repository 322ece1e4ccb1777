import {
  type Artifact,
  isTest,
  mayHide,
  type Pipelines,
  type Place,
  type TestKind,
  type TestLayer,
  type Wired,
  wired,
} from '@shipworthy/rule-kit';
import { covers } from './coverage-of-runs.ts';

/** When the tests of a layer run, and whether their failure stops anything. */
export type Verdict =
  | { readonly state: 'runs'; readonly at: Place; readonly note?: string }
  | { readonly state: 'hidden'; readonly why: string; readonly at: Place }
  | { readonly state: 'harmless'; readonly at: Place; readonly run: Wired }
  | { readonly state: 'late'; readonly run: Wired }
  | { readonly state: 'never'; readonly call?: string; readonly at: Place };

/** What pipelines do with the tests of a layer. */
export function verdictOn(layer: TestLayer, tests: readonly Artifact<TestKind>[], pipelines: Pipelines): Verdict {
  const runs = wired(pipelines, isTest).filter(({ found }) => tests.some((test) => covers(found, test, layer)));
  const onChange = runs.filter(({ when }) => when === 'change');
  const blocking = onChange.find(({ found }) => found.harmless === undefined);
  if (blocking) return { state: 'runs', at: blocking.found.at };
  const [unseen] = [
    ...mayHide(pipelines, 'test', ['change']),
    ...(runs.length === 0 ? mayHide(pipelines, 'test') : []),
  ];
  if (unseen)
    return { state: 'hidden', why: `${unseen.what} may run the ${layer} tests: ${unseen.why}`, at: unseen.at };
  const [harmless] = onChange;
  if (harmless?.found.harmless) return { state: 'harmless', at: harmless.found.harmless, run: harmless };
  const [other] = runs;
  if (other?.when === 'branch')
    return { state: 'runs', at: other.found.at, note: `${layer} tests run after the merge` };
  if (other?.when === 'schedule') return { state: 'runs', at: other.found.at, note: `${layer} tests run by schedule` };
  // A preview that was deployed, another pipeline that ended: most of these follow a change.
  const event = other?.when === 'other' ? other.job.triggers[0]?.event : undefined;
  if (other && event !== undefined)
    return {
      state: 'hidden',
      why: `the ${layer} tests run on ${event}, and what causes it is not seen`,
      at: other.found.at,
    };
  if (other) return { state: 'late', run: other };
  const idle = pipelines.idle.find(({ found }) =>
    found.some((one) => isTest(one) && tests.some((test) => covers(one, test, layer))),
  );
  const [first] = tests;
  return idle
    ? { state: 'never', call: idle.call, at: idle.at }
    : { state: 'never', at: { path: first?.path ?? '', ...(first?.facts.checks ? { span: first.facts.checks } : {}) } };
}
