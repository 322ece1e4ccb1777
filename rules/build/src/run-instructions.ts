import { type Artifact, type FenceFacts, namesTopic, type Place, type Vocabulary } from '@shipworthy/model';

const SHELL: ReadonlySet<string> = new Set(
  'sh shell bash zsh fish console terminal shell-session shellsession sh-session powershell ps1 pwsh ps cmd bat batch dos'.split(
    ' ',
  ),
);
/** A prompt, a path to a program, or a program that installs, builds or starts things, at the start of a line. */
const COMMAND =
  /^(?:[$>%]\s+\S|\.{1,2}\/[\w.-]|(?:sudo\s+)?(?:npm|npx|yarn|pnpm|bun|deno|node|pip3?|pipx|uv|uvx|poetry|conda|python3?|tox|go|cargo|make|just|task|docker(?:-compose)?|podman|kubectl|oc|helm|terraform|tofu|brew|apt(?:-get)?|yum|dnf|apk|git|curl|wget|gem|bundle|rails|ruby|composer|php|mvn|mvnw|gradle|gradlew|dotnet|java|mix|nix|bazel|jb|jsonnet|ansible(?:-playbook)?|cmake|ninja|swift|flutter|export|cd|source|invoke-|get-)\b)/i;
/** Languages of data: a block of them shows what to write, not what to do. */
const DATA: ReadonlySet<string> = new Set(
  'json json5 yaml yml toml ini xml csv diff mermaid plantuml dot text txt output'.split(' '),
);

/**
 * Where a page shows how to start what it is about: a command in a fence or in its opening, steps or a command below a
 * heading that promises it; of what others build on, any example of use.
 */
export function runInstructions(
  document: Artifact<'document'>,
  vocabulary: Vocabulary,
  builtUpon: boolean,
): Place | undefined {
  const { path, facts } = document;
  const fence = facts.fences.find((found) => isCommand(found) || (builtUpon && isUsage(found)));
  if (fence) return { path, span: fence.at };
  // In the opening a command needs no heading: `docker run …` in the table of what is where.
  const opening = facts.sections.findIndex(({ level }) => level > 0);
  const atOnce = facts.sections.slice(0, opening + 1).find(({ commands, level }) => commands > 0 && level < 2);
  if (atOnce) return { path, span: atOnce.at };
  const wordsSuffice = facts.format === 'plain';
  const section = facts.sections.find(
    ({ heading, commands, steps, words }) =>
      heading !== '' &&
      (commands > 0 || steps > 0 || (wordsSuffice && words > 0)) &&
      namesTopic(vocabulary, heading, 'run'),
  );
  return section ? { path, span: section.at } : undefined;
}

const isCommand = ({ language, first, lines }: FenceFacts): boolean =>
  lines > 0 &&
  (SHELL.has(language) ||
    ((!DATA.has(language) || language === 'text' || language === 'txt') && COMMAND.test(first.trim())));

const isUsage = ({ language, lines }: FenceFacts): boolean => lines > 0 && !DATA.has(language);
