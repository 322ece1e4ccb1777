import type { Looked, Progress, Reach } from '@shipworthy/org';
import { visible } from '@shipworthy/reporters/visible';

/** Where nobody watches a line is written this often at most. */
const PLAIN_EVERY_MS = 10_000;
const ERASE_LINE = '\r\u001b[2K';

interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface ShownProgress<State = Progress> {
  readonly show: (state: State) => void;
  readonly end: () => void;
}

/** What GitHub still answers. */
type Budget = ReturnType<Reach['budget']>;

export interface ProgressOptions {
  /** Absent where nothing is asked of GitHub. */
  readonly budget?: (() => Budget) | undefined;
  /** Milliseconds since any moment. */
  readonly now?: () => number;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** How far the look at the clones is, from the first moment on: one line that changes on a terminal, few plain lines elsewhere. */
export function showLook(stream: ProgressStream, now: () => number = () => performance.now()): ShownProgress<Looked> {
  const lines = changing(stream, now);
  return {
    show: ({ done, total, name }) =>
      lines.write(`${done}/${total} clones looked at  ${visible(name)}`, done === 0 || done === total),
    end: lines.end,
  };
}

/**
 * Done of all, the rate, what is left to do and what is left of GitHub's limit: one line that changes on a terminal, few plain
 * lines elsewhere.
 */
export function showProgress(
  stream: ProgressStream,
  total: number,
  { budget, now = () => performance.now(), clock = () => Date.now() }: ProgressOptions = {},
): ShownProgress {
  const began = now();
  const lines = changing(stream, now);
  let first: number | undefined;
  const lineOf = ({ done, failed, unchanged, name }: Progress): string => {
    first ??= done - 1;
    const seconds = Math.max(0.001, (now() - began) / 1000);
    const rate = (done - first) / seconds;
    const left = rate > 0 ? `, ${timeWords((total - done) / rate)} left` : '';
    const asides = [
      unchanged > 0 ? `${unchanged} unchanged` : '',
      failed > 0 ? `${failed} failed` : '',
      budgetWords(budget?.(), clock()),
    ].filter(Boolean);
    return `${done}/${total} repositories, ${rate.toFixed(1)}/s${left}${asides.map((each) => `, ${each}`).join('')}  ${visible(name)}`;
  };
  return { show: (state) => lines.write(lineOf(state), state.done === total), end: lines.end };
}

/** One line after another: in the place of the one before where somebody watches, else when it is time or it has to be told. */
function changing(stream: ProgressStream, now: () => number) {
  let last = now();
  return {
    write(line: string, isDue: boolean): void {
      if (stream.isTTY) stream.write(ERASE_LINE + line);
      else if (isDue || now() - last >= PLAIN_EVERY_MS) {
        last = now();
        stream.write(`${line}\n`);
      }
    },
    end(): void {
      if (stream.isTTY) stream.write(ERASE_LINE);
    },
  };
}

/** `4812 requests of GitHub left for 32 min` */
function budgetWords(budget: Budget, now: number): string {
  if (!budget) return '';
  const { remaining, renewed } = budget;
  return `${remaining} ${remaining === 1 ? 'request' : 'requests'} of GitHub left for ${timeWords((renewed - now) / 1000)}`;
}

function timeWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
