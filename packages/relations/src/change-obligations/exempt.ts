import type { Change, CommitWords } from '@shipworthy/model';

/** Programs that propose changes by themselves. */
const BOT =
  /\[bot\]|\b(?:dependabot|renovate(?:-?bot)?|greenkeeper|snyk-bot|pre-commit-ci|github-actions|mergify|allcontributors|weblate|crowdin|transifex|pyup-bot|scala-steward|imgbot|fluxcdbot|argocd-image-updater)\b/i;
/** A commit that only brings others together says nothing of its own. */
const MERGE = /^(?:Merge (?:pull request|branch|remote-tracking|commit|tag|request|')|Merged? )/;
const REVERT = /^(?:Revert(?:s|ed)?\b|revert(?:\([^)]{0,80}\))?!?:)/;

/** Why nothing is asked of a change, whatever it touches. */
export function exemption({ words }: Change): string | undefined {
  const own = words.commits.filter((commit) => !MERGE.test(commit.message));
  if (own.length === 0) return undefined;
  if (own.every(isOfBot)) return 'a bot made it';
  if (own.every(({ message }) => REVERT.test(message))) return 'it takes an earlier change back';
  return undefined;
}

const isOfBot = ({ author }: CommitWords): boolean => BOT.test(author);
