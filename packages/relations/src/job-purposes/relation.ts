import type { RelationModule } from '@shipworthy/model';
import { jobReaderOf } from '../purposes/job-purposes.ts';

/** What a job is there for, by the programs that its steps lead to. */
export const jobPurposes: RelationModule<'job -> purposes'> = {
  name: 'job -> purposes',
  graph: {
    from: 'job',
    edges: ({ found, unseen }) => [
      ...new Map(
        found.map(({ purpose, at, through }) => [
          purpose,
          { to: { type: 'purpose', name: purpose }, state: 'resolved' as const, how: through.join(' -> '), at },
        ]),
      ).values(),
      ...unseen.map(({ what, why, at }) => ({
        to: { type: 'unseen', name: what },
        state: 'unknown' as const,
        how: why,
        at,
      })),
    ],
  },
  build(context) {
    const reader = jobReaderOf(context);
    return ({ path, job }) => {
      const { found, unseen } = reader.read(path, job);
      return { found, unseen };
    };
  },
};
