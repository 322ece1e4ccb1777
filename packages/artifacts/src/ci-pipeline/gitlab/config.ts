import type { NamedAt } from '@shipworthy/model';
import type { YamlEntry, YamlMap, YamlNode, YamlSeq } from '../../formats/yaml/index.ts';
import { namesOf } from '../written.ts';

/** Keys that are no job. Source: "CI/CD YAML syntax reference" of GitLab's documentation, global keywords and those of old. */
const GLOBAL_KEYS: ReadonlySet<string> = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'spec',
  'image',
  'services',
  'cache',
  'before_script',
  'after_script',
  'types',
]);
/** What only a job has. */
const JOB_KEYS = ['script', 'run', 'extends', 'trigger', 'stage', 'rules', 'needs'];
/** Of the global keys, those by which a file without jobs is a part of a pipeline. */
const TELLING_KEYS = ['stages', 'include', 'workflow', 'variables', 'default', 'before_script'];
/** What a job has from `default` when it does not say so itself. */
const DEFAULT_KEYS: ReadonlySet<string> = new Set([
  'image',
  'services',
  'before_script',
  'after_script',
  'timeout',
  'interruptible',
]);
/** GitLab's own limit. */
const MAX_EXTENDS = 11;

/** A job with everything it extends within the file. */
export interface JobView {
  readonly entry: YamlEntry;
  /** The job, then what it extends, the nearest first. */
  readonly layers: readonly YamlMap[];
  /** What it extends that this file does not define. */
  readonly elsewhere: readonly NamedAt[];
}

export class GitlabConfig {
  readonly root: YamlMap;
  readonly jobs: readonly JobView[];
  readonly templates: readonly JobView[];
  readonly #defined: ReadonlyMap<string, YamlMap>;

  constructor(root: YamlMap) {
    this.root = root;
    const entries = root.entries.filter(({ key, value }) => !GLOBAL_KEYS.has(key) && value.kind === 'map');
    this.#defined = new Map(entries.flatMap(({ key, value }) => (value.kind === 'map' ? [[key, value] as const] : [])));
    const views = entries.map((entry) => this.#view(entry));
    this.jobs = views.filter(({ entry }) => !isHidden(entry.key));
    this.templates = views.filter(({ entry, layers }) => isHidden(entry.key) && layers.some(isJob));
  }

  /** Does the document read as (a part of) a pipeline? Other files of GitLab lie beside those. */
  get isPipeline(): boolean {
    const jobs = this.jobs.length + this.templates.length;
    // A job of an included file may be changed here by any of its keys.
    if (!this.isOpen && this.jobs.some(({ layers, elsewhere }) => elsewhere.length === 0 && !layers.some(isJob)))
      return false;
    return jobs > 0 || (this.root.entries.length > 0 && TELLING_KEYS.some((key) => this.root.has(key)));
  }

  /** Nothing but jobs and what GitLab knows stands in the file. */
  get holdsOnlyJobs(): boolean {
    const jobs = new Set(this.jobs.filter(({ layers }) => layers.some(isJob)).map(({ entry }) => entry.key));
    return this.root.entries.every(({ key }) => GLOBAL_KEYS.has(key) || isHidden(key) || jobs.has(key));
  }

  /** Other files may define what is missing here. */
  get isOpen(): boolean {
    return this.root.has('include');
  }

  defines(name: string): boolean {
    return this.#defined.has(name);
  }

  /** The value of a key as the job has it: its own, an extended one's, or the default of all. */
  value({ layers }: JobView, key: string): YamlNode | undefined {
    const own = layers.find((layer) => layer.has(key))?.get(key);
    if (own !== undefined) return own;
    if (!DEFAULT_KEYS.has(key) || layers.some(refusesDefaults)) return undefined;
    return this.root.map('default')?.get(key) ?? this.root.get(key);
  }

  /** Mappings are merged over all layers. */
  merged({ layers }: JobView, key: string): readonly YamlMap[] {
    return layers.flatMap((layer) => layer.map(key) ?? []);
  }

  /** What `!reference [.job, key]` stands for. Undefined: another file has it. */
  referenced(node: YamlSeq): YamlNode | undefined {
    const [first, ...keys] = namesOf(node);
    const job = first && this.root.entry(first.name);
    if (job?.value.kind !== 'map') return undefined;
    const [key, ...rest] = keys;
    if (!key) return undefined;
    let value = this.value(this.#view(job), key.name);
    for (const { name } of rest) value = value?.kind === 'map' ? value.get(name) : undefined;
    return value;
  }

  #view(entry: YamlEntry): JobView {
    const layers: YamlMap[] = [];
    const elsewhere: NamedAt[] = [];
    const add = (map: YamlMap, depth: number): void => {
      if (layers.includes(map) || depth > MAX_EXTENDS) return;
      layers.push(map);
      for (const name of [...namesOf(map.get('extends'))].reverse()) {
        const base = this.#defined.get(name.name);
        if (base) add(base, depth + 1);
        else elsewhere.push(name);
      }
    };
    if (entry.value.kind === 'map') add(entry.value, 0);
    return { entry, layers, elsewhere };
  }
}

export const isHidden = (name: string): boolean => name.startsWith('.');

const isJob = (map: YamlMap): boolean => JOB_KEYS.some((key) => map.has(key));

const refusesDefaults = (map: YamlMap): boolean => map.map('inherit')?.text('default') === 'false';
