import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import yargs from 'yargs';
import { commandLineFault } from './command-line-fault.ts';
import type { Context } from './context.ts';
import { onlyOnce } from './only-once.ts';
import {
  baselineOptions,
  checklistOptions,
  checkOptions,
  color,
  folder,
  format,
  graphOptions,
  inventoryOptions,
  lintOptions,
  loadPackages,
  orgReportOptions,
  orgRunOptions,
  profileOptions,
} from './options.ts';

/** Help is laid out for at most this many columns. */
const HELP_WIDTH = 100;

const EXIT_CODES = `Exit codes:
  ${EXIT.ok}    nothing that fails
  ${EXIT.findings}    findings that fail (see --fail-on)
  ${EXIT.notAudited}    could not audit, or a rule broke
  ${EXIT.usage}    usage or configuration error
  ${EXIT.interrupted}  interrupted`;

const TOKEN = "the token is read from GITHUB_TOKEN or GH_TOKEN, GitHub's address from GITHUB_API_URL.";

/**
 * Parses the arguments and runs the command they name. Commands are loaded only when they run.
 * @throws UsageError for what it does not understand, and whatever the command throws.
 */
export async function runCommandLine(args: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const parser = yargs([...args])
    .scriptName('shipworthy')
    .usage('$0 <command>\n\nAudits a repository for the artifacts of software development and the links between them.')
    .command(
      'lint [path]',
      'Audit a repository and report the gaps',
      (y) =>
        y
          .positional('path', folder)
          .options(lintOptions)
          .check(onlyOnce(lintOptions))
          .epilogue(EXIT_CODES)
          .example('$0 lint', 'the repository of this folder')
          .example('$0 lint --rule "alert/*" --fail-on warning', 'some rules, stricter')
          .example('$0 lint --revision v1.2.0 --format json', 'a release, for machines')
          .example('$0 lint --format sarif --output out.sarif', 'for GitHub code scanning'),
      async (argv) => {
        const { lint } = await import('./commands/lint.ts');
        code = await lint(argv, context);
      },
    )
    .command(
      'inventory [path]',
      'List the artifacts that were found, by kind',
      (y) =>
        y
          .positional('path', folder)
          .options(inventoryOptions)
          .check(onlyOnce(inventoryOptions))
          .example('$0 inventory --why docs/oncall.md', 'why a file is, or is not, an artifact'),
      async (argv) => {
        const { inventory } = await import('./commands/inventory.ts');
        code = await inventory(argv, context);
      },
    )
    .command(
      'profile [path]',
      'Say what the repository is, and whether programming is enough here',
      (y) =>
        y
          .positional('path', folder)
          .options(profileOptions)
          .check(onlyOnce(profileOptions))
          .example('$0 profile', 'archetypes, components and the four questions of the rubric, with evidence'),
      async (argv) => {
        const { profile } = await import('./commands/profile.ts');
        code = await profile(argv, context);
      },
    )
    .command(
      'graph [path]',
      'Draw the artifacts and the links between them',
      (y) =>
        y
          .positional('path', folder)
          .options(graphOptions)
          .check(onlyOnce(graphOptions))
          .example('$0 graph --kind alert', 'alerts with their runbooks, receivers and dashboards, for Mermaid')
          .example('$0 graph --format dot | dot -Tsvg > graph.svg', 'drawn by Graphviz'),
      async (argv) => {
        const { graph } = await import('./commands/graph.ts');
        code = await graph(argv, context);
      },
    )
    .command(
      'checklist [path]',
      'Print the release checklist of exactly this change, for its pull request',
      (y) =>
        y
          .positional('path', folder)
          .options(checklistOptions)
          .check(onlyOnce(checklistOptions))
          .example(
            '$0 checklist --base origin/main',
            'what is found is ticked, what is open says what would answer it',
          ),
      async (argv) => {
        const { checklist } = await import('./commands/checklist.ts');
        code = await checklist(argv, context);
      },
    )
    .command(
      'baseline [path]',
      "Accept today's findings, so that only new ones are reported",
      (y) =>
        y
          .positional('path', folder)
          .options(baselineOptions)
          .check(onlyOnce(baselineOptions))
          .example('$0 baseline', 'writes .shipworthy-baseline.json, or says how far it has gone')
          .example('$0 baseline --prune', 'takes out what was mended since'),
      async (argv) => {
        const { baseline } = await import('./commands/baseline.ts');
        code = await baseline(argv, context);
      },
    )
    .command(
      'check',
      'Check a pull request on GitHub, without a checkout',
      (y) =>
        y
          .options(checkOptions)
          .check(onlyOnce(checkOptions))
          .epilogue(
            `The token is read from GITHUB_TOKEN or GH_TOKEN, GitHub's address from GITHUB_API_URL.\n\n${EXIT_CODES}`,
          )
          .example('$0 check --repo owner/name --pr 123', 'what the change introduces, fixes and leaves')
          .example('$0 check --repo owner/name --pr 123 --comment --dry-run', 'what would be written there'),
      async (argv) => {
        const { checkCommand } = await import('./commands/check.ts');
        code = await checkCommand(argv, context);
      },
    )
    .command('org <command>', 'Report on many repositories: what got better, what got worse, what to do first', (y) =>
      y
        .command(
          'run',
          'Audit what changed since the last run, and write the report',
          (run) =>
            run
              .options(orgRunOptions)
              .check(onlyOnce(orgRunOptions))
              .epilogue(`For --org, --list and --issue ${TOKEN}`)
              .example(
                '$0 org run --from ~/clones --out report',
                'all clones in a folder; again next week for what changed',
              )
              .example(
                '$0 org run --org acme --out report --issue acme/readiness',
                'all of an organisation, with an issue that says what got better and worse',
              ),
          async (argv) => {
            const { orgRun } = await import('./commands/org.ts');
            code = await orgRun(argv, context);
          },
        )
        .command(
          'report',
          'Write the report of the last run again',
          (report) =>
            report.options(orgReportOptions).check(onlyOnce(orgReportOptions)).epilogue(`For --issue ${TOKEN}`),
          async (argv) => {
            const { orgReport } = await import('./commands/org.ts');
            code = await orgReport({ ...argv, asOf: undefined }, context);
          },
        )
        .demandCommand(1, 1, 'org needs to know what: run or report', 'one command at a time'),
    )
    .command(
      'rules',
      'List the rules by stage',
      (y) => y.options({ format, 'load-packages': loadPackages, color }).check(onlyOnce({ format, color })),
      async (argv) => {
        const { rules } = await import('./commands/rules.ts');
        code = await rules(argv, context);
      },
    )
    .command(
      'explain <rule>',
      "Show a rule's page: why, what counts, how to fix",
      (y) =>
        y
          .positional('rule', { type: 'string', demandOption: true, describe: 'Id of the rule' })
          .options({ 'load-packages': loadPackages, color })
          .check(onlyOnce({ color }))
          .example('$0 explain alert/runbook-resolves', ''),
      async (argv) => {
        const { explain } = await import('./commands/explain.ts');
        code = await explain(argv, context);
      },
    )
    .example('$0 lint', 'audit the repository of this folder')
    .example('$0 rules', 'what is asked, and where each rule is explained')
    .epilogue(EXIT_CODES)
    .demandCommand(1, 1, 'a command is missing', 'one command at a time')
    .strictCommands()
    .strict()
    .version(context.version)
    .help()
    .alias({ help: 'h' })
    .locale('en')
    .wrap(Math.min(HELP_WIDTH, process.stdout.columns ?? HELP_WIDTH))
    // Several values of one flag need the flag again, so that a path after them stays a path.
    .parserConfiguration({ 'greedy-arrays': false })
    .exitProcess(false)
    .fail((message, error) => {
      throw error && error.name !== 'YError' ? error : commandLineFault(message ?? error?.message ?? '', args);
    });
  await parser.parseAsync();
  return code;
}
