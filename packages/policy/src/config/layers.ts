import { posix } from 'node:path';
import { PRESETS, type Preset } from '@shipworthy/model';
import { nearest } from '../nearest.ts';
import { checkMeaning } from './check-meaning.ts';
import { checkShape } from './check-shape.ts';
import type { Config } from './config.ts';
import { effectiveConfig, type Layer } from './effective.ts';
import type { Complain, FaultList } from './fault.ts';
import type { LoadConfigInput } from './load.ts';
import { rootOf } from './root-of.ts';
import { type ConfigNode, type ParseConfig, type PlacedText, textsOf, valueAt } from './tree.ts';

/** Files one configuration may be made of. */
export const MAX_FILES = 32;

const OWN_PREFIX = 'shipworthy:';

/** Reads a file and what it extends, checks all of them, and gives what is in force. */
export async function readLayers(path: string, input: LoadConfigInput, faults: FaultList): Promise<Config> {
  const reader = new LayerReader(input, await input.parser(), faults);
  await reader.read(path, []);
  faults.raise();
  return effectiveConfig(reader.layers);
}

class LayerReader {
  /** Base first. */
  readonly layers: Layer[] = [];
  readonly #input: LoadConfigInput;
  readonly #parse: ParseConfig;
  readonly #faults: FaultList;
  readonly #seen = new Set<string>();

  constructor(input: LoadConfigInput, parse: ParseConfig, faults: FaultList) {
    this.#input = input;
    this.#parse = parse;
    this.#faults = faults;
  }

  /** `above`: the files that extend this one, outermost first. `complainOf`: how to say that it cannot be read. */
  async read(path: string, above: readonly string[], refuse?: (what: string, advice: string) => void): Promise<void> {
    const content = await this.#input.read(path);
    if (!('text' in content)) {
      const what = 'absent' in content ? `there is no file ${path}` : `${path} cannot be read: ${content.unreadable}`;
      const advice = 'Write the path of a YAML or JSON file, relative to the file that names it.';
      if (refuse) refuse(what, advice);
      else this.#faults.add({ path, what, advice: 'Give a readable file, or --no-config.' });
      return;
    }
    this.#seen.add(path);
    const complain = this.#faults.in(path, content.text);
    const root = rootOf(content.text, this.#parse, complain);
    const raw = root ? checkShape(root, complain) : {};
    if (root) checkMeaning(root, this.#input, complain);
    const base = await this.#extended(root, path, above, complain);
    if (raw) this.layers.push({ path, raw, text: content.text, root, ...base });
  }

  async #extended(
    root: ConfigNode | undefined,
    path: string,
    above: readonly string[],
    complain: Complain,
  ): Promise<Pick<Layer, 'preset' | 'packs'>> {
    let preset: Preset | undefined;
    const packs: string[] = [];
    for (const item of root ? textsOf(valueAt(root, 'extends')) : []) {
      const named = item.text.startsWith(OWN_PREFIX) ? item.text.slice(OWN_PREFIX.length) : item.text;
      if (isPreset(named)) preset = named;
      else if (this.#packs().includes(named)) packs.push(named);
      else if (isPath(item.text)) await this.#readExtended(item, path, above, complain);
      else this.#unknownPreset(item, named, complain);
    }
    return { packs, ...(preset === undefined ? {} : { preset }) };
  }

  #packs(): readonly string[] {
    return [...new Set(this.#input.rules.flatMap(({ packs = [] }) => packs))].sort();
  }

  async #readExtended(
    { text, at }: PlacedText,
    path: string,
    above: readonly string[],
    complain: Complain,
  ): Promise<void> {
    const target = posix.normalize(posix.join(posix.dirname(path), text));
    const chain = [...above, path];
    if (/^[a-z][a-z+.-]*:\/\//i.test(text))
      complain(at, `'${text}' is on the network`, 'Nothing is fetched: keep a copy in the repository.');
    else if (text.startsWith('/') || target.startsWith('../'))
      complain(at, `'${text}' lies outside the repository`, 'Keep the file inside it, or use --config.');
    else if (chain.includes(target))
      complain(
        at,
        `${[...chain.slice(chain.indexOf(target)), target].join(' extends ')}`,
        'Break the circle: remove one of them.',
      );
    else if (this.#seen.size >= MAX_FILES)
      complain(at, `more than ${MAX_FILES} files extend each other`, 'Put them into one.');
    else if (!this.#seen.has(target)) await this.read(target, chain, (what, advice) => complain(at, what, advice));
  }

  #unknownPreset({ text, at }: PlacedText, named: string, complain: Complain): void {
    const known = [...PRESETS, ...this.#packs()];
    const [near] = nearest(named, known);
    complain(
      at,
      `there is no preset '${text}'`,
      near ? `Did you mean ${near}?` : `The presets are ${known.join(', ')}; a file begins with ./`,
    );
  }
}

const isPreset = (name: string): name is Preset => (PRESETS as readonly string[]).includes(name);
const isPath = (text: string): boolean => text.includes('/') || /\.(?:ya?ml|json)$/i.test(text);
