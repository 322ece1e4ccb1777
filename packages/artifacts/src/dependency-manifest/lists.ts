import type { DependencyManifestFacts } from '@shipworthy/model';
import { requirementName, sorted } from './text-manifests.ts';

const list = (
  ecosystem: DependencyManifestFacts['ecosystem'],
  dependencies: readonly string[],
): DependencyManifestFacts => ({
  ecosystem,
  list: true,
  private: false,
  library: false,
  command: false,
  dependencies: sorted(dependencies),
  people: [],
});

/** The first group of every match. */
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** `requirements.txt`: a requirement a line. */
export const requirementsFacts = (text: string): DependencyManifestFacts =>
  list('python', text.split(/\r?\n/).map(requirementName));

/** `Gemfile`, groups of development and test left in: a line scan cannot tell where they end. */
export const gemfileFacts = (text: string): DependencyManifestFacts =>
  list('ruby', found(text, /^[ \t]*gem[ \t(]+["']([^"'\n]+)["']/gm));

/** Gradle build scripts: artifact ids of `implementation`/`api`/`runtimeOnly`, and plugins. */
export const gradleFacts = (text: string): DependencyManifestFacts =>
  list('gradle', [
    ...found(text, /^[ \t]*(?:implementation|api|compile|runtimeOnly)[ \t(]+["'][^"':\n]*:([^"':\n]+)/gm),
    ...found(text, /^[ \t]*id[ \t(]+["']([^"'\n]+)["']/gm),
  ]);

/** A project of .NET: its packages, and its SDK, which says whether it is a web program. */
export const dotnetFacts = (text: string): DependencyManifestFacts =>
  list('dotnet', [
    ...found(text, /<PackageReference\s+Include="([^"\n]+)"/g),
    ...found(text, /<Project\s+Sdk="([^"\n]+)"/g),
  ]);

/** `pubspec.yaml` of Dart: the keys of `dependencies`. */
export const pubspecFacts = (text: string): DependencyManifestFacts =>
  list(
    'dart',
    found(/^dependencies:[^\n]*\n((?:[ \t]+[^\n]*\n|[ \t]*\n)*)/m.exec(text)?.[1] ?? '', /^ {2}([\w-]+):/gm),
  );
