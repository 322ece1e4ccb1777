import { supportsColor } from 'chalk';

type Env = Readonly<Record<string, string | undefined>>;
export type ColorLevel = 0 | 1 | 2 | 3;

/** Columns when the output is not a terminal, or does not say. */
const DEFAULT_WIDTH = 100;

export interface ColorQuestion {
  /** `--color` or `--no-color`, if given. */
  readonly flag: boolean | undefined;
  readonly env: Env;
  readonly isTTY: boolean;
  /** What the terminal was found to support. */
  readonly detected: ColorLevel;
}

/** The flag wins over NO_COLOR (https://no-color.org), that over FORCE_COLOR, that over what the terminal is. */
export function colorLevel({ flag, env, isTTY, detected }: ColorQuestion): ColorLevel {
  if (flag !== undefined) return flag ? atLeastBasic(detected) : 0;
  if (env.NO_COLOR) return 0;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forcedLevel(forced, detected);
  return isTTY && env.TERM !== 'dumb' ? detected : 0;
}

function forcedLevel(forced: string, detected: ColorLevel): ColorLevel {
  if (forced === '0' || forced === 'false') return 0;
  if (forced === '1' || forced === '2' || forced === '3') return Number(forced) as ColorLevel;
  return atLeastBasic(detected);
}

function atLeastBasic(level: ColorLevel): ColorLevel {
  return level === 0 ? 1 : level;
}

/** What chalk finds of standard output. */
export function detectedColor(): ColorLevel {
  return supportsColor ? (supportsColor.level as ColorLevel) : 0;
}

/** First versions of terminals that understand OSC 8 hyperlinks, as `major.minor`; 0.0: every version that names itself. */
const LINKING_PROGRAMS: ReadonlyMap<string | undefined, readonly [major: number, minor: number]> = new Map([
  ['iTerm.app', [3, 1]],
  ['WezTerm', [20200620, 0]],
  ['vscode', [1, 72]],
  ['ghostty', [0, 0]],
  ['zed', [0, 0]],
  ['rio', [0, 0]],
]);
const LINKING_TERMS = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|wezterm|contour)(?:-|$)/;
/** VTE 0.50.0 crashed on them; 0.50.1 is the first that works. */
const FIRST_LINKING_VTE = 5001;

/**
 * Is the terminal known to understand OSC 8 hyperlinks? Terminals do not answer that, so only names count; inside a
 * multiplexer the outer terminal's name says nothing. FORCE_HYPERLINK decides against everything.
 */
export function supportsHyperlinks(env: Env, isTTY: boolean): boolean {
  const forced = env.FORCE_HYPERLINK;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  const term = env.TERM ?? '';
  if (!isTTY || env.CI !== undefined || term === 'dumb' || /^(?:screen|tmux)/.test(term) || env.TMUX) return false;
  const program = LINKING_PROGRAMS.get(env.TERM_PROGRAM);
  if (program) return atLeast(env.TERM_PROGRAM_VERSION ?? '', program);
  if (Number(env.VTE_VERSION ?? 0) >= FIRST_LINKING_VTE) return true;
  return env.WT_SESSION !== undefined || LINKING_TERMS.test(term);
}

function atLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [have = 0, haveMinor = 0] = version.split(/[.-]/).map(Number);
  return have > major || (have === major && haveMinor >= minor);
}

/** Columns of standard output. */
export function columns(stream: { readonly columns?: number }): number {
  return stream.columns !== undefined && stream.columns > 0 ? stream.columns : DEFAULT_WIDTH;
}
