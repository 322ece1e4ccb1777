/**
 * Does each piece of work, never more than `most` at once; work may add to `pieces` meanwhile. Rejects with the first failure,
 * and begins nothing after it.
 */
export async function fewAtOnce<T>(pieces: T[], most: number, work: (piece: T) => Promise<void>): Promise<void> {
  let next = 0;
  let failed = false;
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  while (!failed && (next < pieces.length || running.size > 0)) {
    while (next < pieces.length && running.size < most) {
      const piece = pieces[next++];
      if (piece === undefined) continue;
      const run: Promise<void> = work(piece)
        .catch((error: unknown) => {
          failed = true;
          failures.push(error);
        })
        .finally(() => running.delete(run));
      running.add(run);
    }
    await Promise.race(running);
  }
  await Promise.all(running);
  if (failed) throw failures[0];
}
