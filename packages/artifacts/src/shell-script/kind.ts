import type { Artifact } from '@shipworthy/model';
import type { KindModule, Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** Names without an extension that scripts of a repository have by convention: `script/test`, `bin/ci`. */
const BARE =
  /^(?:test|tests|spec|lint|linter|format|fmt|check|checks|ci|cibuild|ci-build|build|compile|package|verify|validate|deploy|release|publish|e2e|integration|unit|run|run-?tests?|typecheck|smoke)(?:[-_.]?\w+)?$/;
/** Recipes of images: what they run while an image is built. */
const RECIPE = /^(?:[\w.-]+\.)?(?:dockerfile|containerfile)(?:\.[\w.-]+)?$/i;
const SHELL_LINE = /^#!.*\b(?:ba|z|da|k|a)?sh\b/;
/** Longer scripts are installers that hold other files. */
const MAX_LENGTH = 100_000;
const CONFIDENCE = 0.9;

/** What a script of the shell runs; internal, so that pipelines can be followed into it. */
export const shellScriptKind: KindModule<'shell-script'> = {
  kind: 'shell-script',
  factsVersion: 3,
  paths: {
    extensions: ['sh', 'bash', 'zsh'],
    test: (name) => (BARE.test(name) && !name.includes('.')) || RECIPE.test(name),
  },
  notIn: ['vendored'],
  sniff: ({ text, baseName }) =>
    text.length <= MAX_LENGTH &&
    (/\.(?:sh|bash|zsh)$/i.test(baseName) || SHELL_LINE.test(text) || RECIPE.test(baseName)),
  load: async () => parseShellScript,
};

function parseShellScript(file: RepositoryFile): Parsed<'shell-script'> {
  const plain = withoutRemarks(file.text);
  const text = RECIPE.test(file.baseName) ? runLines(plain) : plain;
  const artifact: Artifact<'shell-script'> = {
    kind: 'shell-script',
    path: file.path,
    pathClass: file.pathClass,
    level: 'scraped',
    confidence: CONFIDENCE,
    why: ['is a script of the shell'],
    id: file.path,
    facts: { commands: text === '' ? [] : [{ text, at: [0, file.text.length] }] },
  };
  return { artifacts: [artifact], problems: [] };
}

/** Most of a script are remarks and blank lines, and facts are stored. */
const withoutRemarks = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .join('\n');

const RUN = /^[ \t]*(?:ONBUILD[ \t]+)?RUN[ \t]+((?:--\S+[ \t]+)*)/i;

/** The commands of `RUN`, each on its line; those in the form of a list are commands as well. */
function runLines(text: string): string {
  const found: string[] = [];
  let goesOn = false;
  for (const line of text.split('\n')) {
    const starts = RUN.exec(line);
    if (starts)
      found.push(line.slice(starts[0].length).replace(/^\[(.*)\]$/, (_, list: string) => list.replaceAll(',', ' ')));
    else if (goesOn) found.push(line);
    goesOn = (starts !== null || goesOn) && /\\\s*$/.test(line);
  }
  return found.join('\n');
}
