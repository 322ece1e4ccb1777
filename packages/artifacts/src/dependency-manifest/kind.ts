import type { DependencyManifestFacts } from '@shipworthy/model';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { extensionFacts } from './browser-extension.ts';
import { cabalFacts, hpackFacts } from './haskell.ts';
import { composerFacts, npmFacts, readObject } from './json-manifests.ts';
import { dotnetFacts, gemfileFacts, gradleFacts, pipfileFacts, pubspecFacts, requirementsFacts } from './lists.ts';
import { mixFacts } from './mix.ts';
import {
  juliaFacts,
  leiningenFacts,
  nimbleFacts,
  opamFacts,
  perlFacts,
  rebarFacts,
  rFacts,
  rockspecFacts,
  shardFacts,
} from './other-languages.ts';
import { sbtFacts } from './scala.ts';
import { swiftFacts } from './swift.ts';
import { cargoFacts, gemFacts, goFacts, mavenFacts, pythonFacts, setupPyFacts } from './text-manifests.ts';
import { needsAtOf, versionsOf } from './versions.ts';

/** Readers by base name, lower case. JSON is parsed; the rest is read by a line scan. */
const SCANNED: Readonly<Record<string, (text: string) => DependencyManifestFacts | undefined>> = {
  'go.mod': goFacts,
  'cargo.toml': cargoFacts,
  'pyproject.toml': pythonFacts,
  'setup.cfg': pythonFacts,
  'setup.py': setupPyFacts,
  'pom.xml': mavenFacts,
  'requirements.txt': requirementsFacts,
  pipfile: pipfileFacts,
  gemfile: gemfileFacts,
  'build.gradle': gradleFacts,
  'build.gradle.kts': gradleFacts,
  'pubspec.yaml': pubspecFacts,
  'mix.exs': mixFacts,
  'package.yaml': hpackFacts,
  'package.swift': swiftFacts,
  'build.sbt': sbtFacts,
  'project.toml': juliaFacts,
  'juliaproject.toml': juliaFacts,
  'shard.yml': shardFacts,
  'manifest.json': extensionFacts,
  description: rFacts,
  'makefile.pl': perlFacts,
  'build.pl': perlFacts,
  'dist.ini': perlFacts,
  'rebar.config': rebarFacts,
  'project.clj': leiningenFacts,
};
/** The same by extension. */
const BY_EXTENSION: Readonly<Record<string, (text: string) => DependencyManifestFacts | undefined>> = {
  gemspec: gemFacts,
  csproj: dotnetFacts,
  cabal: cabalFacts,
  rockspec: rockspecFacts,
  nimble: nimbleFacts,
  opam: opamFacts,
};
const PARSED: Readonly<Record<string, typeof npmFacts>> = { 'package.json': npmFacts, 'composer.json': composerFacts };

const CONFIDENCE = 0.9;

/** What package managers are told of the repository. */
export const dependencyManifestKind: KindModule<'dependency-manifest'> = {
  kind: 'dependency-manifest',
  factsVersion: 23,
  paths: { baseNames: [...Object.keys(SCANNED), ...Object.keys(PARSED)], extensions: Object.keys(BY_EXTENSION) },
  notIn: NEVER_OURS,
  sniff: (file) => file.text.trim() !== '',
  load: async () => parseManifest,
  elements: ({ facts }) => facts.dependencies.map((name) => listed('dependency', name, undefined)),
};

function parseManifest(file: RepositoryFile): Parsed<'dependency-manifest'> {
  const name = file.baseName.toLowerCase();
  const ofJson = PARSED[name];
  if (ofJson) {
    const read = readObject(file.text);
    if ('fault' in read)
      return { artifacts: [], problems: [{ kind: 'dependency-manifest', what: read.fault, effect: 'broken' }] };
    return manifest(file, ofJson(read.object), 'parsed');
  }
  const read = SCANNED[name] ?? BY_EXTENSION[name.slice(name.lastIndexOf('.') + 1)];
  const facts = read?.(file.text);
  return facts ? manifest(file, facts, 'scraped') : { artifacts: [], problems: [] };
}

function manifest(
  file: RepositoryFile,
  facts: DependencyManifestFacts,
  level: 'parsed' | 'scraped',
): Parsed<'dependency-manifest'> {
  return {
    artifacts: [
      {
        kind: 'dependency-manifest',
        path: file.path,
        pathClass: file.pathClass,
        level,
        confidence: CONFIDENCE,
        why: [`is named ${file.baseName}`],
        id: file.path,
        ...(facts.name === undefined ? {} : { title: facts.name }),
        facts: { ...facts, ...needsAtOf(facts.ecosystem, file.text), ...versionsOf(facts.ecosystem, file.text) },
      },
    ],
    problems: [],
  };
}
