import { EXIT } from '@shipworthy/audit/exit-codes';
import { rulePage } from '@shipworthy/audit/rule-page';
import { todayOf } from '@shipworthy/audit/today';
import { broken, runAction, trustWorkspace } from '@shipworthy/github';
import { allRules } from './catalogue.ts';

/** Set by the build. */
declare const SHIPWORTHY_VERSION: string;

const pages = new URL('./rules/', import.meta.url);
/** What a shell says of a process that ended by this signal. */
const TERMINATED = 143;

// A job that is cancelled asks so, and takes the machine away seconds later.
process.once('SIGINT', () => process.exit(EXIT.interrupted));
process.once('SIGTERM', () => process.exit(TERMINATED));

const write = (text: string) => process.stdout.write(text);
// Node would end with the code of findings.
process.once('uncaughtException', (error) => process.exit(broken(error, write)));

trustWorkspace(process.env);
process.exitCode = await runAction({
  env: process.env,
  rules: allRules,
  version: SHIPWORTHY_VERSION,
  today: todayOf(process.env),
  page: (id) => {
    const rule = allRules.find((each) => each.id === id);
    return rule && rulePage(rule, pages);
  },
  write,
});
