/** Wall time by phase, for `--timing`. */
export class Stopwatch {
  #last = performance.now();
  readonly #laps: { readonly name: string; readonly ms: number }[] = [];

  /** The time since the last lap (or the start) went into `name`. */
  lap(name: string): void {
    const now = performance.now();
    this.#laps.push({ name, ms: now - this.#last });
    this.#last = now;
  }

  /** One line per phase and the total since the process began, start-up included. */
  report(): string {
    const rows = [...this.#laps, { name: 'total with start-up', ms: performance.now() }];
    const width = Math.max(...rows.map((row) => row.name.length));
    return rows.map(({ name, ms }) => `${name.padEnd(width)}  ${ms.toFixed(0).padStart(6)} ms\n`).join('');
  }
}
