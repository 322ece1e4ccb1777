export { type PlannedRequest, plan } from './plan.ts';
export { publish } from './publish.ts';
export type { Published, Surface, Wanted } from './published.ts';
export { sarifCategory } from './sarif.ts';
