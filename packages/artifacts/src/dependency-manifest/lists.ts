import type { DependencyManifestFacts } from '@shipworthy/model';
import { clientDescriptions } from './gradle-clients.ts';
import { requirementName, sorted } from './text-manifests.ts';
import { scanToml } from './toml-scan.ts';

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

/** `Pipfile` of Pipenv: the keys of its tables. */
export function pipfileFacts(text: string): DependencyManifestFacts {
  const toml = scanToml(text);
  const names = (table: string) => toml.keys(table).map((name) => name.toLowerCase());
  const development = names('dev-packages');
  return {
    ...list('python', names('packages')),
    ...(development.length > 0 ? { development: sorted(development) } : {}),
  };
}

/** `Gemfile`, groups of development and test left in: a line scan cannot tell where they end. */
export const gemfileFacts = (text: string): DependencyManifestFacts =>
  list('ruby', found(text, /^[ \t]*gem[ \t(]+["']([^"'\n]+)["']/gm));

/** A plugin that makes an app of Android, as a plugin of one's own conventions is called after it; where it is applied. */
const ANDROID_APP =
  /^[ \t]*(?:(?:alias|id)[ \t(]+|apply plugin:[ \t]*)["']?(?:[\w.-]{1,80}[.-])?android[.-]application["')](?![^\n]{0,80}\bapply[ \t(]+false)/m;

/** Gradle build scripts: artifact ids of `implementation`/`api`/`runtimeOnly`, plugins, and apart from them what tests need. */
export function gradleFacts(text: string): DependencyManifestFacts {
  const clientsFrom = clientDescriptions(text);
  const development = gradleDevelopment(text);
  return {
    ...gradleList(text),
    ...(development.length > 0 ? { development: sorted(development) } : {}),
    ...(clientsFrom.length > 0 ? { clientsFrom } : {}),
  };
}

/** Configurations of Gradle that the program itself is run without, with what stands behind them: group, then artifact id. */
const GRADLE_DEVELOPMENT =
  /^[ \t]*(?:\w{0,40}[tT]est(?:Implementation|RuntimeOnly|CompileOnly|Api)|testFixtures(?:Implementation|Api)|testCompile|developmentOnly|testAndDevelopmentOnly)\b[ \t(]*(?:["']([\w.-]+):([\w.-]+)|group[ \t]*[:=][ \t]*["']([\w.-]+)["'][ \t]*,[ \t]*name[ \t]*[:=][ \t]*["']([\w.-]+))/gm;

/** Artifact ids of what only tests and developers need; every module of Testcontainers brings `testcontainers` along. */
const gradleDevelopment = (text: string): string[] =>
  [...text.matchAll(GRADLE_DEVELOPMENT)].flatMap(([, group, name, named, other]) => [
    ...((group ?? named) === 'org.testcontainers' ? ['testcontainers'] : []),
    name ?? other ?? '',
  ]);

const gradleList = (text: string): DependencyManifestFacts =>
  list('gradle', [
    ...(ANDROID_APP.test(text) ? ['com.android.application'] : []),
    ...found(text, /^[ \t]*(?:implementation|api|compile|runtimeOnly)[ \t(]+["'][^"':\n]*:([^"':\n]+)/gm),
    // Kotlin names plugins that Gradle brings along in backticks.
    ...found(text, /^[ \t]*`([\w-]+)`[ \t]*\r?$/gm),
    // At the root it is named for the modules below, and not applied.
    ...found(text, /^[ \t]*id[ \t(]+["']([^"'\n]+)["']/gm).filter((plugin) => plugin !== 'com.android.application'),
  ]);

/** What is said of a package of NuGet and of nothing else (https://learn.microsoft.com/nuget/reference/msbuild-targets). */
const PACKED_FOR_NUGET =
  /<(?:PackageId|PackageTags|PackageIcon|PackageLicenseExpression|PackageReadmeFile)>|<(?:GeneratePackageOnBuild|IsPackable|PackAsTool)>\s*true\b/i;
const DOTNET_TOOL = /<PackAsTool>\s*true\b/i;
const NOT_PACKED = /<IsPackable>\s*false\b/i;

/**
 * A project of .NET: its packages, its SDK, which says whether it is a web program, and whether it is made into a package
 * for others; a tool is one that installs a command.
 */
export function dotnetFacts(text: string): DependencyManifestFacts {
  const sdks = found(text, /<Project\s+Sdk="([^"\n]+)"/g);
  const isPackage = PACKED_FOR_NUGET.test(text) && !NOT_PACKED.test(text);
  const isTool = DOTNET_TOOL.test(text);
  return {
    ...list('dotnet', [...found(text, /<PackageReference\s+Include="([^"\n]+)"/g), ...sdks]),
    library: isPackage && !isTool && !sdks.some((sdk) => /\.(?:Web|Worker)$/i.test(sdk)),
    command: isPackage && isTool,
  };
}

/** What pub.dev asks of a package, and an app has no use for (https://dart.dev/tools/pub/pubspec). */
const SHOWN_ON_PUB = /^(?:homepage|repository|documentation|issue_tracker|topics|funding):/m;

/** `pubspec.yaml` of Dart: the keys of `dependencies`, and whether it is a package for others. */
export function pubspecFacts(text: string): DependencyManifestFacts {
  const isPackage = SHOWN_ON_PUB.test(text) && /^version:/m.test(text) && !/^publish_to:[ \t]*["']?none\b/m.test(text);
  return {
    ...list(
      'dart',
      found(/^dependencies:[^\n]*\n((?:[ \t]+[^\n]*\n|[ \t]*\n)*)/m.exec(text)?.[1] ?? '', /^ {2}([\w-]+):/gm),
    ),
    library: isPackage,
    command: isPackage && /^executables:/m.test(text),
  };
}
