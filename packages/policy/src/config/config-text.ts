import type { RepositorySource } from '@shipworthy/model';

/** A configuration file's text, or why there is none. */
export type ConfigText = { readonly text: string } | { readonly absent: true } | { readonly unreadable: string };

/** Reads configuration files by their path, relative to the root they belong to. */
export type ReadConfigText = (path: string) => Promise<ConfigText>;

/** Nobody writes a longer configuration, in bytes. */
export const MAX_CONFIG_BYTES = 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes as the text of a configuration, which is UTF-8. */
export function configText(bytes: Uint8Array): ConfigText {
  if (bytes.length > MAX_CONFIG_BYTES) return { unreadable: `it is larger than ${MAX_CONFIG_BYTES} bytes` };
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return { unreadable: 'it is not UTF-8 text' };
  }
}

/** Configuration files of the repository itself, at whatever revision the source shows. */
export function textsOfSource(source: RepositorySource): ReadConfigText {
  return async (path) => {
    const listed = (await source.list()).entries.some((entry) => entry.path === path);
    if (!listed) return { absent: true };
    for await (const { content } of source.read([path])) {
      if (content instanceof Uint8Array) return configText(content);
      return content.reason === 'absent' ? { absent: true } : { unreadable: content.detail };
    }
    return { absent: true };
  };
}
