/**
 * JSON inside a chart's template as JSON again: raw strings unwrapped, of two branches
 * the first kept, what the chart fills in made a word inside of
 * strings and `null` outside.
 */
export function untemplated(text: string): string {
  return text
    .replace(/\{\{-?[ \t]*`|`[ \t]*-?\}\}/g, '')
    .replace(/\{\{-?[ \t]*else\b[^{}\n]{0,300}\}\}[^{}\n]{0,500}\{\{-?[ \t]*end[ \t]*-?\}\}/g, '')
    .replace(/(?<=[:[,][ \t\r\n]{0,40})\{\{[^{}\n]{1,300}\}\}(?=[ \t\r\n]{0,40}[,}\]])/g, 'null')
    .replace(/\{\{-?[ \t]*(?:if|else|end|range|with)\b[^{}\n]{0,300}\}\}/g, '')
    .replace(/\{\{[^{}\n]{1,300}\}\}/g, '__');
}
