/** A repository in memory: path to text. A text that begins with a line break is dedented first. */
export type Files = Readonly<Record<string, string>>;
