import type { DocumentFacts, SecretInventoryFacts, SecretNameFacts, SectionFacts, Span } from '@shipworthy/model';
import { isSecretName } from './secret-name.ts';

const SUBJECT =
  /\b(?:secrets?|credentials?|api[- ]keys?|access keys?|keys?|tokens?|certificates?|certs?|passwords?)\b|geheim|passw[oö]rt|secretos|credenciales|segredos|シークレット|密钥/i;
const ROTATION =
  /\brotat(?:e|es|ed|ing|ion)\b|\brenew(?:al|ing)?\b|\brevok(?:e|ing)\b|\breissu(?:e|ing)\b|rotier|rotación|rotação|ローテーション|轮换/i;
const INVENTORY =
  /\b(?:secrets?|credentials?)[ -](?:inventory|register|list|catalogu?e|management|handling|rotation)\b|\b(?:inventory|list|rotation|rotating|rotate) (?:of )?(?:the |our |all )?(?:\w+ )?(?:secrets?|credentials?|keys?|tokens?|certificates?|passwords?)\b|^(?:secrets|credentials)$/i;
/** What users do with their own tokens is the product's, not the repository's. */
const OF_USERS =
  /\b(?:personal|user|customer|your) (?:access )?tokens?\b|\brefresh tokens?\b|\btoken bucket\b|\blog ?rotat/i;

/** A section of a page on how secrets are replaced, by its heading; steps or a command must be below it. */
export function rotationSections(page: DocumentFacts): SectionFacts[] {
  return page.sections.filter(
    ({ heading, words, steps, commands, bullets }) =>
      ROTATION.test(heading) &&
      !OF_USERS.test(heading) &&
      (SUBJECT.test(heading) || SUBJECT.test(page.title ?? '')) &&
      (words > 5 || steps > 0 || commands > 0 || bullets > 0),
  );
}

/** What a page says of secrets; undefined when it is not about them. */
export function readSecretPage(page: DocumentFacts, path: string, text: string): SecretInventoryFacts | undefined {
  const stem = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .replace(/[-_]+/g, ' ');
  const rotation = rotationSections(page)[0];
  const titled = [page.title ?? '', stem].some((title) => INVENTORY.test(title.trim()) && !OF_USERS.test(title));
  if (!titled && !rotation) return undefined;
  const names = namesIn(text);
  // A page that is called so and lists nothing, and says nothing of replacing, explains a product.
  if (!rotation && names.length === 0) return undefined;
  return { form: 'page', names, ...(rotation ? { rotation: rotation.at } : {}) };
}

const NAME = /`([A-Z][A-Z\d]*(?:_[A-Z\d]+)+)`|^\|[ \t]*([A-Z][A-Z\d]*(?:_[A-Z\d]+)+)[ \t]*\|/gm;

function namesIn(text: string): SecretNameFacts[] {
  const found = new Map<string, SecretNameFacts>();
  for (const match of text.matchAll(NAME)) {
    const name = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].indexOf(name);
    const at: Span = [start, start + name.length];
    if (isSecretName(name) && !found.has(name)) found.set(name, { name, at, secret: true });
  }
  return [...found.values()];
}
