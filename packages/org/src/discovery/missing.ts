import type { FinishedRun } from '../store/store.ts';
import type { DiscoveredRepository, Discovery } from './discovered.ts';

/**
 * A discovery with what the run before knew and it does not show, where nobody chose so: else fewer repositories would be
 * reported without a word. Told in one run, after which they are gone.
 */
export function withMissing(discovery: Discovery, before: FinishedRun | undefined): Discovery {
  const { title, repositories, missing } = discovery;
  if (missing === undefined || before?.header.title !== title) return discovery;
  const shown = new Set(repositories.map(({ id }) => id));
  const gone: DiscoveredRepository[] = [];
  for (const { id, name, url, state, missing: told } of before.records.values())
    if (!shown.has(id) && state !== 'excluded' && !told)
      gone.push({
        id,
        name,
        ...(url === undefined ? {} : { url }),
        failed: missing,
        missing: true,
        open: () => Promise.reject(new Error(missing)),
      });
  return { ...discovery, repositories: [...repositories, ...gone] };
}
