import { type Comparison, isDue, say } from './changes-of.ts';
import type { Operation, Parameter } from './operations.ts';
import type { OperationPair } from './path-pairs.ts';
import type { Schema } from './schema.ts';

/** What changed parameters break for callers. Those of the path itself are part of its name and can neither go nor come. */
export function parameterChanges(comparison: Comparison, { before, after, renamed }: OperationPair): void {
  const key = (parameter: Parameter, name = parameter.name) =>
    `${parameter.in} ${parameter.in === 'header' ? name.toLowerCase() : name}`;
  const held = new Map(after.parameters.map((parameter) => [key(parameter), parameter]));
  const met = new Set<Parameter>();
  for (const was of before.parameters) {
    const is = held.get(key(was, was.in === 'path' ? (renamed.get(was.name) ?? was.name) : was.name));
    if (is) {
      met.add(is);
      kept(comparison, was, is, after);
    } else if (was.in !== 'path') removed(comparison, was, after);
  }
  for (const is of after.parameters)
    if (!met.has(is) && is.in !== 'path' && is.required)
      say(
        comparison,
        is.shared ? 'new-required-request-default-parameter-to-existing-path' : 'new-required-request-parameter',
        `the ${called(is)} of ${after.name} is new and required`,
        after,
        is,
      );
}

const called = (parameter: Parameter): string => `${parameter.in} parameter ${parameter.name}`;

function removed(comparison: Comparison, was: Parameter, after: Operation): void {
  const due = isDue(was.lifecycle, comparison.today);
  if (due === true) return;
  const early = due === 'too-early';
  say(
    comparison,
    early ? 'request-parameter-removed-before-sunset' : 'request-parameter-removed',
    `the ${called(was)} of ${after.name} is gone${early ? ` before ${was.lifecycle.sunset}, which was announced` : ''}`,
    after,
    after,
  );
}

function kept(comparison: Comparison, was: Parameter, is: Parameter, after: Operation): void {
  if (is.required && !was.required)
    say(
      comparison,
      'request-parameter-became-required',
      `the ${called(is)} of ${after.name} has become required`,
      after,
      is,
    );
  if (!was.schema || !is.schema) return;
  const { comparer, schemas } = comparison;
  const diff = comparer.compareRead(was.schema, is.schema);
  schemas.add(diff, {
    place: 'request-parameter',
    about: after.name,
    where: `of ${after.name}`,
    whole: `the ${called(is)}`,
    mediaType: '',
    ...(is.in === 'header' ? { header: true as const } : {}),
    ...(was.required || is.required ? {} : { optional: true as const }),
    ...(is.spreadsLists && takesOneAsList(comparison, was, is) ? { takesOneAsList: true as const } : {}),
  });
}

/** `?status=open` is also a list of one, where each item of a list travels by itself, and where all is text. */
function takesOneAsList({ comparer }: Comparison, was: Parameter, is: Parameter): boolean {
  const items = is.schema?.singles.get('items');
  if (!was.schema || !items || is.schema?.types.join() !== 'array') return false;
  if (was.schema.types.length === 0 || was.schema.types.includes('array')) return false;
  const item = comparer.after.read(items);
  const [type, second] = item.types;
  const fits = was.schema.types.every((other) => other === type || (other === 'integer' && type === 'number'));
  if (second !== undefined || (type !== undefined && type !== 'string' && !fits)) return false;
  return comparer.same(untyped(was.schema), untyped(item));
}

const untyped = (schema: Schema): Schema => ({ ...schema, types: [], format: '', nullable: false });
