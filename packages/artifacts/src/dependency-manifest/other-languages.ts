import type { DependencyManifestFacts } from '@shipworthy/model';
import { described, first } from './described.ts';
import { scanToml } from './toml-scan.ts';

type Read = DependencyManifestFacts | undefined;

/** `Project.toml` of Julia: with a name and an id it is a package, without them an environment (https://pkgdocs.julialang.org). */
export function juliaFacts(text: string): Read {
  const toml = scanToml(text);
  const name = toml.text('name');
  if (name === undefined || !/^[0-9a-f-]{36}$/i.test(toml.text('uuid') ?? '')) return undefined;
  return described('julia', {
    name,
    version: toml.text('version'),
    people: toml.strings('authors'),
    library: true,
    command: toml.hasTable('apps'),
  });
}

/** `shard.yml` of Crystal: what it builds stands below `targets` (https://github.com/crystal-lang/shards/blob/master/docs/shard.yml.adoc). */
export function shardFacts(text: string): Read {
  const name = first(/^name:[ \t]*["']?([\w.-]+)/m, text);
  if (name === undefined) return undefined;
  const builds = /^(?:targets|executables):[ \t]*(?:#[^\n]*)?(?:$|\{|\[)/m.test(text);
  return described('crystal', {
    name,
    version: first(/^version:[ \t]*["']?([\w.+-]+)/m, text),
    address: first(/^(?:repository|homepage):[ \t]*["']?([^\s"']+)/m, text),
    people: [
      ...(/^authors:[ \t]*\r?\n((?:[ \t]*-[^\n]*\r?\n?)*)/m.exec(text)?.[1] ?? '').matchAll(/-[ \t]*["']?([^\n"']+)/g),
    ].map(([, person = '']) => person.trim()),
    library: !builds,
    command: builds,
  });
}

/** `DESCRIPTION` of an R package (https://cran.r-project.org/doc/manuals/r-release/R-exts.html). */
export function rFacts(text: string): Read {
  const name = first(/^Package:[ \t]*(\S+)/m, text);
  if (name === undefined || !/^Version:/m.test(text)) return undefined;
  return described('r', {
    name,
    // From 9000 on the fourth number counts builds between releases.
    version: first(/^Version:[ \t]*(\d+(?:[.-]\d+){0,2}(?:[.-](?!9\d{3})\d+)?)[ \t]*$/m, text),
    address: first(/^(?:URL|BugReports):[ \t]*([^\s,]+)/m, text),
    people: [first(/^Maintainer:[ \t]*(\S[^\n]*)/m, text) ?? ''],
    library: /^Type:[ \t]*Package/m.test(text) || !/^Type:/m.test(text),
  });
}

/** `Makefile.PL`, `Build.PL` and `dist.ini`: a distribution for CPAN, with the commands that it installs. */
export function perlFacts(text: string): Read {
  const isMaker = /\b(?:WriteMakefile|Module::Build(?:::Tiny)?|Module::Install)\b/.test(text);
  const isMade = /^name[ \t]*=/m.test(text) && /^(?:copyright_holder|license|author)[ \t]*=|^\[@/m.test(text);
  if (!isMaker && !isMade) return undefined;
  const name =
    first(/\b(?:NAME|module_name|dist_name)['"]?\s*=>\s*['"]([\w:.-]+)/, text) ??
    first(/^name[ \t]*=[ \t]*(\S+)/m, text);
  const command = /\bEXE_FILES\b|\bscript_files\b|\binstall_script\b/.test(text);
  const person =
    first(/\b(?:AUTHOR|dist_author)['"]?\s*=>\s*\[?\s*['"]([^'"\n]+)/, text) ??
    first(/^author[ \t]*=[ \t]*([^\n]+)/m, text);
  return described('perl', { name, library: true, command, people: [person ?? ''] });
}

/** `*.rockspec` of LuaRocks: what it installs (https://github.com/luarocks/luarocks/wiki/Rockspec-format). */
export function rockspecFacts(text: string): Read {
  const name = first(/^[ \t]*package\s*=\s*["']([^"'\n]+)/m, text);
  if (name === undefined) return undefined;
  return described('lua', {
    name,
    address: first(/\burl\s*=\s*["']([^"'\n]+)/, text),
    library: true,
    command: /\binstall\s*=\s*\{[^}]{0,400}\bbin\s*=/.test(text),
  });
}

/** `rebar.config` of Erlang: a release is a program that runs, an escript a command (https://rebar3.org/docs/configuration). */
export function rebarFacts(text: string): Read {
  const code = text.replaceAll(/^[ \t]*%[^\n]*/gm, '');
  if (!/^\s*\{/m.test(code)) return undefined;
  const [release, script] = [/\{\s*relx\s*,/.test(code), /\{\s*escript_(?:name|main_app|incl_apps)\s*,/.test(code)];
  return described('erlang', { private: release, library: !release && !script, command: script });
}

/** `project.clj` of Leiningen: `:main` of the project itself makes it a program (https://github.com/technomancy/leiningen/blob/master/sample.project.clj). */
export function leiningenFacts(text: string): Read {
  const code = text.replaceAll(/;[^\n]*/g, '');
  const found = /\(defproject\s+(\S+)\s+"([^"\n]*)"/.exec(code);
  if (!found) return undefined;
  const program = /(?:^ {1,2}|"[ \t]+):main\s+[\w^:]/m.test(code) || /:ring\s*\{/.test(code);
  return described('clojure', {
    name: found[1],
    version: found[2],
    address: first(/:url\s+"([^"\n]+)"/, code),
    private: program,
    library: !program,
    command: program && /:(?:bin|shell-wrapper)\s*\{/.test(code),
  });
}

/** `*.opam` of OCaml: a package that others install, whether they run it or build with it (https://opam.ocaml.org/doc/Manual.html). */
export function opamFacts(text: string): Read {
  if (!/^opam-version:/m.test(text)) return undefined;
  const maintainers = /^maintainer:[ \t]*(\[[^\]]{0,2000}\]|"[^"\n]*")/m.exec(text)?.[1] ?? '';
  return described('ocaml', {
    name: first(/^name:[ \t]*"([^"\n]+)"/m, text),
    address: first(/^dev-repo:[ \t]*"([^"\n]+)"/m, text),
    people: [...maintainers.matchAll(/"([^"\n]+)"/g)].map(([, person = '']) => person),
    library: true,
  });
}

/** `*.nimble` of Nim: `bin` names what it builds (https://nim-lang.github.io/nimble/create-packages.html). */
export function nimbleFacts(text: string): Read {
  if (!/^(?:requires\b|version\s*=)/m.test(text)) return undefined;
  const builds = /^(?:bin|namedBin)\s*=/m.test(text);
  return described('nim', {
    version: first(/^version\s*=\s*"([\w.-]+)"/m, text),
    library: !builds || /^installExt\s*=/m.test(text),
    command: builds,
  });
}
