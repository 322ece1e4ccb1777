/** What the entry knows and the commands need. */
export interface Context {
  readonly version: string;
  /** Folder of the rules' pages, one `<id>.md` each; ends with `/`. */
  readonly pages: URL;
  readonly env: NodeJS.ProcessEnv;
}
