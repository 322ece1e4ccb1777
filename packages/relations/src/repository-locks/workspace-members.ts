import { artifactsOf, type RelationContext } from '@shipworthy/model';
import { oncePerContext } from '../once-per-context.ts';

/**
 * The folder of the workspace that a folder is a member of, by `workspaces` of npm, Yarn and Bun: an install there goes by
 * the lock file of the workspace, whatever lies in the folder.
 */
export const workspaceAbove: (context: RelationContext) => (folder: string) => string | undefined = oncePerContext(
  ({ own }) => {
    const workspaces = artifactsOf(own, 'dependency-manifest').flatMap(({ path, facts: { ecosystem, workspaces } }) =>
      ecosystem === 'npm' && workspaces
        ? [{ folder: path.slice(0, Math.max(0, path.lastIndexOf('/'))), ...globsOf(workspaces) }]
        : [],
    );
    return (member) =>
      workspaces.find(({ folder, taken, left }) => {
        if (member === folder || (folder !== '' && !member.startsWith(`${folder}/`))) return false;
        const within = segmentsOf(folder === '' ? member : member.slice(folder.length + 1));
        return taken.some((glob) => matches(glob, within)) && !left.some((glob) => matches(glob, within));
      })?.folder;
  },
);

const globsOf = (globs: readonly string[]) => ({
  taken: globs.filter((glob) => !glob.startsWith('!')).map(segmentsOf),
  left: globs.filter((glob) => glob.startsWith('!')).map((glob) => segmentsOf(glob.slice(1))),
});

const segmentsOf = (path: string): readonly string[] =>
  path.split('/').filter((segment) => segment !== '' && segment !== '.');

/** Names, `*` and `**` as a last segment; what else a glob may be says nothing. */
const matches = (glob: readonly string[], path: readonly string[]): boolean =>
  glob.at(-1) === '**'
    ? path.length >= glob.length && alike(glob.slice(0, -1), path)
    : glob.length === path.length && alike(glob, path);

const alike = (glob: readonly string[], path: readonly string[]): boolean =>
  glob.every((segment, index) => segment === '*' || segment === path[index]);
