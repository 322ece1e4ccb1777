import { artifactsOf, type Inventory, type Judgement } from '@shipworthy/model';
import type { Sign } from './tree-words.ts';

/** Actions that attach files to a release of the forge, and their inputs that name the files. */
const ATTACHES =
  /^(?:softprops\/action-gh-release|svenstaro\/upload-release-action|ncipollo\/release-action|actions\/upload-release-asset|shogo82148\/actions-upload-release-asset|alexellis\/upload-assets|AButler\/upload-release-assets)@/i;
const FILES = /^(?:files?|artifacts?|asset_path|asset_paths)$/;
const COMMAND = /\bgh release (?:upload|create)\b[^\n]{0,400}/g;
/**
 * What is unpacked or installed somewhere else, or everything in the folder that collects it; not a list of parts or notes,
 * and not the app for a phone beside it.
 */
const INSTALLED =
  /\.(?:zip|tar|tgz|gz|xz|zst|deb|rpm|exe|msi|dmg|pkg|appimage|phar)\b|(?:^|[\s"'/])(?:artifacts|binaries|bin)\/\*/i;

/** The first pipeline that attaches what others install to a release. */
export function attachedReleases(inventory: Inventory): Judgement<Sign> | undefined {
  for (const { path, pathClass, facts } of artifactsOf(inventory, 'ci-pipeline')) {
    if (pathClass !== 'authored' || facts.dormant !== undefined) continue;
    const attaches = facts.jobs.some(({ steps }) =>
      steps.some(({ run, calls }) => {
        const inputs = calls && ATTACHES.test(calls.target) ? { ...calls.inputs, ...calls.openInputs } : {};
        const named = Object.entries(inputs).some(([name, text]) => FILES.test(name) && INSTALLED.test(text));
        return named || (run?.text.match(COMMAND) ?? []).some((command) => INSTALLED.test(command));
      }),
    );
    if (attaches) return { name: 'released', because: `${path} attaches what others install`, at: { path } };
  }
  return undefined;
}
