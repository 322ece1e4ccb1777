import { DEFAULT_VOCABULARY, RELEASE_RISKS, type ReleaseChecklistFacts } from '@shipworthy/model';

const escaped = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ -]/g, '[- \\t]');
const isIdeographic = (phrase: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(phrase);
const PATTERNS = RELEASE_RISKS.map((topic) => {
  const phrases = DEFAULT_VOCABULARY.headings[topic];
  const words = phrases.filter((phrase) => !isIdeographic(phrase)).map(escaped);
  const signs = phrases.filter(isIdeographic).map(escaped);
  return {
    topic,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])|${signs.join('|')}`, 'iu'),
  };
});

/** The subjects of risk that a text names, and where it first does. */
export function risksNamed(text: string): ReleaseChecklistFacts['names'] {
  return PATTERNS.flatMap(({ topic, pattern }) => {
    const found = pattern.exec(text);
    return found ? [{ topic, at: [found.index, found.index + found[0].length] as const }] : [];
  });
}
