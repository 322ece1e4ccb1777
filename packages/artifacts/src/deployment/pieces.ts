import type {
  DeploymentFacts,
  ExposureFacts,
  NamedAt,
  Span,
  StoreFacts,
  WorkloadFacts,
  WrittenAt,
} from '@shipworthy/model';
import { isUnknown, type SourceText, withoutPadding } from '../formats/template/index.ts';
import type { YamlMap, YamlNode } from '../formats/yaml/index.ts';

/** What the documents of one file give, collected in their order. */
export interface Pieces {
  readonly workloads: WorkloadFacts[];
  readonly stores: StoreFacts[];
  readonly exposure: ExposureFacts[];
  readonly secrets: NamedAt[];
  readonly sources: WrittenAt[];
  rollout?: NonNullable<DeploymentFacts['rollout']>;
}

export const noPieces = (): Pieces => ({ workloads: [], stores: [], exposure: [], secrets: [], sources: [] });

/** The nodes of one text: values that a template writes are not given out. */
export class Reading {
  readonly text: SourceText;

  constructor(text: SourceText) {
    this.text = text;
  }

  /** The scalar under the key, unless it is null or a template's. */
  written(map: YamlMap | undefined, key: string): WrittenAt | undefined {
    return this.scalar(map?.get(key));
  }

  scalar(node: YamlNode | undefined): WrittenAt | undefined {
    if (node?.kind !== 'scalar' || node.isNull || isUnknown(this.text, node)) return undefined;
    return { text: withoutPadding(node.text), at: this.text.place(node.span) };
  }

  plain(map: YamlMap | undefined, key: string): string | undefined {
    return this.written(map, key)?.text;
  }

  /** As the repository writes it, templates included. */
  raw(map: YamlMap | undefined, key: string): WrittenAt | undefined {
    const node = map?.get(key);
    if (node?.kind !== 'scalar' || node.isNull) return undefined;
    const text = isUnknown(this.text, node) ? node.textIn(this.text.original) : withoutPadding(node.text);
    return { text, at: this.text.place(node.span) };
  }

  /** Where the pair with the key stands: the key, which is never longer than a line. */
  keyAt(map: YamlMap, key: string): Span {
    return this.text.place(map.entry(key)?.keySpan ?? map.span);
  }

  unknown(node: YamlNode | undefined): boolean {
    return node !== undefined && isUnknown(this.text, node);
  }

  /** The scalars of a list, or the one scalar that stands for it. */
  list(map: YamlMap | undefined, key: string): WrittenAt[] {
    const node = map?.get(key);
    const items = node?.kind === 'seq' ? node.items : node ? [node] : [];
    return items.flatMap((item) => this.scalar(item) ?? []);
  }

  maps(map: YamlMap | undefined, key: string): YamlMap[] {
    return (map?.items(key) ?? []).flatMap((item) => (item.kind === 'map' ? [item] : []));
  }

  /** A command as one line, given as text or as its words. */
  command(map: YamlMap | undefined, key: string): string | undefined {
    const words = this.list(map, key);
    return words.length === 0 ? undefined : words.map(({ text }) => text).join(' ');
  }
}

/** The mapping at the end of the keys. */
export function mapAt(map: YamlMap | undefined, ...keys: readonly string[]): YamlMap | undefined {
  return keys.reduce<YamlMap | undefined>((inner, key) => inner?.map(key), map);
}
