import type { AlertFacts, Vocabulary } from '@shipworthy/model';

/** What an alert says about its runbook. */
export type RunbookValue =
  /** A URL or a path. `field`: the annotation's name as written. */
  | { readonly kind: 'link'; readonly field: string; readonly target: string; readonly written: string }
  | { readonly kind: 'placeholder'; readonly field: string; readonly written: string }
  /** The file leaves the value to a template engine. */
  | { readonly kind: 'templated'; readonly field: string }
  | { readonly kind: 'none' };

/** Longer texts are instructions, even if an address stands in them. */
const LONGEST_TEXT = 4096;
const PLACEHOLDER =
  /^(?:todo|tbd|tba|fixme|wip|xxx+|changeme|placeholder|coming soon|\?+|\.\.\.)\b[\s.:!-]*$|^$|^<[^<>]*>$|^\[[^\][()]*\]$/i;
/** An address that ends in a word for what is to come: `https://wiki.acme.dev/Operations#TODO`. */
const PROMISED_PAGE = /(?:#|\/)(?:TODO|TBD|FIXME|CHANGEME)\/?$/;
/** An answer, though no link. */
const NONE_NEEDED = /^(?:n\/?a|none|not applicable|-+)\.?$/i;
/** Expressions of template engines and substitution that the file's own format does not show. */
const TEMPLATE = /\[\[|<%|\$\{\w|\$\(\w|\{%/;
/** An address in prose or in a Markdown link. */
const URL_IN_TEXT = /https?:\/\/[^\s<>"'`\]]+/i;
const PATH = /^(?:\.{0,2}\/)?[\w@.-]+(?:\/[\w@.%-]+)*\/?(?:#[^\s]*)?$/;
const PAGE_FILE = /\.(?:md|mdx|markdown|html?|adoc|asciidoc|rst|txt)(?:#|$)/i;

/**
 * The first annotation, in the vocabulary's order, that holds a link or path; else the first blank one. Text that is
 * neither is an instruction, which is for rules to judge.
 */
export function runbookValue(alert: AlertFacts, vocabulary: Vocabulary): RunbookValue {
  const fields = new Map(Object.keys(alert.annotations).map((field) => [field.toLowerCase(), field]));
  const templated = alert.templated.find(
    (field) =>
      field === 'annotations' ||
      vocabulary.runbookAnnotations.includes(field.replace(/^annotations\./, '').toLowerCase()),
  );
  let blank: RunbookValue | undefined;
  for (const wanted of vocabulary.runbookAnnotations) {
    const field = fields.get(wanted);
    if (field === undefined || alert.templated.includes(`annotations.${field}`)) continue;
    const written = (alert.annotations[field] ?? '').trim();
    if (NONE_NEEDED.test(written)) continue;
    const target = linkIn(written);
    if (target !== undefined && PROMISED_PAGE.test(target)) {
      blank ??= { kind: 'placeholder', field, written };
      continue;
    }
    if (target !== undefined) return { kind: 'link', field, target, written };
    if (TEMPLATE.test(written)) return { kind: 'templated', field };
    if (PLACEHOLDER.test(written)) blank ??= { kind: 'placeholder', field, written };
  }
  if (templated !== undefined) return { kind: 'templated', field: templated };
  return blank ?? { kind: 'none' };
}

function linkIn(text: string): string | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const inline = /^<(https?:[^<>]+)>$/i.exec(text)?.[1];
  if (inline) return inline;
  // A template expression may hold blanks, so a value that begins as an address is one up to its end.
  if (/^https?:\/\//i.test(text) && text.includes('{{')) return text;
  const url = URL_IN_TEXT.exec(text)?.[0];
  if (url) return url.replace(/(?<![).,;:])[).,;:]+$/, '');
  const path = text.replaceAll(/\{\{[^{}]*\}\}/g, 'x');
  return PATH.test(path) && (path.includes('/') || PAGE_FILE.test(path)) && /[a-z]/i.test(path) ? text : undefined;
}
