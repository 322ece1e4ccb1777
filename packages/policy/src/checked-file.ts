// What a file that people write is read and checked with: every mistake at once, each at its place, with what to write instead.
export { checkRuleName } from './config/check-rules.ts';
export { shapeChecker } from './config/check-shape.ts';
export { type Complain, FaultList } from './config/fault.ts';
export { globFault, matcherOf } from './config/glob.ts';
export { several as severalOf } from './config/raw.ts';
export { rootOf } from './config/root-of.ts';
export { list, object, oneOf, type Schema, several, text } from './config/schema.ts';
export { entriesOf, itemsOf, textsOf, valueAt } from './config/tree.ts';
