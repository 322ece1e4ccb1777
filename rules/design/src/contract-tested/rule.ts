import { type Artifact, all, defineRule, link, type PipelineJob, type Place } from '@shipworthy/rule-kit';
import { keptTogether } from '../described-by-code.ts';
import { whyNotOwn } from '../others-contracts.ts';

/** Tools that compare two versions of a description, or its style: neither looks at the service. */
const ONLY_THE_TEXT = /break|diff|lint|spectral|vacuum|openapi-changes|validator-badge/i;

/** What a product calls and others provide: its side of the description is the caller's. */
const PROVIDED_BY_OTHERS = /\b(?:web-?hooks?|plug-?ins?|call-?backs?)\b/i;

export default defineRule({
  id: 'contract/tested',
  title: 'A test compares the contract with the service',
  stages: ['design', 'test'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  packs: ['scenario-http-endpoint'],
  subject: 'openapi',
  presence: { asked: ['service', 'shipped-component'], kinds: ['test-contract'] },
  needs: {
    tests: all('test-contract'),
    unit: all('test-unit'),
    integration: all('test-integration'),
    e2e: all('test-e2e'),
    manifests: all('dependency-manifest'),
    pipelines: link('repository -> pipelines'),
    names: link('repository -> names'),
    parts: link('contract -> parts'),
  },
  messages: {
    drifts:
      '{path} describes the service, and no test compares the two. They will drift apart, and a customer notices first: let a test check its responses against it, or run schemathesis against the build.',
    allDrift:
      '{count} descriptions, {path} among them, describe the service, and no test compares them with it. They will drift apart, and a customer notices first: let a test check its responses against them, or run schemathesis against the build.',
  },
  check(contract, { given, fault, gaps, pass, skip }) {
    const { path, pathClass, facts } = contract;
    const others = whyNotOwn(contract, given.names, given.parts);
    if (others !== undefined) return skip(others);
    if (facts.operations.length === 0 && facts.splitPaths.length === 0) return skip('it describes no operation');
    const [test] = given.tests;
    if (test) return pass(placeOf(test));
    const run = comparing(given.pipelines.jobs);
    if (run) return pass(run.at, `by ${run.tool}`);
    const reads = [...given.integration, ...given.e2e, ...given.unit].find((suite) =>
      suite.facts.means.includes('openapi-document'),
    );
    if (reads) return pass(placeOf(reads), 'a test reads a description');
    if (pathClass === 'generated' || facts.generator !== undefined) return skip('it is made from the code');
    const bound = keptTogether(given.manifests);
    if (bound?.how === 'served') return pass(bound.at, `${bound.name} serves or checks what it says`);
    if (bound) return skip(`${bound.name} makes descriptions from the code`);
    const span = facts.spans.info ?? facts.spans[''];
    const at = { path, ...(span ? { span } : {}) };
    const called = PROVIDED_BY_OTHERS.test(`${path} ${facts.title ?? ''}`);
    const options = called
      ? ({ cause: 'no contract test, called', joined: 'allDrift', severity: 'info' } as const)
      : ({ cause: 'no contract test', joined: 'allDrift' } as const);
    return gaps([fault('drifts', at, { path }, options)], at);
  },
});

type Suite = Artifact<'test-unit' | 'test-integration' | 'test-e2e' | 'test-contract'>;

const placeOf = ({ path, facts }: Suite): Place => ({ path, ...(facts.checks ? { span: facts.checks } : {}) });

/** A command of a pipeline that compares a description with what runs. */
function comparing(jobs: readonly PipelineJob[]): { readonly tool: string; readonly at: Place } | undefined {
  for (const { purposes } of jobs)
    for (const { purpose, tool, at } of purposes.found)
      if (purpose === 'contract' && !ONLY_THE_TEXT.test(tool)) return { tool, at };
  return undefined;
}
