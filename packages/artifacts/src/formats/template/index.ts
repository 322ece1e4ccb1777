export { parseHeldFile } from './held-file.ts';
export { hasTemplate, type Masked, maskTemplate, PADDING } from './mask.ts';
export { readTemplateYaml, type TemplateYaml } from './read.ts';
export { isUnknown, type SourceText, scalarText, unknownWithin, valueSpan, withoutPadding } from './source-text.ts';
