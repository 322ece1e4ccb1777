import type { CallFacts, Span } from '@shipworthy/model';
import type { YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { literalsOf } from '../written.ts';
import { hasPlaceholder } from './parameters.ts';

/** Jobs and commands of a configuration by the name they are called by, those of orbs written in it included. */
export class CircleConfig {
  readonly root: YamlMap;
  readonly #jobs = new Map<string, YamlMap>();
  readonly #commands = new Map<string, YamlMap>();
  readonly #orbs = new Map<string, string>();

  constructor(root: YamlMap) {
    this.root = root;
    this.#take(root, '');
    for (const { key, value } of root.map('orbs')?.entries ?? [])
      if (value.kind === 'scalar') this.#orbs.set(key, value.text);
      else if (value.kind === 'map') this.#take(value, `${key}/`);
  }

  #take(holder: YamlMap, prefix: string): void {
    for (const { key, value } of holder.map('jobs')?.entries ?? [])
      if (value.kind === 'map') this.#jobs.set(prefix + key, value);
    for (const { key, value } of holder.map('commands')?.entries ?? [])
      if (value.kind === 'map') this.#commands.set(prefix + key, value);
  }

  job(name: string): YamlMap | undefined {
    return this.#jobs.get(name);
  }

  command(name: string): YamlMap | undefined {
    return this.#commands.get(name);
  }

  /** Names of jobs that the file itself defines. */
  get jobNames(): readonly string[] {
    return [...this.#jobs.keys()];
  }

  /** The orb that a name with `/` leads to, named with its version. Undefined: no such orb is declared. */
  orb(name: string): string | undefined {
    const cut = name.indexOf('/');
    const orb = cut < 0 ? undefined : this.#orbs.get(name.slice(0, cut));
    return orb === undefined ? undefined : `${orb}${name.slice(cut)}`;
  }

  /** The call of a job or command of an orb. */
  orbCall(name: string, at: Span, inputs: YamlNode | undefined): CallFacts {
    return this.#call(this.orb(name) ?? name, at, inputs);
  }

  get orbs(): readonly CallFacts[] {
    return (this.root.map('orbs')?.entries ?? []).flatMap(({ keySpan, value }) =>
      value.kind === 'scalar' ? [this.#call(value.text, keySpan, undefined)] : [],
    );
  }

  #call(target: string, at: Span, inputs: YamlNode | undefined): CallFacts {
    const base = { target, at, inputs: literalsOf(inputs, hasPlaceholder) };
    if (hasPlaceholder(target)) return { ...base, where: 'templated' };
    const version = /@([^/]+)/.exec(target)?.[1];
    const pinned = version === undefined ? 'nothing' : /^\d/.test(version) ? 'tag' : 'branch';
    return { ...base, where: 'remote', pinned };
  }
}
