import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ConfigText, configText, MAX_CONFIG_BYTES, type ReadConfigText } from '@shipworthy/policy/config-text';

/** Regular files below a folder; links are not followed, and nothing waits for a pipe. */
export function configOnDisk(folder: string): ReadConfigText {
  return async (name): Promise<ConfigText> => {
    let file: number | undefined;
    try {
      file = openSync(
        resolve(folder, name),
        constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
      );
      const stats = fstatSync(file);
      if (!stats.isFile()) return { unreadable: 'it is no file' };
      if (stats.size > MAX_CONFIG_BYTES) return { unreadable: `it is larger than ${MAX_CONFIG_BYTES} bytes` };
      return configText(readFileSync(file));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      return code === 'ENOENT' || code === 'ENOTDIR' ? { absent: true } : { unreadable: code || 'it cannot be opened' };
    } finally {
      if (file !== undefined) closeSync(file);
    }
  };
}
