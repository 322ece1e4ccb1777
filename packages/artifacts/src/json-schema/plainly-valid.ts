type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const isNumber: Check = (value) => typeof value === 'number';
const isAnything: Check = () => true;
const isTexts: Check = (value) =>
  Array.isArray(value) && value.length > 0 && value.every(isText) && new Set(value).size === value.length;
const isSchema: Check = (value) => isObject(value) && isPlainlyValid(value);
const isSchemas: Check = (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema);
const areNamed: Check = (value) => isObject(value) && Object.values(value).every(isSchema);

const TYPES: ReadonlySet<unknown> = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']);
const isType: Check = (value) =>
  TYPES.has(value) || (isTexts(value) && Array.isArray(value) && value.every((type) => TYPES.has(type)));
/** Draft 4 wants values that differ, which only plain ones show at a look. */
const isEnum: Check = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => item === null || typeof item !== 'object') &&
  new Set(value).size === value.length;

/** Values that all of drafts 4, 7, 2019-09 and 2020-12 allow for a word, whether they know it or pass it over. */
const COMMON: ReadonlyMap<string, Check> = new Map<string, Check>([
  ...['title', 'description', 'pattern', 'format', '$ref', '$comment', 'id'].map((word) => [word, isText] as const),
  ...['maxLength', 'minLength', 'maxItems', 'minItems'].map((word) => [word, isCount] as const),
  ...['maxProperties', 'minProperties'].map((word) => [word, isCount] as const),
  ...['maximum', 'minimum'].map((word) => [word, isNumber] as const),
  ...['properties', 'patternProperties', 'definitions', '$defs'].map((word) => [word, areNamed] as const),
  ...['allOf', 'anyOf', 'oneOf'].map((word) => [word, isSchemas] as const),
  ['type', isType],
  ['required', isTexts],
  ['enum', isEnum],
  ...['uniqueItems', 'readOnly', 'writeOnly', 'deprecated'].map((word) => [word, isFlag] as const),
  ['default', isAnything],
  ['const', isAnything],
  ['examples', Array.isArray],
  ['multipleOf', (value) => isNumber(value) && Number(value) > 0],
  ['$id', (value) => isText(value) && /^[^#]*#?$/.test(String(value))],
  ['additionalProperties', (value) => isFlag(value) || isSchema(value)],
  ...['items', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'].map((word) => [word, isSchema] as const),
]);
/** Every other word that some draft knows: what is allowed differs, or is hardly written. */
const OTHER =
  /^(?:\$|(?:additional|prefix)Items$|(?:unevaluated|dependent)\w+$|dependencies$|(?:min|max)Contains$|exclusiveM|content[A-Z])/;

/**
 * Is the schema one that no draft objects to, as most are? A false answer says nothing: the meta-schema decides, which takes
 * the validator longer to make than all schemas of a repository take to read.
 */
export function isPlainlyValid(schema: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(schema).every(([word, value]) => {
    const check = COMMON.get(word);
    return check ? check(value) : !OTHER.test(word);
  });
}
