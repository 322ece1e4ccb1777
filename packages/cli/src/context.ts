/** What the entry knows and the commands need. */
export interface Context {
  readonly version: string;
  /** Names the code that makes facts of files; another build recalls none of them. */
  readonly build: string;
  /** Names all code of the build: what another build reported is not told again. */
  readonly code: string;
  /** Folder of the rules' pages, one `<id>.md` each; ends with `/`. */
  readonly pages: URL;
  readonly env: NodeJS.ProcessEnv;
}
