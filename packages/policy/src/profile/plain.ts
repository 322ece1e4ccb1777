import type { Archetype, Judged, Judgement, Place } from '@shipworthy/model';
import { native } from './native.ts';
import { started } from './pages.ts';
import { needs, ownManifests, type Signs } from './signs.ts';

/** A repository with at most this many source files and nothing that ships or runs it is a script (catalogue of archetypes). */
const SCRIPT_SOURCE_FILES = 10;
/**
 * More source files than this are no script: what they are stands where it was not looked for. In the public repositories that
 * people judged, what was rightly called a script had a few tens, and the smallest that wrongly was, above those, 121.
 */
const MAX_SCRIPT_FILES = 50;
/** A repository whose files are mostly pages is documentation. */
const DOCUMENTATION_SHARE = 0.6;
/** So many pages to a source file: the program helps to keep them. */
const PAGES_TO_A_SOURCE = 4;
/** Fewer source files than this share help to keep what the rest is: descriptions of interfaces, lists, data. */
const HELPER_SHARE = 0.03;
/** Infrastructure code of which less sets machines up describes something else: an interface in YAML. */
const SETS_UP_SHARE = 0.15;

export const setsMachinesUp = ({ setsUp, infrastructure }: Signs): boolean => setsUp / infrastructure >= SETS_UP_SHARE;

/** What nothing runs and nobody imports, as far as it was read. */
export function plain(signs: Signs): Judged {
  const known = named(signs);
  if (known) return { archetypes: [known] };
  const at = placed(signs.sample === undefined ? undefined : { path: signs.sample });
  if (signs.sources > MAX_SCRIPT_FILES)
    return {
      archetypes: [],
      unknown: { because: `nothing that was read says what its ${signs.sources} source files make`, ...at },
    };
  const them = signs.sources === 1 ? 'it' : 'them';
  const because = `${counted(signs.sources)}, nothing that packages, releases or deploys ${them}`;
  return { archetypes: [{ name: 'script', because, ...at }] };
}

function named(signs: Signs): Judgement<Archetype> | undefined {
  const [packed] = signs.of.get('packed') ?? [];
  if (signs.pages / signs.files > DOCUMENTATION_SHARE && !packed)
    return { name: 'documentation', because: 'most of its files are pages' };
  if (signs.setsUp > 0 && signs.infrastructure > signs.sources && setsMachinesUp(signs))
    return {
      name: 'infrastructure',
      because: packed?.because ?? `${signs.infrastructure} files are infrastructure code`,
      ...placed(packed?.at),
    };
  // A container around pages serves them.
  const [generator] = signs.of.get('page-generator') ?? [];
  if (generator && signs.pages >= signs.sources) return { ...generator, name: 'documentation' };
  const [command] = signs.of.get('bare-command') ?? [];
  if (signs.sources === 0 && command) return { ...command, name: 'command' };
  if (signs.sources === 0) return { name: 'documentation', because: 'there is no program in it' };
  const known = started(signs) ?? implied(signs) ?? module(signs) ?? crate(signs) ?? jar(signs) ?? native(signs);
  if (known) return known;
  if (signs.interfaces > signs.sources)
    return {
      name: 'documentation',
      because: `${signs.interfaces} descriptions of interfaces, and ${counted(signs.sources)} beside them`,
    };
  const isBuilt = signs.packedIn.size > 0;
  if (!isBuilt && signs.pages >= PAGES_TO_A_SOURCE * signs.sources)
    return { name: 'documentation', because: `${signs.pages} pages, and ${counted(signs.sources)} beside them` };
  if (!isBuilt && signs.sources / signs.files < HELPER_SHARE)
    return { name: 'documentation', because: `${counted(signs.sources)} among ${signs.files} files` };
  return undefined;
}

const counted = (sources: number): string => (sources === 1 ? '1 source file' : `${sources} source files`);
export const placed = (at: Place | undefined): { at?: Place } => (at === undefined ? {} : { at });

/** Where a manifest names no entry, `index.js` beside it is meant (https://docs.npmjs.com/cli/configuring-npm/package-json). */
function implied(signs: Signs): Judgement<Archetype> | undefined {
  const [entry] = signs.of.get('entry') ?? [];
  const [prepared] = signs.of.get('npm-package') ?? [];
  const published = ownManifests(signs).find(
    ({ facts: { ecosystem, name, version, private: kept } }) =>
      ecosystem === 'npm' && name !== undefined && version !== undefined && !kept,
  );
  const sign = published?.facts.entry === undefined ? (entry ?? prepared) : prepared;
  return published && sign ? { ...sign, name: 'library' } : undefined;
}

function module({ manifests, sources }: Signs): Judgement<Archetype> | undefined {
  const found = manifests.find(({ facts }) => facts.ecosystem === 'go');
  return found && sources > SCRIPT_SOURCE_FILES
    ? { name: 'library', because: `${found.path} is a module without a command`, at: { path: found.path } }
    : undefined;
}

function crate({ manifests, of }: Signs): Judgement<Archetype> | undefined {
  const found = manifests.find(({ facts }) => facts.ecosystem === 'cargo' && facts.name !== undefined);
  const [program] = of.get('crate-command') ?? [];
  if (found && program) return { ...program, name: 'command' };
  const [entry] = of.get('crate-library') ?? [];
  return found && entry && !found.facts.private ? { ...entry, name: 'library' } : undefined;
}

/** What a build publishes to where builds of others take it from. */
function jar({ manifests }: Signs): Judgement<Archetype> | undefined {
  const published = needs(manifests, 'published');
  return published && { name: 'library', because: `${published.at.path} applies ${published.name}`, at: published.at };
}
