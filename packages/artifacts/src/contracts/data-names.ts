/** Files of JSON that package managers and compilers read: never a contract, and often large. */
const OF_TOOLS =
  /^(?:package(?:-lock)?|npm-shrinkwrap|composer|[jt]sconfig(?:\..+)?|lerna|nx|turbo|project|angular|deno|renovate|biome|\.?eslintrc|\.?prettierrc|\.?babelrc|launchsettings|appsettings(?:\..+)?|.+\.lock|.+\.code-workspace)\.json$/i;

/** A file of JSON that may be a contract, by its name alone. */
export const mayBeContractJson = (baseName: string): boolean => /\.json$/i.test(baseName) && !OF_TOOLS.test(baseName);

/** Paths seen to hold descriptions of interfaces. */
const CONTRACT_PATH =
  /(?:^|[/._-])(?:open-?api|swagger|oas[23]?|async-?api|api|apis|apispec|api-?docs?|rest|contracts?|schemas?|specs?|events?|avro|proto)(?:[/._-]|$)/i;

/** A file of JSON that cannot be read is missed as a contract only where its path speaks of one. */
export const suggestsContract = (path: string): boolean => !/\.json$/i.test(path) || CONTRACT_PATH.test(path);

/** The signal of a path that names contracts, for `inventory --why`. */
export const contractPathSignal = (path: string): string | undefined =>
  CONTRACT_PATH.test(path) ? 'the path names contracts' : undefined;

/** Confidence of what content alone shows, and of path and content together. */
export const contractConfidence = (path: string): number => (CONTRACT_PATH.test(path) ? 0.85 : 0.7);
