/** Longest text that can be one placeholder, in words; longer texts say something. */
export const MAX_PLACEHOLDER_WORDS = 14;

/** Longer texts, in units, are no placeholder either, however few words they have. */
const MAX_PLACEHOLDER_LENGTH = 300;

/** Words that stand for a text to come. Alone they count in any case; with more text only in capitals ("todo" is a word in Spanish). */
const ALONE =
  /^[\W_]*(?:todo|tbd|tba|tbc|fixme|wip|xxx|tk|to be (?:done|defined|determined|decided|added|written|completed|documented|filled(?: in)?)|coming soon|work in progress|under construction|fill (?:me|this) in|placeholder|add (?:text|content|description) here|write me|à compléter|por definir|noch offen|kommer snart|未定|準備中|待补充|待定)[\W_]*$/i;
const WITH_TEXT = /^[\W_]*(?:TODO|TBD|TBA|FIXME|WIP)\b(?:\([^)]*\))?\s*[:.!\u2013\u2014-]/;
const WITH_VERB = /^[\W_]*(?:TODO|FIXME)\s+\p{L}/u;
const LOREM = /^[\W_]*lorem ipsum\b/i;
const INSERT = /^[\W_]*INSERT[-_ ][A-Z][A-Z\d_ -]*(?:[^\w -][\W_]*)?$/;
/** `{describe the impact}`, `[your text here]`: words in brackets that nobody filled in. Templates' own `{{ x }}` and `{% x %}` are not. */
const BRACES =
  /^[\s*_]*\{\s*(?:\.{3}|…|[A-Za-z][\w'’,./()-]*(?:\s+[\w'’,.:;/()?!-]+)+|[A-Z][A-Z\d]*(?:[_-][A-Z\d]+)+)\s*\}[\s*_.]*$/;
const SQUARE =
  /^[\s*_]*\[\s*(?:(?:insert|describe|add|your|enter|fill|list|explain|todo|tbd)\b[^[\]]*|\.{3}|…)(?:\][\s*_.]*)?$/i;
/** `<describe the impact>`, `<your-team>`; a tag of HTML with attributes has `=` or a known name. */
const ANGLES = /^[\s*_]*<\s*([A-Za-z][\w-]*)((?:\s+[\w'’,.:;()?!-]+)*)\s*>[\s*_.]*$/;
const BOOLEAN_TAGS: ReadonlySet<string> = new Set(
  'a audio button details dialog div iframe img input link ol option p script section select source span style summary table td textarea th tr track ul video'.split(
    ' ',
  ),
);

/** Does the tag-like text in angle brackets read as a blank that nobody filled in? */
export function isAngleBlank(text: string): boolean {
  const match = ANGLES.exec(text);
  if (!match?.[1]) return false;
  const name = match[1].toLowerCase();
  if (BOOLEAN_TAGS.has(name)) return false;
  return match[2] !== '' || /^(?:your|insert|todo|tbd|fill|enter)(?:[-_]|$)/.test(name);
}

/** The whole text is a placeholder. `N/A` and "none" are answers, so they are not. */
export function isPlaceholder(text: string): boolean {
  if (text.length > MAX_PLACEHOLDER_LENGTH) return false;
  return (
    ALONE.test(text) ||
    WITH_TEXT.test(text) ||
    WITH_VERB.test(text) ||
    LOREM.test(text) ||
    INSERT.test(text) ||
    BRACES.test(text) ||
    SQUARE.test(text) ||
    isAngleBlank(text)
  );
}

/** The text says no more than where to read on. */
export const isPointer = (text: string): boolean => /^[\W_]*(?:see|cf|refer to|read|more)\b/i.test(text);

/** Longest text that is asked whether it is a bare word. */
const LONGEST_BARE = 40;

/** The text is a bare word for a text to come, with nothing about what is missing; a colon says that a list of it follows. */
export const isBarePlaceholder = (text: string): boolean =>
  text.length <= LONGEST_BARE && ALONE.test(text) && !text.trimEnd().endsWith(':');

/** Longer comments say something. */
const MAX_FIRST_COMMENT = 200;
const COMMENT_MARK = /^(?:#+|\/\/+|--|;+)\s*/;

/** What a block of code promises that is only one comment (`# TODO: command needed`); the comment without its mark. */
export function promisedIn(code: string): string | undefined {
  const comment = code.trim();
  if (comment.length > MAX_FIRST_COMMENT || comment.includes('\n') || !COMMENT_MARK.test(comment)) return undefined;
  const text = comment.replace(COMMENT_MARK, '');
  return isPlaceholder(text) ? text : undefined;
}
