import { slug } from 'github-slugger';
import { detached } from '../../text/detached.ts';

/** Slugs kept of headings seen before; a repository with more different ones begins anew. */
const MAX_KNOWN = 20_000;
/** The pages of a log repeat the headings of its template, and making a slug looks up each character. */
const known = new Map<string, string>();

function slugOf(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MAX_KNOWN) known.clear();
  const made = detached(slug(text));
  known.set(detached(text), made);
  return made;
}

/** The anchors of the headings of one page, as GitHub makes them: each its own, by a number where need be. */
export class Slugs {
  /** How many numbers were tried for each. */
  readonly #taken = new Map<string, number>();

  of(heading: string): string {
    const plain = slugOf(heading);
    let unique = plain;
    while (this.#taken.has(unique)) {
      const number = (this.#taken.get(plain) ?? 0) + 1;
      this.#taken.set(plain, number);
      unique = `${plain}-${number}`;
    }
    this.#taken.set(unique, 0);
    return unique;
  }
}
