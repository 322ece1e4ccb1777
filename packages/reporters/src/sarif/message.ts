import { visible } from '../text/visible.ts';

/**
 * A plain text message. What SARIF would act on is escaped: `[words](target)` is a link to whatever the repository says,
 * and `{0}` a placeholder (SARIF 2.1.0, sections 3.11.5 and 3.11.6). Other brackets and braces stay as people read them.
 */
export function messageOf(text: string): { readonly text: string } {
  const shown = visible(text)
    .replace(/\{(?=\d+\})/g, '{{')
    .replace(/(\{\{\d+)\}/g, '$1}}');
  return { text: shown.includes('](') ? shown.replace(/[[\]]/g, '\\$&') : shown };
}
