import { UsageError } from '@shipworthy/audit/usage-error';

/** A check that refuses a flag given twice with two values, which yargs would hand over as an array. */
export function onlyOnce(options: Readonly<Record<string, object>>): (argv: Readonly<Record<string, unknown>>) => true {
  return (argv) => {
    for (const [name, option] of Object.entries(options))
      if (Array.isArray(argv[name]) && !('array' in option))
        throw new UsageError(`--${name} is given more than once`, 'Give it once.');
    return true;
  };
}
