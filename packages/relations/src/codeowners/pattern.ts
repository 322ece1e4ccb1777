/** Whose reading of patterns applies. */
export type PatternDialect = 'github' | 'gitlab';

/** No path is longer (PATH_MAX of Linux), so nothing is found by a longer pattern. */
const LONGEST_PATTERN = 4096;

/** Any number of whole segments, none included. */
export const ANY = Symbol('any segments');
/** A wildcard inside a segment. */
const STAR = -1;
const QUESTION = -2;

/** One segment: its text, or UTF-16 codes with wildcards between them. */
export type SegmentToken = string | readonly number[];
export type PatternToken = SegmentToken | typeof ANY;

/** `*` alone: exactly one segment, whatever its name. */
const ONE: SegmentToken = [STAR];

/**
 * A pattern of CODEOWNERS as a list of segments to match one after another. Undefined when the dialect's reading is not
 * known here (bracket ranges), or it is longer than any path.
 *
 * GitHub ("About code owners"): as gitignore, except that `docs/*` does not reach below `docs`. GitLab ("Code Owners
 * syntax"): a pattern without a leading slash may start in any folder, and a folder needs a slash at its end.
 */
export function compilePattern(pattern: string, dialect: PatternDialect): readonly PatternToken[] | undefined {
  if (pattern.length > LONGEST_PATTERN || /(?<!\\)\[/.test(pattern)) return undefined;
  const segments = pattern.split('/');
  const anchored = segments[0] === '';
  if (anchored) segments.shift();
  const folder = segments.length > 1 && segments.at(-1) === '';
  if (folder) segments.pop();
  if (segments.length === 0 || (segments.length === 1 && segments[0] === '')) return [''];
  const lone = segments.length === 1;
  const floating = !anchored && (dialect === 'gitlab' || lone);
  const tokens: PatternToken[] = segments.map((segment) => (segment === '**' ? ANY : segmentToken(segment)));
  const last = segments.at(-1);
  if (floating && tokens[0] !== ANY) tokens.unshift(ANY);
  if (folder || last === '**') tokens.push(ONE, ANY);
  else if (dialect === 'github' && !(last === '*' && (anchored || !lone))) tokens.push(ANY);
  return tokens;
}

/** Why `compilePattern` has no answer. */
export function whyNotCompiled(pattern: string): string {
  return pattern.length > LONGEST_PATTERN
    ? 'the pattern is longer than any path'
    : 'the pattern has a range in brackets';
}

function segmentToken(segment: string): SegmentToken {
  const codes: number[] = [];
  for (let index = 0; index < segment.length; index++) {
    const character = segment[index];
    if (character === '\\' && index + 1 < segment.length) codes.push(segment.charCodeAt(++index));
    else if (character === '*' && codes.at(-1) === STAR) continue;
    else if (character === '*') codes.push(STAR);
    else codes.push(character === '?' ? QUESTION : segment.charCodeAt(index));
  }
  return codes.some((code) => code < 0) ? codes : String.fromCharCode(...codes);
}

/** The literal text at the start of a segment. */
export function literalStart(token: SegmentToken): string {
  if (typeof token === 'string') return token;
  const wild = token.findIndex((code) => code < 0);
  return String.fromCharCode(...token.slice(0, wild));
}

/** `.ts` for `*.ts`; undefined unless the segment is one star and a literal end that starts at a dot. */
export function literalExtension(token: SegmentToken): string | undefined {
  if (typeof token === 'string' || token.lastIndexOf(STAR) !== 0 || token.includes(QUESTION)) return undefined;
  const end = String.fromCharCode(...token.slice(1));
  return end.lastIndexOf('.') === 0 ? end : undefined;
}

/** The longest text that a wildcard's match must hold; '' if none. */
export function longestLiteral(token: SegmentToken): string {
  if (typeof token === 'string') return token;
  let best: readonly number[] = [];
  for (let start = 0, end = 0; end <= token.length; end++) {
    const code = token[end];
    if (code !== undefined && code >= 0) continue;
    if (end - start > best.length) best = token.slice(start, end);
    start = end + 1;
  }
  return String.fromCharCode(...best);
}

/** Is it `*` alone? */
export function isOne(token: PatternToken | undefined): boolean {
  return token !== ANY && typeof token === 'object' && token.length === 1 && token[0] === STAR;
}

/**
 * Do the segments of a path match? Backtracks to the last `**` only, so it takes at most (tokens x segments) steps,
 * each of at most (pattern x segment length) steps.
 */
export function matchesTokens(tokens: readonly PatternToken[], segments: readonly string[]): boolean {
  let token = 0;
  let segment = 0;
  let anyAt = -1;
  let resumeAt = 0;
  while (segment < segments.length) {
    const wanted = tokens[token];
    if (wanted === ANY) {
      anyAt = token++;
      resumeAt = segment;
    } else if (wanted !== undefined && matchesSegment(wanted, segments[segment] ?? '')) {
      token++;
      segment++;
    } else if (anyAt >= 0) {
      token = anyAt + 1;
      segment = ++resumeAt;
    } else return false;
  }
  while (tokens[token] === ANY) token++;
  return token === tokens.length;
}

/** Does the name of one file or folder match? */
export function matchesSegment(token: SegmentToken, text: string): boolean {
  if (typeof token === 'string') return token === text;
  let at = 0;
  let index = 0;
  let starAt = -1;
  let resumeAt = 0;
  while (index < text.length) {
    const code = token[at];
    if (code === STAR) {
      starAt = at++;
      resumeAt = index;
    } else if (code === QUESTION || code === text.charCodeAt(index)) {
      at++;
      index++;
    } else if (starAt >= 0) {
      at = starAt + 1;
      index = ++resumeAt;
    } else return false;
  }
  while (token[at] === STAR) at++;
  return at === token.length;
}
