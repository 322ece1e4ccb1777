import { pathToFileURL } from 'node:url';
import type { Severity } from '@shipworthy/model';
import { Chalk } from 'chalk';
import { MAX_WIDTH, MIN_WIDTH, type TextOptions } from './options.ts';
import { visible } from './visible.ts';

/** The few ways text is set apart, for one terminal. Every method takes text that is already escaped, except `path`. */
export interface Style {
  readonly width: number;
  strong(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  severity(severity: Severity, text: string): string;
  /** A path of the repository, escaped, and a hyperlink to the file where possible. */
  path(path: string, shown?: string): string;
}

export function styleFor(options: TextOptions): Style {
  const chalk = new Chalk({ level: options.color });
  const paint = { error: chalk.red.bold, warning: chalk.yellow.bold, info: chalk.cyan.bold };
  return {
    width: Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, options.width)),
    strong: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    severity: (severity, text) => paint[severity](text),
    path: (path, shown = path) =>
      options.hyperlinks && options.root !== undefined
        ? hyperlink(fileUrl(options.root, path), visible(shown))
        : visible(shown),
  };
}

/** OSC 8: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda */
function hyperlink(url: string, text: string): string {
  return `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
}

/** `pathToFileURL` percent-encodes controls, so the address cannot end the escape sequence early. */
function fileUrl(root: string, path: string): string {
  return pathToFileURL(`${root}/${path}`).href;
}
