import type { DependencyManifestFacts } from '@shipworthy/model';
import { described, first } from './described.ts';

/** Only extensions have a version of the manifest (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json). */
const EXTENSION = /"manifest_version"\s*:\s*[23]\b/;

/** `manifest.json` of an extension for browsers; comments are allowed in it, so it is no JSON. */
export function extensionFacts(text: string): DependencyManifestFacts | undefined {
  if (!EXTENSION.test(text)) return undefined;
  const name = first(/"name"\s*:\s*"([^"\n]+)"/, text);
  return described('browser-extension', {
    name: name?.startsWith('__MSG_') ? undefined : name,
    version: first(/"version"\s*:\s*"([\d.]+)"/, text),
  });
}
