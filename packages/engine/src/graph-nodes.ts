import {
  type GraphEnd,
  type GraphNode,
  type Inventory,
  type Kind,
  type Place,
  PUBLIC_KINDS,
  type SubjectMap,
  type SubjectName,
} from '@shipworthy/model';

/** Subjects that are a file as a whole: several relations speak of the same node. */
const FILES: ReadonlySet<string> = new Set(['file', 'document', 'readme', 'contract', ...PUBLIC_KINDS]);

/** The nodes of a graph, each once, whoever speaks of it. */
export class NodeTable {
  readonly #kinds: ReadonlyMap<string, readonly Kind[]>;
  readonly #componentOf: (path: string) => string | undefined;
  readonly #nodes = new Map<string, GraphNode>();
  readonly #elements = new Map<string, GraphNode>();

  constructor(own: Inventory, componentOf: (path: string) => string | undefined = () => undefined) {
    this.#kinds = new Map(
      own.files.map(({ path, artifacts }) => [
        path,
        artifacts.map(({ kind }) => kind).filter((kind) => (PUBLIC_KINDS as readonly Kind[]).includes(kind)),
      ]),
    );
    this.#componentOf = componentOf;
  }

  /** A link from or to an artifact; one between two plain pages tells nobody anything. */
  isWorthDrawing(from: string, to: GraphEnd): boolean {
    const plain = (path: string) => (this.#kinds.get(path) ?? []).length === 0;
    return from === '.' || !plain(from) || ('place' in to && !plain(to.place.path));
  }

  hasFile(path: string): boolean {
    return this.#nodes.has(`file:${path}`);
  }

  register(type: SubjectName, subject: SubjectMap[SubjectName]): void {
    const { span } = subject.at();
    if (FILES.has(type) || span === undefined) return;
    this.#elements.set(`${subject.path}\0${span[0]}`, this.#element(type, subject));
  }

  ofSubject(type: SubjectName, subject: SubjectMap[SubjectName]): string {
    if (subject.path === '.') return this.#add({ id: 'repository:.', type: 'repository', name: '.' });
    if (FILES.has(type)) return this.#file(subject.path);
    return this.#add(this.#element(type, subject));
  }

  ofEnd(end: GraphEnd): string {
    if ('place' in end) return this.#place(end.place);
    const { type, name, path } = end;
    const held = path === undefined ? '' : `${path}/`;
    return this.#add({ id: `${type}:${held}${name}`, type, name, ...(path === undefined ? {} : this.#located(path)) });
  }

  /** In the order of their ids. */
  drawn(): GraphNode[] {
    return [...this.#nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #place({ path, span }: Place): string {
    const element = span && this.#elements.get(`${path}\0${span[0]}`);
    return element ? this.#add(element) : this.#file(path);
  }

  #file(path: string): string {
    const [kind = 'file'] = this.#kinds.get(path) ?? [];
    return this.#add({ id: `file:${path}`, type: kind, name: path, ...this.#located(path) });
  }

  #element(type: SubjectName, subject: SubjectMap[SubjectName]): GraphNode {
    const name = 'name' in subject && typeof subject.name === 'string' ? subject.name : subject.subjectId;
    return { id: `${type}:${subject.path}/${subject.subjectId}`, type, name, ...this.#located(subject.path) };
  }

  #located(path: string): { path: string; component?: string } {
    const component = this.#componentOf(path);
    return { path, ...(component === undefined ? {} : { component }) };
  }

  #add(node: GraphNode): string {
    if (!this.#nodes.has(node.id)) this.#nodes.set(node.id, node);
    return node.id;
  }
}
