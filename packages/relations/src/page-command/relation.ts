import type { CommandFacts, PageCommand, RelationContext, RelationModule } from '@shipworthy/model';
import { nearest } from '../addresses/nearest.ts';
import { folderOf, resolvePath } from '../addresses/repository-path.ts';
import { repositoryIdentity } from '../identity/repository-identity.ts';
import { type Call, callOf } from './call.ts';
import { matches, type Offer, type Scripts, scriptsOf } from './scripts.ts';

type Found = PageCommand['found'];
type BuildCall = Exclude<Call, { tool: 'script' }>;
const DOCUMENTATION = /^(?:docs?|documentation)\//;
const unknown = (why: string): Found => ({ state: 'unknown', why });

/**
 * What the commands of a page call. Pages also show commands of other repositories and of programs to be built, so a
 * call dangles only when no build script of the whole repository has the name, the one that answers at the page lists
 * all it has, and no command before it on the page leads out of the repository.
 */
export const pageCommand: RelationModule<'page -> command'> = {
  name: 'page -> command',
  graph: {
    from: 'document',
    edges: (commands) =>
      commands.map(({ command, at, found }) =>
        found.state === 'resolved'
          ? { to: { place: { path: found.to.path } }, state: 'resolved', how: `calls ${command}`, at }
          : found.state === 'dangling'
            ? { to: { type: 'missing', name: command }, state: 'dangling', how: 'no such target', at }
            : { to: { type: 'unseen', name: command }, state: 'unknown', how: found.why, at },
      ),
  },
  build(context: RelationContext) {
    let scripts: Scripts | undefined;
    return ({ path, page }) => {
      if (!page?.commands) return [];
      scripts ??= scriptsOf(context);
      const known = scripts;
      return page.commands.flatMap((command) => {
        const call = callOf(command.line);
        if (!call) return [];
        const found =
          call.tool === 'script' ? scriptFile(call.path, path, context) : target(call, command, path, known, context);
        const { where: form, section } = command;
        return [{ command: command.line, at: { path, span: command.at }, form, section, found }];
      });
    };
  },
};

function scriptFile(written: string, page: string, { tree }: RelationContext): Found {
  for (const folder of ['', folderOf(page)]) {
    const path = resolvePath(folder, written);
    if (path !== undefined && tree.hasFile(path)) return { state: 'resolved', to: { path } };
  }
  return unknown('no such script here; the text may mean one of another folder');
}

function target(
  call: BuildCall,
  written: CommandFacts,
  page: string,
  scripts: Scripts,
  context: RelationContext,
): Found {
  const [first = ''] = call.names;
  const { tree } = context;
  const folders = ['', folderOf(page)].flatMap((base) => resolvePath(base, call.folder ?? '') ?? []);
  const offers = [...new Set(folders.flatMap((folder) => scripts.nearest(call.tool, folder) ?? []))];
  const missing = call.names.find(
    (name) => !offers.some((offer) => has(offer, name)) && !scripts.anywhere(call.tool, name),
  );
  if (missing === undefined) {
    const place =
      offers.map((offer) => offer.targets.get(first)).find((found) => found) ?? scripts.anywhere(call.tool, first);
    return place ? { state: 'resolved', to: place } : unknown('a pattern rule may make it');
  }
  if (call.doubt !== undefined) return unknown(call.doubt);
  // Of the root and the nearest to the page; pages of documentation speak of the root.
  const answer = DOCUMENTATION.test(page) ? offers[0] : offers.at(-1);
  if (!answer) return unknown(`no file of ${call.tool} answers here`);
  const open = offers.find((offer) => offer.open !== undefined)?.open;
  if (open !== undefined) return unknown(open);
  if (call.tool === 'npm' && page.endsWith('.mdx'))
    return unknown("a page of a documentation site may mean the reader's own package");
  const left = leaves(written, page, context);
  if (left !== undefined) return unknown(left);
  if (
    folders.some(
      (folder) =>
        tree.hasFile(`${folder}/${missing}`.replace(/^\//, '')) ||
        tree.hasFolder(`${folder}/${missing}`.replace(/^\//, '')),
    )
  )
    return unknown('a file or folder of that name is here');
  const near = nearest(missing, [...answer.targets.keys()]);
  return {
    state: 'dangling',
    wanted: missing,
    script: { path: answer.path },
    ...(near === undefined ? {} : { nearest: near }),
  };
}

const has = (offer: Offer, name: string): boolean =>
  offer.targets.has(name) || offer.patterns.some((pattern) => matches(pattern, name));

/** Why the commands before it may have left the repository. */
function leaves(written: CommandFacts, page: string, context: RelationContext): string | undefined {
  if (written.elsewhere) return 'the commands before it lead to another machine or download something';
  const own = repositoryIdentity(context)?.split('/').pop();
  const cloned = written.cloned?.toLowerCase();
  if (cloned !== undefined && cloned !== own) return `it may be run in a clone of ${written.cloned}`;
  for (const folder of written.folders ?? []) {
    const below =
      cloned !== undefined
        ? folder.replace(/^\.?\/?([^/]+)/, (_, head: string) => (head.toLowerCase() === cloned ? '.' : head))
        : folder;
    const known = ['', folderOf(page)].some((base) => {
      const path = resolvePath(base, below);
      return path !== undefined && (path === '' || context.tree.hasFolder(path));
    });
    if (!known) return `it may be run in ${folder}, which is no folder of this repository`;
  }
  return undefined;
}
