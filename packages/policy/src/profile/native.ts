import { type Archetype, artifactsOf, type Inventory, type Judgement } from '@shipworthy/model';
import type { Signs } from './signs.ts';
import { type Sign, SURELY_PACKAGED } from './tree-words.ts';

/** Sources of languages that have no package manager of their own. */
export const NATIVE = /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|f90|f95|adb|ads|pas|vala|d)$/i;
/** Of fewer sources than this share, a Makefile that installs may install anything. */
const NATIVE_SHARE = 0.5;

/** Where `make install` puts programs (https://www.gnu.org/prep/standards/html_node/Directory-Variables.html). */
const PLACES = /\$[({](?:DESTDIR|PREFIX|BINDIR|INSTALL)|\/usr(?:\/local)?\b|\$[({]call MAKE_INSTALL/i;
/** Hands the target on to Makefiles further down. */
const HANDED_ON = /\$[({]MAKE[)}].*(?:\$@|\binstall\b)|\bmake -C .*(?:\$@|\binstall\b)/;

/** The target of a Makefile that installs what it builds, at the root or by handing it on to `src/`. */
export function installTarget(inventory: Inventory): Judgement<Sign> | undefined {
  const installs = (folder: string, how: RegExp): string | undefined =>
    artifactsOf(inventory, 'build-script').find(
      ({ pathClass, facts }) =>
        pathClass === 'authored' &&
        facts.tool === 'make' &&
        facts.folder === folder &&
        facts.targets.some(
          ({ name, commands = [] }) => name === 'install' && commands.some(({ text }) => how.test(text)),
        ),
    )?.path;
  const path = installs('', PLACES) ?? (installs('src', PLACES) === undefined ? undefined : installs('', HANDED_ON));
  return path === undefined ? undefined : { name: 'installed', because: `${path} installs it`, at: { path } };
}

/** Is it written in languages without a package manager? */
export const isNative = ({ natives, sources }: Signs): boolean => sources > 0 && natives / sources >= NATIVE_SHARE;

/** A program or library that is built from sources, and installed where others want it. */
export function native(signs: Signs): Judgement<Archetype> | undefined {
  if (!isNative(signs)) return undefined;
  const { of } = signs;
  const packaged = of.get('released')?.find(({ because }) => SURELY_PACKAGED.test(because));
  const installed = of.get('installed')?.[0] ?? packaged;
  const [unit] = of.get('unit') ?? [];
  if (installed && unit)
    return { ...installed, name: 'shipped-component', because: `${installed.because}, ${unit.because}` };
  const [library] = of.get('native-library') ?? [];
  if (library) return { ...library, name: 'library' };
  return installed && { ...installed, name: 'command' };
}
