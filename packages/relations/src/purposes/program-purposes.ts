import type { Purpose } from '@shipworthy/model';
import { DEPLOYS, ROLLBACKS, SMOKE } from './deploy-programs.ts';
import { LANGUAGES } from './languages.ts';
import { PROGRAMS } from './programs.ts';
import { scopeOf } from './test-layers.ts';
import { programName } from './wrappers.ts';

export interface ProgramPurpose {
  readonly purpose: Purpose;
  readonly tool: string;
  readonly only?: readonly string[];
}

/** Names under which a program is installed or wrapped as well. */
const ALIASES: Readonly<Record<string, string>> = {
  gradlew: 'gradle',
  mvnw: 'mvn',
  mvnd: 'mvn',
  sbtx: 'sbt',
  millw: 'mill',
  'py.test': 'pytest',
  python3: 'python',
  'docker-compose': 'docker',
  terraform1: 'terraform',
  '@biomejs/biome': 'biome',
  bazelisk: 'bazel',
  'golangci-lint-run': 'golangci-lint',
  cargo2: 'cargo',
  php8: 'php',
  'spectral-cli': 'spectral',
};
/** Their words name tasks, and no tests. */
const TASKS: ReadonlySet<string> = new Set([
  'mvn',
  'gradle',
  'sbt',
  'mill',
  'lein',
  'ant',
  'fastlane',
  'xcodebuild',
  'bazel',
  'ctest',
  'melos',
  'nix',
  'python',
  'next',
  'ng',
  'nest',
  'rails',
  'php',
  'hatch',
  'helm',
]);
const TEST_PURPOSES: ReadonlySet<Purpose> = new Set(['unit', 'integration', 'e2e', 'load', 'contract']);
/** Terraform plans and checks are no deployment, but they look at its code. */
const TERRAFORM = /^(?:terraform|tofu|terragrunt)$/;

/** What a command is run for; empty for what prepares, reports or is not known. `hint`: names that led to it. */
export function purposesOfCommand(words: readonly string[], hint: string): readonly ProgramPurpose[] {
  const [first = '', ...args] = words;
  const written = programName(first);
  const program = ALIASES[written] ?? (/^python[\d.]+$/.test(written) ? 'python' : written);
  const text = args.join(' ');
  const found: ProgramPurpose[] = [];
  for (const { purpose, when, unless } of [...(PROGRAMS.get(program) ?? []), ...(LANGUAGES.get(program) ?? [])]) {
    if ((when && !when.test(text)) || unless?.test(text)) continue;
    if (purpose === 'unit' && !TASKS.has(program)) {
      const { layer, only } = scopeOf(args, hint);
      found.push({ purpose: layer, tool: program, ...(only.length > 0 ? { only } : {}) });
    } else if (TEST_PURPOSES.has(purpose)) {
      const { only } = TASKS.has(program) ? { only: [] } : scopeOf(args);
      found.push({ purpose, tool: program, ...(only.length > 0 ? { only } : {}) });
    } else found.push({ purpose, tool: program });
  }
  const deploys = (DEPLOYS.get(program) ?? []).find((use) => use.when.test(text) && !use.unless?.test(text));
  if (deploys) found.push({ purpose: 'deploy', tool: deploys.platform });
  if (ROLLBACKS.get(program)?.test(text)) found.push({ purpose: 'rollback', tool: program });
  if (SMOKE.get(program)?.test(text)) found.push({ purpose: 'smoke', tool: program });
  if (TERRAFORM.test(program)) {
    if (/(?:^|\s)fmt\b/.test(text)) found.push({ purpose: 'format', tool: program });
    if (/(?:^|\s)(?:validate|plan)\b/.test(text)) found.push({ purpose: 'lint', tool: program });
    if (/(?:^|\s)test\b/.test(text)) found.push({ purpose: 'unit', tool: program });
  }
  return found;
}

/** Is the program known, so that an empty answer says that it does nothing of the kind? */
export const isKnownProgram = (word: string): boolean => {
  const name = ALIASES[programName(word)] ?? programName(word);
  return PROGRAMS.has(name) || LANGUAGES.has(name) || DEPLOYS.has(name);
};
