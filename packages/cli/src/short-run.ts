import { setFlagsFromString } from 'node:v8';

/** V8's default, 132 KiB of bytecode run, was made for processes that live long. */
const INTERRUPT_BUDGET = 1_000_000;

/**
 * How much of the memory found in use may be added before it is looked for garbage, in percent. V8's own is up to 300 on a
 * large machine; an audit throws nearly everything away, so that its peak was three times what it needed. At 50 the peak is a
 * tenth lower than at 100, and the time the same.
 */
const HEAP_GROWING_PERCENT = 50;

/**
 * Compiles each regular expression once. V8 interprets it the first time and compiles it anew the second; of the thousand
 * that an audit meets nearly all are met twice, and compiling them took a seventh of its processor time, which this halves. It
 * counts for those that are made afterwards: call before the code is loaded.
 */
export function compilePatternsOnce(): void {
  setFlagsFromString('--regexp-tier-up-ticks=0');
}

/** Whatever throws nearly all away that it reads: one audit, and one after the other. Call when the code is loaded. */
export function boundHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
}

/**
 * Tells V8 that the run is short. Node 20's asks early for optimised code, and a third of the processor time of an audit
 * went into making code that hardly ran; later versions wait by themselves. Call when the code is loaded: what Node keeps
 * compiled of its own modules is only used while the flags are as they were.
 */
export function expectShortRun(nodeVersion = process.versions.node): void {
  boundHeapGrowth();
  if (/^20\./.test(nodeVersion)) setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
