/**
 * Does the work of each, so many at once. Begins nothing after a failure, and rejects with it when what was begun has ended: what
 * it has may still be kept, and nobody writes after that.
 */
export async function inTurn<T>(
  pieces: readonly T[],
  atOnce: number,
  work: (piece: T) => Promise<void>,
): Promise<void> {
  const next = pieces.values();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const piece of next) {
      if (failures.length > 0) return;
      await work(piece).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, pieces.length) }, worker));
  if (failures.length > 0) throw failures[0];
}
