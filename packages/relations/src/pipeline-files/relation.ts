import type { RelationModule } from '@shipworthy/model';
import { edgeOfLink } from '../graph/edge-of-link.ts';
import { localCalls } from './calls.ts';
import { idleFilters } from './filters.ts';

/** What a pipeline names in this repository: workflows, actions and files it calls, and paths that start it. */
export const pipelineFiles: RelationModule<'ci-pipeline -> files'> = {
  name: 'ci-pipeline -> files',
  graph: { from: 'ci-pipeline', edges: ({ calls }) => calls.flatMap(({ link, target }) => edgeOfLink(link, target)) },
  build:
    (context) =>
    ({ artifact }) => ({ calls: localCalls(context, artifact), idleFilters: idleFilters(context, artifact) }),
};
