/** Kinds of objects that describe others at length (schemas, bundles) and never are what they describe. */
const DESCRIPTIONS: ReadonlySet<string> = new Set(['CustomResourceDefinition', 'ClusterServiceVersion']);

const KIND = /^kind:[ \t]*["']?(\w+)/m;
const SEPARATOR = /^---.*$/m;

/** Every document of the stream is such a description. Told from its lines: they are large, and parsing them is dear. */
export function holdsOnlyDescriptions(text: string): boolean {
  if (!text.includes('kind:')) return false;
  const documents = text.split(SEPARATOR).filter((document) => /^[^#\s]/m.test(document));
  return documents.length > 0 && documents.every((document) => DESCRIPTIONS.has(KIND.exec(document)?.[1] ?? ''));
}
