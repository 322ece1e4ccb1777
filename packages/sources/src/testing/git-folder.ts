import { type FolderFiles, TemporaryFolder } from './temporary-folder.ts';

/** A repository on disk that tests write the history of. */
export class GitFolder extends TemporaryFolder {
  /** @param path an existing repository; without one, a new one */
  constructor(path?: string) {
    super(path);
    if (path === undefined) this.git('init', '-q', '-b', 'main');
  }

  /** Writes files and commits everything on disk that is not ignored; the id of the commit. */
  commit(files: FolderFiles = {}, message = 'x'): string {
    this.write(files).git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }
}
