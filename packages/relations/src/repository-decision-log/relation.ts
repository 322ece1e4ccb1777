import { artifactsOf, type Link, type RelationModule } from '@shipworthy/model';
import { edgeOfLink } from '../graph/edge-of-link.ts';

/** Whether the folders that tools were told to keep the decision log in exist. */
export const repositoryDecisionLog: RelationModule<'repository -> decision-log'> = {
  name: 'repository -> decision-log',
  graph: { from: 'repository', edges: (links) => links.flatMap((link) => edgeOfLink(link)) },
  build({ own, tree }) {
    const links = artifactsOf(own, 'decision-log').flatMap(({ path, facts }) =>
      facts.folders.map((folder): Link => {
        const at = { path, span: folder.at };
        if (tree.hasFolder(folder.path)) return { state: 'resolved', to: { path: folder.path }, how: 'folder' };
        if (tree.hasFile(folder.path))
          return { state: 'unknown', why: `${folder.path} is a file, a link or a submodule`, at };
        if (tree.ignores(folder.path)) return { state: 'unknown', why: `git ignores ${folder.path}`, at };
        const nearest = tree.ignoringCase(folder.path);
        return { state: 'dangling', at, wanted: folder.written, lacks: 'file', ...(nearest ? { nearest } : {}) };
      }),
    );
    return () => links;
  },
};
