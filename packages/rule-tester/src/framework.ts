/** What the tester needs of a test framework. */
export interface Framework {
  describe(name: string, body: () => void): void;
  test(name: string, body: () => void | Promise<void>): void;
}

/** The framework that runs: its globals (Jest, Vitest with `globals: true`, Bun), or else the one of Node. */
export const framework: Framework = await frameworkThatRuns(globalThis);

async function frameworkThatRuns(globals: object): Promise<Framework> {
  return offersTests(globals) ? globals : await import('node:test');
}

function offersTests(globals: object): globals is Framework {
  return (
    'describe' in globals &&
    typeof globals.describe === 'function' &&
    'test' in globals &&
    typeof globals.test === 'function'
  );
}
