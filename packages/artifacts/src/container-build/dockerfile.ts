import type { ContainerBuildFacts, ImageStageFacts, Span, WrittenAt } from '@shipworthy/model';

/** One instruction with its lines joined: `RUN a && b`. */
interface Instruction {
  readonly name: string;
  readonly rest: string;
  readonly at: Span;
}

interface Stage {
  readonly facts: ImageStageFacts;
  user?: WrittenAt;
  readonly ports: number[];
  entrypoint?: WrittenAt;
  command?: WrittenAt;
  healthCheck?: NonNullable<ContainerBuildFacts['healthCheck']>;
}

const INSTRUCTION = /^[ \t]*([A-Za-z]+)[ \t]+(.*)$/s;
const HEREDOC = /<<-?[ \t]*["']?(\w+)["']?/;

/** The instructions of a Dockerfile; text of here-documents is passed over. */
function instructionsOf(text: string): Instruction[] {
  const found: Instruction[] = [];
  const lines = text.split('\n');
  let offset = 0;
  let open: { text: string; readonly start: number } | undefined;
  let until: string | undefined;
  for (const line of lines) {
    const start = offset;
    offset += line.length + 1;
    const bare = line.replace(/\r$/, '');
    if (until !== undefined) {
      if (bare.trim() === until) until = undefined;
      continue;
    }
    // Comments and blank lines inside a continued instruction belong to nothing.
    if (bare.trimStart().startsWith('#') || bare.trim() === '') continue;
    const more = /[\\`][ \t]*$/.test(bare);
    const part = more ? bare.replace(/[\\`][ \t]*$/, ' ') : bare;
    open = open ? { ...open, text: open.text + part } : { text: part, start };
    if (more) continue;
    const [, name, rest = ''] = INSTRUCTION.exec(open.text) ?? [];
    if (name !== undefined) {
      const from = open.start + (open.text.length - open.text.trimStart().length);
      found.push({ name: name.toUpperCase(), rest: rest.trim(), at: [from, Math.max(from, start + bare.length)] });
      until = HEREDOC.exec(rest)?.[1];
    }
    open = undefined;
  }
  return found;
}

/** The facts of a Dockerfile; undefined when it takes no image as its base. */
export function readDockerfile(text: string): Omit<ContainerBuildFacts, 'form'> | undefined {
  const defaults = new Map<string, string>();
  const stages: Stage[] = [];
  for (const { name, rest, at } of instructionsOf(text)) {
    const stage = stages.at(-1);
    if (name === 'FROM') stages.push(stageOf(rest, at, stages, defaults));
    else if (name === 'ARG' && !stage) {
      const [, argument, value] = /^(\w+)(?:=(.*))?$/s.exec(rest) ?? [];
      if (argument !== undefined && value !== undefined) defaults.set(argument, value.replace(/^["']|["']$/g, ''));
    } else if (stage) addInstruction(stage, name, rest, at);
  }
  const last = stages.at(-1);
  if (!last) return undefined;
  const command = last.entrypoint ?? last.command;
  return {
    stages: stages.map(({ facts }) => facts),
    ...(last.user ? { user: last.user } : {}),
    ports: last.ports,
    ...(command ? { command: joined(command, last) } : {}),
    ...(last.healthCheck ? { healthCheck: last.healthCheck } : {}),
  };
}

function addInstruction(stage: Stage, name: string, rest: string, at: Span): void {
  switch (name) {
    case 'USER':
      stage.user = { text: rest, at };
      break;
    case 'EXPOSE':
      for (const port of rest.split(/\s+/)) {
        const number = Number.parseInt(port, 10);
        if (number > 0) stage.ports.push(number);
      }
      break;
    case 'ENTRYPOINT':
      stage.entrypoint = { text: words(rest), at };
      // A new entry point drops the arguments that an earlier stage gave.
      delete stage.command;
      break;
    case 'CMD':
      stage.command = { text: words(rest), at };
      break;
    case 'HEALTHCHECK': {
      const none = /^NONE\b/i.test(rest);
      const command = words(rest.replace(/^(?:--\S+\s+)*/, '').replace(/^CMD\s+/i, ''));
      stage.healthCheck = { at, command: none ? '' : command, none };
      break;
    }
    default:
      break;
  }
}

const joined = (command: WrittenAt, { entrypoint, command: given }: Stage): WrittenAt =>
  entrypoint && given ? { text: `${entrypoint.text} ${given.text}`, at: command.at } : command;

/** `["node", "server.js"]` as the words of a command; a shell form as it is. */
function words(rest: string): string {
  if (!rest.startsWith('[')) return rest.replace(/\s+/g, ' ');
  return [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = '']) => word).join(' ');
}

const VARIABLE = /\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g;

function stageOf(rest: string, at: Span, earlier: readonly Stage[], defaults: ReadonlyMap<string, string>): Stage {
  const [, from = '', name] = /^(?:--\S+\s+)*(\S+)(?:\s+[Aa][Ss]\s+(\S+))?/.exec(rest) ?? [];
  let known = true;
  const resolved = from.replace(VARIABLE, (_, braced?: string, fallback?: string, plain?: string) => {
    const value = defaults.get(braced ?? plain ?? '') ?? fallback;
    if (value === undefined || value === '' || value.includes('$')) known = false;
    return value ?? '';
  });
  const base = earlier.findLast(({ facts }, index) => facts.name === resolved || String(index) === resolved);
  const templated = from.includes('$') || from.includes('{{');
  const facts: ImageStageFacts = {
    ...(name === undefined ? {} : { name }),
    at,
    from,
    ...(base ? { stage: resolved } : known && !from.includes('{{') ? imageOf(resolved) : {}),
    templated,
  };
  return base ? { ...base, ports: [...base.ports], facts } : { facts, ports: [] };
}

/** `registry:5000/name:tag@sha256:…` in its parts. */
export function imageOf(reference: string): Pick<ImageStageFacts, 'image' | 'tag' | 'digest'> {
  const [name = '', digest] = reference.split('@', 2);
  const tag = /:([^:/]+)$/.exec(name)?.[1];
  return {
    image: tag === undefined ? name : name.slice(0, -tag.length - 1),
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}
