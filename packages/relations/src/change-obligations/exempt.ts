import type { Change, CommitWords } from '@shipworthy/model';

/** Programs that propose changes by themselves. */
const BOT =
  /\[bot\]|\b(?:dependabot|renovate(?:-?bot)?|greenkeeper|snyk-bot|pre-commit-ci|github-actions|mergify|allcontributors|weblate|crowdin|transifex|pyup-bot|scala-steward|imgbot|fluxcdbot|argocd-image-updater)\b|[-_]bot(?:@|\s*<|$)/i;
/** A commit that only brings others together says nothing of its own. */
const MERGE = /^(?:Merge (?:pull request|branch|remote-tracking|commit|tag|request|')|Merged? )/;
/** Kinds of commits (Conventional Commits) that by their author's word change nothing for those who use the program. */
const NO_BEHAVIOUR = /^(?:style|docs?|tests?|ci|typos?|lint|format|fmt|i18n|l10n)(?:\([^)]{0,80}\))?: /i;
/** The first line of a commit that ran a formatter or a linter over the code. */
const TIDYING =
  /^[^\n]*\b(?:linting|linters?|lint rules?|reformat(?:ted|ting)?|formatters?|auto-?format(?:ted|ting)?|ruff|prettier|eslint|biome|gofmt|rustfmt|isort|rubocop|standardrb|clang-format|pyupgrade)\b/i;
const REFACTORING = /^refactor(?:ing|ed)?(?:\([^)]{0,80}\))?: /i;
const REVERT = /^(?:Revert(?:s|ed)?\b|revert(?:\([^)]{0,80}\))?!?:)/;

/** Why nothing is asked of a change, whatever it touches. */
export function exemption({ words }: Change): string | undefined {
  const own = ownCommits(words);
  if (own.length === 0) return undefined;
  if (own.every(isOfBot)) return 'a bot made it';
  if (own.every(({ message }) => REVERT.test(message))) return 'it takes an earlier change back';
  if (own.every(({ message }) => NO_BEHAVIOUR.test(message) || TIDYING.test(message)))
    return 'by its own word it changes no behaviour';
  return undefined;
}

/** The commit by whose word the change is a refactoring and nothing besides: tests that stay as they are show that it is. */
export function refactoring({ words }: Change): CommitWords | undefined {
  const own = ownCommits(words);
  return own.every(({ message }) => REFACTORING.test(message)) ? own[0] : undefined;
}

const ownCommits = ({ commits }: Change['words']): CommitWords[] =>
  commits.filter((commit) => !MERGE.test(commit.message));

const isOfBot = ({ author }: CommitWords): boolean => BOT.test(author);
