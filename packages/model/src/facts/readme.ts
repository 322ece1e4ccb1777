export interface ReadmeFacts {
  /** Folder the page speaks for; '' is the repository. */
  readonly folder: string;
  /** A page without markup, such as a rendered manual page. */
  readonly manualPage: boolean;
}
