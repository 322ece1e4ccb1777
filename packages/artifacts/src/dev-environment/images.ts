import { type Span, type ToolVersion, toolOfImage } from '@shipworthy/model';

/** `mcr.microsoft.com/devcontainers/typescript-node:1-22-bookworm` -> node 22. Undefined when the image tells no version. */
export function versionOfImage(reference: string, at: Span): ToolVersion | undefined {
  const cut = reference.lastIndexOf(':');
  const found = cut < 0 ? undefined : toolOfImage(reference.slice(0, cut), reference.slice(cut + 1));
  return found && { ...found, at };
}
