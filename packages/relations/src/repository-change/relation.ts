import type { RelationModule } from '@shipworthy/model';

/** The change that is judged, for rules on its parts: which other files it holds, and what people said of it. */
export const repositoryChange: RelationModule<'repository -> change'> = {
  name: 'repository -> change',
  build:
    ({ change }) =>
    () =>
      change,
};
