import type { StepFacts, WrittenAt } from '@shipworthy/model';
import type { YamlEntry, YamlMap, YamlNode } from '../../formats/yaml/index.ts';
import { literalsOf } from '../written.ts';
import type { CircleConfig } from './config.ts';
import { filledIn, hasPlaceholder, type Parameters, parametersOf, replaced } from './parameters.ts';

/** Steps of CircleCI itself that move files about. Source: "Configuration reference", steps. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'checkout',
  'setup_remote_docker',
  'save_cache',
  'restore_cache',
  'store_artifacts',
  'store_test_results',
  'persist_to_workspace',
  'attach_workspace',
  'add_ssh_keys',
  'setup_docker_layer_caching',
]);
/** Commands that call commands; CircleCI allows about as many. */
const MAX_NESTING = 10;
/** Commands that call commands multiply; a job that asks for more is cut off here. */
export const MAX_CALLS = 500;

/** What holds for a list of steps. */
export interface StepContext {
  readonly config: CircleConfig;
  readonly parameters: Parameters;
  readonly folder?: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly condition?: WrittenAt;
  readonly depth: number;
  /** Calls of commands that may still be followed. */
  readonly left: { calls: number };
}

/** Steps in order, those of commands of the file in place of their call. */
export function readCircleSteps(node: YamlNode | undefined, context: StepContext): readonly StepFacts[] {
  if (node === undefined || context.depth > MAX_NESTING) return [];
  const list = replaced(node, context.parameters);
  if (list.kind !== 'seq') return [];
  return list.items.flatMap((item): readonly StepFacts[] => {
    const step = replaced(item, context.parameters);
    if (step.kind === 'seq') return readCircleSteps(step, context);
    if (step.kind === 'scalar') return called(step.text, step, undefined, context);
    return step.entries.flatMap((entry) => readStep(entry, step, context));
  });
}

function readStep({ key, value }: YamlEntry, step: YamlMap, context: StepContext): readonly StepFacts[] {
  // An older step of CircleCI, unless the file has a command of that name.
  if (key === 'run' || (key === 'deploy' && !context.config.command(key))) return [runStep(value, step, context)];
  if (key === 'when' || key === 'unless') {
    if (value.kind !== 'map') return [];
    const condition = value.get('condition');
    const at = condition?.span ?? value.span;
    return readCircleSteps(value.get('steps'), {
      ...context,
      condition: { text: condition?.kind === 'scalar' ? condition.text : key, at },
      depth: context.depth + 1,
    });
  }
  return called(key, step, value.kind === 'map' ? value : undefined, context);
}

function called(name: string, at: YamlNode, given: YamlMap | undefined, context: StepContext): readonly StepFacts[] {
  if (BUILT_IN.has(name)) return [];
  const command = context.left.calls-- > 0 ? context.config.command(name) : undefined;
  if (command)
    return readCircleSteps(command.get('steps'), {
      ...context,
      parameters: parametersOf(command, given, context.parameters),
      depth: context.depth + 1,
    });
  const calls = context.config.orbCall(name, at.span, given);
  return [{ at: at.span, calls, ...conditionOf(context), variables: context.variables }];
}

function runStep(value: YamlNode, step: YamlMap, context: StepContext): StepFacts {
  const map = value.kind === 'map' ? value : undefined;
  const command = map ? map.get('command') : value;
  const name = map?.text('name');
  const when = map?.entry('when');
  const text = command?.kind === 'scalar' ? filledIn(command.text, context.parameters) : undefined;
  const folder = map?.text('working_directory') ?? context.folder;
  return {
    ...(name === undefined ? {} : { name: filledIn(name, context.parameters) }),
    at: step.span,
    ...(command && text !== undefined ? { run: { text, at: command.span } } : {}),
    ...(folder === undefined ? {} : { folder: filledIn(folder, context.parameters) }),
    ...(when?.value.kind === 'scalar'
      ? { condition: { text: when.value.text, at: when.value.span } }
      : conditionOf(context)),
    variables: { ...context.variables, ...literalsOf(map?.get('environment'), hasPlaceholder) },
  };
}

const conditionOf = ({ condition }: StepContext): Pick<StepFacts, 'condition'> => (condition ? { condition } : {});
