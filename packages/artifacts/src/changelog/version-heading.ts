/** What a heading of a changelog announces. */
export interface VersionHeading {
  /** Without `v`; a day where versions are days; '' for what is not released. */
  readonly version: string;
  readonly package?: string;
  readonly date?: string;
  readonly released: boolean;
}

/** A heading that announces a version is short; a longer line is a sentence. */
const MAX_HEADING = 120;
/** The version stands among so many first words: `Changes in Cart 1.2.0`. */
const MAX_WORDS_BEFORE = 3;

const VERSION =
  /^v?\.?(\d{1,9}(?:\.(?:\d{1,9}|x)){1,4}(?:[-+._~]?(?:alpha|beta|rc|pre|dev|next|snapshot|post|final|ga|m|cr|b|a|canary|insiders|nightly)[\w.+-]{0,40}|[-+][\w.+-]{1,40})?|v?\d{1,9}(?:-?(?:alpha|beta|rc)[\w.-]{0,20}))$/i;
/** `release-0.18`, `version/1.2`: the word belongs to the version. */
const NAMED = /^(?:release|version|ver|rel)[-_/](?=v?\d)/i;
/** `v3` alone is a version, `3` is a number. */
const MAJOR = /^v(\d{1,5})$/i;
const SCOPED = /^(@?[\w./-]{1,100})@(\d[\w.+-]{0,60})$/;
const DAY = /\b(\d{4}-\d{2}-\d{2}|\d{4}\/\d{2}\/\d{2}|\d{4}\.\d{2}\.\d{2})\b/;
/** The whole heading is a day: `2024-05-01`, `Release 07-13-2026`, `May 20, 2024`, `20 May 2024`. */
const ONLY_DAY =
  /^(?:release[sd]?:?\s+|week of\s+)?(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} \d{4})\)?$/i;
const UNRELEASED =
  /^\W*(?:unreleased|v?next(?:[ -](?:release|version))?|upcoming(?: release| version)?|head|main|master|trunk|main ?\/ ?unreleased|main \(unreleased\)|master ?\/ ?unreleased|work in progress|wip|in development|not (?:yet )?released|pending|未发布|開発中)\W*(?:$|\s*[-–(/])/i;
const NOT_YET =
  /\b(?:unreleased|not (?:yet )?released|in development|in progress|tbd|to be released|yyyy-mm-dd|20xx)\b|xx-xx/i;
/** A word that makes the version that follows another's, or a range. */
const OTHERS =
  /^(?:from|to|since|until|requires?|supports?|supported|bump(?:ed|s)?|update[sd]?|upgrad(?:e|es|ed|ing)|migrat(?:e|es|ed|ing|ion)|drop(?:ped|s)?|add(?:ed|s)?|python|node(?:\.?js)?|go|golang|ruby|java|jdk|kubernetes|k8s|typescript|fix(?:ed|es)?|before|after|between|and|or|with|pre-|section|step|rfc|http|tls|ipv[46]|rust|php|ubuntu|debian|postgres(?:ql)?|use|using|for|the|a|an|how|why|deprecat\w+|remov\w+)$/i;

/** Reads a heading; undefined when it announces no version. */
export function versionIn(heading: string): VersionHeading | undefined {
  const text = heading.replace(/[*_`~]{1,3}|\\(?=[[\]])/g, '').trim();
  if (text === '' || text.length > MAX_HEADING) return undefined;
  if (UNRELEASED.test(text)) return { version: '', released: false };
  const day = ONLY_DAY.exec(text.replace(/^\[|\]$/g, ''))?.[1];
  if (day !== undefined) return { version: day, date: day, released: true };
  const words = text.split(/[\s,]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  for (const [index, word] of words.slice(0, MAX_WORDS_BEFORE + 1).entries()) {
    const bare = word.replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{N}]+$/gu, '').replace(NAMED, '');
    const scoped = SCOPED.exec(bare);
    const version = scoped?.[2] ?? (VERSION.exec(bare) ?? (words.length === 1 ? MAJOR.exec(bare) : null))?.[1];
    if (version !== undefined) {
      const date = DAY.exec(text.slice(text.indexOf(word) + word.length))?.[1];
      return {
        version: version.replace(/^v/i, ''),
        ...(scoped?.[1] === undefined ? {} : { package: scoped[1] }),
        ...(date === undefined ? {} : { date }),
        released: !NOT_YET.test(text),
      };
    }
    if (index === 0 && /^(?:changes|what['’]?s|new|notes|release|version|releases)$/i.test(bare)) continue;
    if (OTHERS.test(bare) && !/^(?:in|for|with)$/i.test(bare)) return undefined;
  }
  return undefined;
}
