/** Numbers of a version that make it another one: Node 22 and 20 differ, 22.1 and 22.3 are the same. Others are not compared. */
const SIGNIFICANT: Readonly<Record<string, number>> = {
  node: 1,
  java: 1,
  dotnet: 1,
  pnpm: 1,
  python: 2,
  go: 2,
  ruby: 2,
  php: 2,
  terraform: 2,
  elixir: 2,
};

/** Code names of Node's releases with long support. */
const CODE_NAMES: Readonly<Record<string, string>> = {
  gallium: '16',
  hydrogen: '18',
  iron: '20',
  jod: '22',
  krypton: '24',
};

type Numbers = readonly number[];

export const isCompared = (tool: string): boolean => Object.hasOwn(SIGNIFICANT, tool);

/** The significant numbers of one version; undefined for aliases that move (`lts/*`, `stable`) and for ranges. */
export function numbersOf(tool: string, written: string): Numbers | undefined {
  const text = written.trim().toLowerCase();
  const code = /^(?:lts[/-])?([a-z]+)$/.exec(text)?.[1];
  const named = code === undefined ? undefined : CODE_NAMES[code];
  // `ruby-3.3.1`, `temurin-21.0.2`, `go1.22`, `v20`, `20.x`, and asdf's prefixes.
  const plain =
    named ?? /^(?:[a-z-]*-|go|v)?(\d+(?:\.\d+)*)(?:\.[x*])?(?:[-+_][\w.+-]*|\.final|\.release)?$/.exec(text)?.[1];
  if (plain === undefined) return undefined;
  const numbers = plain.split('.').map(Number);
  // Java 8 was called 1.8.
  const own = tool === 'java' && numbers[0] === 1 && numbers.length > 1 ? numbers.slice(1) : numbers;
  return own.slice(0, SIGNIFICANT[tool] ?? 0);
}

/** Whether two versions are the same as far as both say. */
export const agree = (a: Numbers, b: Numbers): boolean =>
  a.slice(0, b.length).every((number, index) => number === b[index]);

/** Tools of which a plain version in a manifest is the lowest that will do. */
const LOWEST: ReadonlySet<string> = new Set(['go', 'java', 'dotnet']);

/** Whether a range of a manifest allows a version; undefined when the range is not understood. */
export function allows(tool: string, range: string, version: Numbers): boolean | undefined {
  const alternatives = range.split('||').map((part) => part.trim());
  const answers = alternatives.map((part) => allowsAll(tool, part, version));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

const COMPARATOR = /^(>=|<=|>|<|==?|!=|~>|~=|\^|~)?\s*v?(\d+(?:\.(?:\d+|[x*]))*)/;

function allowsAll(tool: string, part: string, version: Numbers): boolean | undefined {
  if (part === '*' || part === '') return true;
  const between = /^v?([\d.]+)\s+-\s+v?([\d.]+)$/.exec(part);
  const written = between
    ? [`>=${between[1]}`, `<=${between[2]}`]
    : part.replace(/([<>=!~^])\s+/g, '$1').split(/[\s,]+/);
  let answer: boolean | undefined = true;
  for (const one of written.filter((text) => text !== '')) {
    const [, operator = '', bound] = COMPARATOR.exec(one) ?? [];
    if (bound === undefined) return undefined;
    const numbers = bound
      .split('.')
      .filter((text) => /^\d+$/.test(text))
      .map(Number);
    const holds = compared(tool, operator, numbers, version);
    if (holds === false) return false;
    if (holds === undefined) answer = undefined;
  }
  return answer;
}

function compared(tool: string, operator: string, bound: Numbers, version: Numbers): boolean | undefined {
  const significant = bound.slice(0, version.length);
  const order = orderOf(version, significant);
  switch (operator) {
    case '>=':
      return order >= 0;
    case '>':
      // `>3.11.2` allows most of 3.11.
      return order > 0 || (order === 0 && bound.length > significant.length);
    case '<':
      // `<3.13.1` says nothing about 3.13 as a whole.
      return order < 0 || (order === 0 && bound.slice(version.length).some((number) => number > 0));
    case '<=':
      return order <= 0;
    case '!=':
      return true;
    case '^':
      return order >= 0 && version[0] === bound[0];
    case '~':
    case '~=':
    case '~>':
      return order >= 0 && (bound.length < 2 || version[0] === bound[0]);
    case '':
      return LOWEST.has(tool) ? order >= 0 : agree(version, significant);
    default:
      return agree(version, significant);
  }
}

/** Negative when `a` is older. Numbers that one does not say are taken as equal. */
export function orderOf(a: Numbers, b: Numbers): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
