import { SourceError } from '@shipworthy/model';

type Fault = SourceError['fault'];

/** The complaint of git that is worth repeating: its last fatal line, without the prefix, on one short line. */
export function complaint(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((text) => text.startsWith('fatal: ')) ?? lines[0] ?? 'git failed without a word';
  return [...line.replace(/^(?:fatal|error|warning): /, '')]
    .map((character) => (character < ' ' || character === '\u007f' ? ' ' : character))
    .slice(0, 300)
    .join('');
}

/** No repository here or above (as opposed to one that is broken). */
export function isOutsideRepository(stderr: string): boolean {
  return /not a git repository \(or any/.test(stderr);
}

/** What git says, and what whoever runs this can do about it. The first that matches holds. */
const KNOWN: readonly { says: RegExp; fault: Fault; message: string; advice: (folder: string) => string }[] = [
  {
    says: /dubious ownership|is owned by someone else/,
    fault: 'environment',
    message: 'git refuses to read the repository because it belongs to another user',
    advice: (folder) =>
      `If you trust it, run: git config --global --add safe.directory '${folder}' (usual in containers, where the checkout belongs to another user), or run as its owner.`,
  },
  {
    says: /safe\.bareRepository/,
    fault: 'environment',
    message: 'git refuses to read a bare repository because safe.bareRepository says so',
    advice: () => 'Clone the repository and audit the clone.',
  },
  {
    says: /not a git repository/,
    fault: 'repository',
    message: 'the .git of the folder leads to a repository that is not there',
    advice: () =>
      'Run `git worktree repair`, make the main repository reachable (containers: mount it too), or remove the .git file to audit a plain folder.',
  },
  {
    says: /index file|bad signature|index uses|bad index|unknown index entry|unordered stage|cache corrupted/,
    fault: 'repository',
    message: 'the index of the repository cannot be read',
    advice: () => 'Rebuild it with `rm .git/index && git reset`, or audit a commit by giving a revision.',
  },
  {
    says: /repository extension|Expected git repo version|unknown repository/,
    fault: 'environment',
    message: 'the repository uses a format that the installed git does not know',
    advice: () => 'Install a newer git.',
  },
  {
    says: /bad (?:numeric |boolean )?config/,
    fault: 'repository',
    message: 'the configuration of the repository cannot be read',
    advice: () => 'Correct the line that is named in its .git/config.',
  },
  {
    says: /Permission denied/,
    fault: 'environment',
    message: 'the repository cannot be read',
    advice: () => 'Check the permissions of the folder and of its .git.',
  },
  {
    says: /no answer within|bytes of output/,
    fault: 'repository',
    message: 'listing the repository was given up',
    advice: () => 'Audit a smaller folder of it, or a fresh clone.',
  },
];

/** Turns what git complained about into a fault worded for the person who gave `folder`. */
export function gitFault(folder: string, stderr: string): SourceError {
  const said = complaint(stderr);
  const known = KNOWN.find(({ says }) => says.test(stderr));
  if (known) return new SourceError(`${folder}: ${known.message} (git: ${said})`, known.fault, known.advice(folder));
  return new SourceError(
    `${folder}: git could not read the repository: ${said}`,
    'repository',
    'Run `git fsck` there, or audit a fresh clone.',
  );
}
