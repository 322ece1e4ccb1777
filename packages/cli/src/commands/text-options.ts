import { resolve } from 'node:path';
import type { TextOptions } from '@shipworthy/reporters/text';
import { colorLevel, columns, detectedColor, supportsHyperlinks } from '../terminal.ts';

export interface TextRequest {
  readonly color: boolean | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** The text goes to a file: plain unless colour is asked for. */
  readonly output?: string | undefined;
  /** Folder whose files the paths name, for links; none when they are not the files on disk. */
  readonly folder?: string | undefined;
  readonly verbose?: boolean | undefined;
  readonly showExempt?: boolean | undefined;
}

/** How text is laid out where it goes. */
export function textOptions({ color, env, output, folder, verbose, showExempt }: TextRequest): TextOptions {
  const isTTY = output === undefined && process.stdout.isTTY === true;
  return {
    color: colorLevel({ flag: color, env: output === undefined ? env : {}, isTTY, detected: detectedColor() }),
    width: columns(output === undefined ? process.stdout : {}),
    hyperlinks: output === undefined && supportsHyperlinks(env, isTTY),
    ...(folder === undefined ? {} : { root: resolve(folder) }),
    ...(verbose === undefined ? {} : { verbose }),
    ...(showExempt === undefined ? {} : { showExempt }),
  };
}
