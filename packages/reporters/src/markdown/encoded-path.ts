/** What `encodeURIComponent` leaves alone and ends a target of Markdown. */
const BRACKETS = /[()]/g;

/** A path of the repository as the target of a link. Lone surrogates have no UTF-8 and are replaced. */
export const encodedPath = (path: string): string =>
  path
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/')
    .replace(BRACKETS, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
