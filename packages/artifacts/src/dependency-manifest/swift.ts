import type { DependencyManifestFacts } from '@shipworthy/model';
import { described, first } from './described.ts';

/**
 * `Package.swift`: its products say what it offers
 * (https://developer.apple.com/documentation/packagedescription/product). An executable target is a product without being named as
 * one; beside libraries it is there to try them.
 */
export function swiftFacts(text: string): DependencyManifestFacts | undefined {
  const code = text.replaceAll(/^[ \t]*\/\/[^\n]*/gm, '');
  if (!/\bPackage\s*\(/.test(code)) return undefined;
  const library = /\.(?:library|plugin)\s*\(\s*name:/.test(code);
  const program = library ? /\.executable\s*\(\s*name:/ : /\.executable(?:Target)?\s*\(\s*name:/;
  return described('swift', {
    name: first(/\bPackage\s*\(\s*name:\s*"([^"\n]+)"/, code),
    library,
    command: program.test(code),
  });
}
