import type { DependencyManifestFacts } from '@shipworthy/model';
import { described, first } from './described.ts';

/** Where a build says to whom it publishes, as Maven Central and plugins for it ask (https://www.scala-sbt.org/1.x/docs/Publishing.html). */
const PUBLISHED =
  /^(?![ \t]*\/\/)[^\n]{0,200}?\b(?:publishTo|publishMavenStyle|sonatypeProfileName|sonatypeCredentialHost|pomExtra|pomIncludeRepository|scmInfo|developers|tlBaseVersion|versionScheme|mimaPreviousArtifacts)\s*(?:\+\+=|\+=|:=)|\bsbt[ ,"]+ci-release\b/m;
/** Plugins that pack a program; one that is not published beside what is shows how it is used. */
const PACKS =
  /^(?![ \t]*\/\/|[^\n]*NoPublish)[^\n]{0,400}?\b(?:JavaAppPackaging|JavaServerAppPackaging|DockerPlugin|GraalVMNativeImagePlugin|NativeImagePlugin|PlayScala|PlayJava)\b/m;
/** The whole build refuses. A module may, and so may the project that holds modules together. */
const REFUSES = /^ThisBuild\s*\/\s*publish\s*\/\s*skip\s*:=\s*true\b/m;

/** `Developer("id", "Amy", …)`, with or without the names of its parameters. */
const DEVELOPER = /\bDeveloper\(\s*(?:id\s*=\s*)?"[^"\n]*"\s*,\s*(?:name\s*=\s*)?"([^"\n]+)"/g;

/** `build.sbt`: whether it publishes what it builds, and whether it packs a program. The code is not run. */
export function sbtFacts(text: string): DependencyManifestFacts | undefined {
  if (!/:=|\bproject\b/.test(text)) return undefined;
  const packs = PACKS.test(text);
  const people = [...text.matchAll(/\btlGitHubDev\(\s*"[^"\n]*"\s*,\s*"([^"\n]+)"/g), ...text.matchAll(DEVELOPER)];
  return described('scala', {
    people: people.map(([, person = '']) => person),
    name: first(/(?:^|[\s(,])name\s*:=\s*"([^"\n]+)"/, text),
    library: PUBLISHED.test(text) && !REFUSES.test(text) && !packs,
    command: packs,
  });
}
