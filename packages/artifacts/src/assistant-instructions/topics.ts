import type { AssistantInstructionsFacts, AssistantLimit, Span } from '@shipworthy/model';

/** Words for what is limited. */
const SUBJECTS: Readonly<Record<AssistantLimit, RegExp>> = {
  security:
    /\b(?:secur(?:ity|e)|auth(?:entication|orization|n|z)?\b|secrets?|credentials?|crypto\w*|permissions?|rbac|tokens?|passwords?|sikkerhet|sicherheit|sécurité|seguridad|segurança)|認証|セキュリティ|安全/i,
  dependencies:
    /\b(?:dependenc(?:y|ies)|(?:new |third[- ]party )?(?:packages?|librar(?:y|ies)|modules?)|go\.mod|package\.json|requirements\.txt|pyproject|cargo\.toml|gemfile|pom\.xml|avhengighet\w*|abhängigkeit\w*|dépendances?|dependencias?|dependências?)|依存|依赖/i,
  migrations:
    /\b(?:migrations?|schema changes?|database schemas?|alter table|drop table|data model|destructive|irreversible|persistent data|crds?\b|proto(?:buf)? (?:schema|files?)|api schema|migrasjon\w*|migraciones|migrações)|マイグレーション|数据库迁移/i,
  ownership:
    /\b(?:code ?owners?|owners?\b|ownership|maintainers?|human (?:review|approval|sign-?off|in the loop)|review(?:ed)? by (?:a |an )?(?:human|person|maintainer|owner|developer|engineer)|accountab\w+|responsib\w+|ask (?:for|first|before|the user|a human|me)|explicit (?:approval|permission|confirmation|consent)|user(?:'s)? (?:approval|confirmation)|get approval|require[sd]? approval|menneskelig|godkjenning)|オーナー|承認|人工审核/i,
};
/** Words that set a limit. */
const LIMIT =
  /\b(?:never|do not|don['’]t|must not|mustn['’]t|should not|shouldn['’]t|cannot|may not|avoid|without|only (?:after|with|when|if)|forbidden|prohibited|not allowed|no new|refrain|not to|ask (?:for|first|before|the|a|me)|ask\b|confirm(?:ation)?|approv(?:al|ed|e)|review(?:ed)?|require[sd]?|must\b|prefer (?:existing|the standard|stdlib)|careful|minimi[sz]e|justif\w+|aldri|ikke|unngå|spør|niemals|nicht|jamais|ne pas|nunca|sin|sem)|禁止|しない|ないこと|必ず|不要|禁止|必须/i;
const TEST_COMMAND =
  /(?:\b(?:npm|pnpm|yarn|bun|npx|deno|nx|turbo)(?: --?[\w=/-]+)*(?: run)?(?: --?[\w=/-]+)* [\w:.-]{0,60}test[\w:.-]{0,60}|\b(?:go|cargo|dotnet|mix|swift|flutter|zig|rake|rails|bazel|mvnw?|sbt|tox|nox|uv run) [\w ./:-]{0,40}test\w*|\b(?:make|just|task|mage|gradlew?|earthly|mise run|invoke|bin\/\w+|hack\/\w+|scripts?\/[\w/-]+) ?[\w:./-]{0,40}(?:test|check|verify|validate)[\w:./-]*|\b(?:pytest|jest|vitest|rspec|phpunit|playwright|cypress|promtool test|bats|ginkgo|gotestsum|nextest|helm unittest|ct lint-and-install|busted|molecule test)\b|\.\/[\w./-]{0,80}test[\w./-]{0,80})/i;
const LINT_COMMAND =
  /(?:\b(?:npm|pnpm|yarn|bun|npx|nx|turbo|deno)(?: --?[\w=/-]+)*(?: run)?(?: --?[\w=/-]+)* [\w:.-]{0,60}(?:lint|format|fmt|check|typecheck|tsc|prettier|eslint|biome)[\w:.-]{0,60}|\b(?:make|just|task|mage|gradlew?|mvn|mise run|bin\/\w+|hack\/\w+|scripts?\/[\w/-]+) ?[\w:./-]{0,40}(?:lint|fmt|format|vet|spotless|ktlint|check|verify|static|precommit|presubmit|validate)[\w:./-]*|\b(?:golangci-lint|gofmt|goimports|go vet|go fmt|go mod tidy|eslint|prettier|biome|rubocop|standardrb|ruff|black|flake8|pylint|mypy|isort|shellcheck|yamllint|clippy|cargo fmt|rustfmt|ktlint|spotless|checkstyle|dotnet format|clang-format|pre-commit|helm lint|ct lint|promtool check|jsonnetfmt|hadolint|actionlint|terraform fmt|tflint|ansible-lint|tox -e \w*lint|mixtool lint|markdownlint))/i;

/** Sentences, list items and rows that are read. */
const MAX_LINES = 3_000;

type Read = Pick<AssistantInstructionsFacts, 'limits' | 'commands'>;

/**
 * What the text limits: a line that names the subject beside a word that sets a limit, or any line below a heading that
 * does both ("Never", "Ask first", "Boundaries").
 */
export function topicsOf(text: string): Read {
  const limits: Partial<Record<AssistantLimit, Span>> = {};
  const subjects = Object.keys(SUBJECTS) as AssistantLimit[];
  let offset = 0;
  // A heading that sets a limit holds for the headings below it.
  let limitLevel = Number.POSITIVE_INFINITY;
  for (const line of text.split('\n', MAX_LINES)) {
    const heading = /^\s{0,3}(#{1,6})\s+(.*)|^\s*(?:[-*]\s*)?\*\*([^*]{2,80})\*\*:?\s*$/.exec(line);
    if (heading) {
      const level = heading[1]?.length ?? BOLD;
      if (LIMIT_HEADING.test(heading[2] ?? heading[3] ?? '')) limitLevel = Math.min(limitLevel, level);
      else if (level <= limitLevel) limitLevel = Number.POSITIVE_INFINITY;
    }
    if (limitLevel < Number.POSITIVE_INFINITY || LIMIT.test(line))
      for (const subject of subjects)
        if (!limits[subject] && SUBJECTS[subject].test(line)) limits[subject] = spanOf(line, offset);
    offset += line.length + 1;
  }
  const [test, lint] = [TEST_COMMAND.exec(text), LINT_COMMAND.exec(text)];
  return {
    limits,
    commands: { ...(test ? { test: spanAt(test) } : {}), ...(lint ? { lint: spanAt(lint) } : {}) },
  };
}

/** A line of bold text is a heading below all others. */
const BOLD = 7;
const LIMIT_HEADING =
  /\b(?:never|do not|don['’]t|boundar(?:y|ies)|guard ?rails?|limits?|constraints?|restrictions?|forbidden|prohibited|ask first|ask before|off[- ]limits|human|approval|review|policy|rules|grenser|aldri|spør)\b|🚫|⚠|禁止/iu;

const spanAt = (match: RegExpExecArray): Span => [match.index, match.index + match[0].length];

function spanOf(line: string, offset: number): Span {
  const text = line.trimEnd();
  return [offset + (text.length - text.trimStart().length), offset + text.length];
}
