import type { CiPipelineFacts } from '@shipworthy/model';
import type { YamlMap } from '../../formats/yaml/index.ts';
import { secretsWithin } from '../secrets.ts';
import { pairSpan } from '../written.ts';
import { readSteps } from './steps.ts';

/** Is it an action made of steps? Those of other forms are programs, which nobody reads here. */
export function isCompositeAction(root: YamlMap): boolean {
  return root.map('runs')?.text('using') === 'composite';
}

/** Its steps, as one job that only others call. */
export function readCompositeAction(text: string, root: YamlMap): CiPipelineFacts {
  const name = root.text('name');
  const runs = root.entry('runs');
  const steps = readSteps(root.map('runs')?.get('steps'), { variables: {}, source: text });
  return {
    system: 'github-actions',
    read: 'jobs',
    ...(name === undefined ? {} : { name }),
    triggers: runs ? [{ on: 'called', event: 'composite', at: runs.keySpan }] : [],
    jobs: runs
      ? [
          {
            id: 'runs',
            at: runs.keySpan,
            needs: [],
            conditions: [],
            steps,
            services: [],
            secrets: secretsWithin(text, pairSpan(runs)),
          },
        ]
      : [],
    includes: [],
    callable: true,
    secrets: [],
    faults: [],
  };
}
