export { hasTemplate, type Masked, maskTemplate } from './mask.ts';
export { readTemplateYaml, type TemplateYaml } from './read.ts';
