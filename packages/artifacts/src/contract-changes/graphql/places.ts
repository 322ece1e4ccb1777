import type { Span } from '@shipworthy/model';
import type { DefinitionNode, InputValueDefinitionNode, Location, NameNode } from 'graphql';
import { type ChangeSubject, nameOf } from './subject.ts';

/** Where the types, fields, values and arguments of a document stand. */
export class Places {
  readonly #spans = new Map<string, Span>();

  constructor(nodes: readonly DefinitionNode[]) {
    for (const node of nodes) this.#definition(node);
  }

  has(subject: ChangeSubject): boolean {
    return this.#spans.has(nameOf(subject));
  }

  /** Where the subject stands, or the nearest that held it. */
  of(subject: ChangeSubject): Span | undefined {
    const { owner, member } = subject;
    return (
      this.#spans.get(nameOf(subject)) ??
      this.#spans.get(nameOf({ owner, ...(member === undefined ? {} : { member }) })) ??
      this.#spans.get(owner)
    );
  }

  #definition(node: DefinitionNode): void {
    if (!('name' in node) || !node.name) return;
    const owner = node.kind === 'DirectiveDefinition' ? `@${node.name.value}` : node.name.value;
    this.#take({ owner }, node.name);
    if ('arguments' in node) this.#arguments({ owner }, node.arguments);
    const members = 'fields' in node ? node.fields : 'values' in node ? node.values : undefined;
    for (const member of members ?? []) {
      const subject = { owner, member: member.name.value };
      this.#take(subject, member.name);
      if ('arguments' in member) this.#arguments(subject, member.arguments);
    }
    if ('types' in node) for (const { name } of node.types ?? []) this.#take({ owner, member: name.value }, name);
  }

  #arguments(of: ChangeSubject, nodes: readonly InputValueDefinitionNode[] | undefined): void {
    for (const { name } of nodes ?? []) this.#take({ ...of, argument: name.value }, name);
  }

  #take(subject: ChangeSubject, { loc }: { readonly loc?: Location | undefined } & Pick<NameNode, 'value'>): void {
    const key = nameOf(subject);
    if (loc && !this.#spans.has(key)) this.#spans.set(key, [loc.start, loc.end]);
  }
}
