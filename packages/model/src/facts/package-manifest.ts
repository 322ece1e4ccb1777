/** What the profile needs of a package manifest. Not a public kind yet: `inventory` does not print it. */
export interface PackageManifestFacts {
  readonly ecosystem: 'npm' | 'go' | 'cargo' | 'python' | 'ruby' | 'php' | 'maven';
  readonly name?: string;
  /** `owner/name` on a forge, as the manifest says. */
  readonly repository?: string;
  /** Refuses publication (`private: true`). */
  readonly private: boolean;
  /** Offers an importable entry point. */
  readonly library: boolean;
  /** Installs a command. */
  readonly command: boolean;
  /** People named as authors or maintainers. */
  readonly people: readonly string[];
}
