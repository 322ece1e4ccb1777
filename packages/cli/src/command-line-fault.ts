import { UsageError } from '@shipworthy/audit/usage-error';
import { nearest } from './nearest.ts';
import { OPTIONS } from './options.ts';

const UNKNOWN_ARGUMENTS = /^Unknown arguments?: (.+)$/s;
const UNKNOWN_COMMANDS = /^Unknown commands?: (.+)$/s;
const INVALID_VALUE = /Argument: (\S+), Given: (.*), Choices: (.+)$/s;
const NO_VALUE = /^Not enough arguments following: (\S+)/;
const HELP = 'See: shipworthy --help';

/** What yargs complains of, as a usage error with the nearest thing that exists. */
export function commandLineFault(complaint: string, args: readonly string[]): UsageError {
  const [command] = args.filter((arg) => !arg.startsWith('-'));
  const options = OPTIONS[command ?? ''];
  const help = options ? `See: shipworthy ${command} --help` : HELP;

  const unknown = UNKNOWN_COMMANDS.exec(complaint) ?? UNKNOWN_ARGUMENTS.exec(complaint);
  if (unknown) {
    const names = (unknown[1] ?? '').split(', ');
    const flag = args.find((arg) => arg.startsWith('-') && names.includes(flagName(arg)));
    if (flag) return unknownFlag(flag, options ?? [], help);
    if (!options) return unknownCommand(command ?? '', help);
    return new UsageError(`'${names.join("', '")}' is one argument too many`, help);
  }
  const invalid = INVALID_VALUE.exec(complaint);
  if (invalid) return invalidValue(invalid, help);
  if (/^Not enough non-option arguments/.test(complaint)) return new UsageError('an argument is missing', help);
  const valueless = NO_VALUE.exec(complaint);
  if (valueless) return new UsageError(`--${valueless[1]} needs a value`, help);
  return new UsageError(complaint.trim().replace(/\s*\n\s*/g, ' '), help);
}

/** `--no-tests=1` is the flag `tests` to yargs. */
function flagName(arg: string): string {
  return arg.replace(/^-+/, '').replace(/=.*$/s, '').replace(/^no-/, '');
}

function unknownFlag(flag: string, options: readonly string[], help: string): UsageError {
  const name = flag.replace(/=.*$/s, '');
  const [near] = nearest(flagName(flag), options);
  return new UsageError(`there is no option ${name}`, near ? `Did you mean --${near}? ${help}` : help);
}

function unknownCommand(command: string, help: string): UsageError {
  const [near] = nearest(command, Object.keys(OPTIONS));
  return new UsageError(`there is no command '${command}'`, near ? `Did you mean shipworthy ${near}? ${help}` : help);
}

function invalidValue([, name = '', given = '', choices = '']: readonly string[], help: string): UsageError {
  const known = choices.split(', ').map((choice) => choice.replaceAll('"', ''));
  const [near] = nearest(given.replaceAll('"', ''), known);
  return new UsageError(
    `--${name} cannot be ${given}; it is one of ${known.join(', ')}`,
    near ? `Did you mean ${near}? ${help}` : help,
  );
}
