import type { DependencyManifestFacts } from '@shipworthy/model';
import { described, first } from './described.ts';
import { sorted } from './text-manifests.ts';

const STANZA = /^(library|executable|test-suite|benchmark|foreign-library)\b[ \t]*(\S*)/i;
const FIELD = /^[ \t]+([\w-]+)[ \t]*:(.*)$/;
/** `aeson >= 2 && < 3`, `servant:{client, server}`. */
const NEEDED = /^\s*([A-Za-z][\w-]*)/;

/**
 * `*.cabal`: stanzas say what it offers (https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html). A library
 * with a name of its own is there for the package alone.
 */
export function cabalFacts(text: string): DependencyManifestFacts | undefined {
  const name = first(/^name:[ \t]*(\S+)/im, text);
  if (name === undefined) return undefined;
  const [library, program] = [new Set<string>(), new Set<string>()];
  const needed = { dependencies: new Set<string>(), development: new Set<string>() };
  let stanza = '';
  let field = '';
  for (const line of text.split(/\r?\n/)) {
    const [, opened, called = ''] = STANZA.exec(line) ?? [];
    if (opened !== undefined) {
      stanza = opened.toLowerCase();
      field = '';
      if (stanza === 'library' && called === '') library.add(name);
      if (stanza === 'executable') program.add(called);
      continue;
    }
    const [, key, value] = FIELD.exec(line) ?? [];
    if (key !== undefined) field = key.toLowerCase();
    if (field !== 'build-depends' || /^\s*--/.test(line)) continue;
    const list = /^(?:test-suite|benchmark)$/.test(stanza) ? needed.development : needed.dependencies;
    for (const one of (value ?? line).split(',')) {
      const package_ = NEEDED.exec(one)?.[1];
      if (package_ !== undefined && package_ !== name) list.add(package_);
    }
  }
  return described('haskell', {
    name,
    version: first(/^version:[ \t]*([\d.]+)/im, text),
    address: first(/^[ \t]+location:[ \t]*(\S+)/im, text) ?? first(/^homepage:[ \t]*(\S+)/im, text),
    people: (first(/^maintainer:[ \t]*(\S[^\n]*)/im, text) ?? first(/^author:[ \t]*(\S[^\n]*)/im, text) ?? '').split(
      /\s*,\s*/,
    ),
    library: library.size > 0,
    command: program.size > 0,
    dependencies: sorted([...needed.dependencies]),
    development: sorted([...needed.development].filter((one) => !needed.dependencies.has(one))),
  });
}

/** `package.yaml` of hpack, of which the file of Cabal is made (https://github.com/sol/hpack). */
export function hpackFacts(text: string): DependencyManifestFacts | undefined {
  const says = (key: string): boolean => new RegExp(`^${key}:`, 'm').test(text);
  const [library, program] = [says('library'), says('executables?')];
  if (!library && !program && !says('ghc-options') && !says('internal-libraries')) return undefined;
  return described('haskell', {
    name: first(/^name:[ \t]*["']?([\w-]+)/m, text),
    version: first(/^version:[ \t]*["']?([\d.]+)/m, text),
    address: first(/^(?:github|git|homepage):[ \t]*["']?([^\s"']+)/m, text),
    library,
    command: program,
  });
}
