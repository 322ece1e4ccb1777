import { artifactsOf, type ContractParts, type Place, type RelationContext } from '@shipworthy/model';
import { folderOf, resolvePath } from '../addresses/repository-path.ts';
import { repositoryIdentity } from '../identity/repository-identity.ts';
import { oncePerContext } from '../once-per-context.ts';
import { shellCommands } from '../purposes/shell-commands.ts';

type Fetched = NonNullable<ContractParts['fetched']>;

/** A text of the shell and the folder it runs in. */
interface Script {
  readonly text: string;
  readonly folder: string;
  readonly at: Place;
}

const DOWNLOADS = /\b(?:curl|wget)\b/;
const PROGRAM = /(?:^|\/)(curl|wget)$/;
/** Hosts that are nobody else's: the service that was just started. */
const OWN_HOST = /^(?:localhost|127\.|0\.0\.0\.0|\[|host\.docker\.internal|[^.:/]+(?::\d+)?$)/i;
const ADDRESS = /^https?:\/\/([^/\s$]+)(\/\S*)?$/i;
const OUTPUT: Readonly<Record<string, RegExp>> = {
  curl: /^(?:-[A-Za-z]*o|--output)$/,
  wget: /^(?:-[A-Za-z]*O|--output-document)$/,
};
const JOINED_OUTPUT = /^--output(?:-document)?=(.+)$/;

/**
 * Files of the repository that its scripts download from other hosts, by path. What comes from a running copy of the
 * service itself, or from this repository, is not among them.
 */
export const fetchedFiles = oncePerContext((context: RelationContext): ReadonlyMap<string, Fetched> => {
  const found = new Map<string, Fetched>();
  const own = repositoryIdentity(context);
  for (const { text, folder, at } of scriptsOf(context)) {
    if (!DOWNLOADS.test(text)) continue;
    for (const { words, folder: moved } of shellCommands(text)) {
      const download = downloadOf(words);
      if (!download || (own !== undefined && download.address.toLowerCase().includes(own))) continue;
      const base = moved === undefined ? folder : resolvePath(folder, moved);
      const path = base === undefined ? undefined : resolvePath(base, download.file);
      if (path !== undefined && context.tree.hasFile(path) && !found.has(path))
        found.set(path, { host: download.host, at });
    }
  }
  return found;
});

function scriptsOf({ inventory }: RelationContext): Script[] {
  const targets = artifactsOf(inventory, 'build-script').flatMap(({ path, facts }) =>
    facts.targets.flatMap(({ commands = [] }) =>
      commands.map(({ text, at }) => ({ text, folder: facts.folder, at: { path, span: at } })),
    ),
  );
  const scripts = artifactsOf(inventory, 'shell-script').flatMap(({ path, facts }) =>
    facts.commands.flatMap(({ text, at }) =>
      // A script may be called from its own folder as well as from the root.
      ['', folderOf(path)].map((folder) => ({ text, folder, at: { path, span: at } })),
    ),
  );
  const steps = artifactsOf(inventory, 'ci-pipeline').flatMap(({ path, facts }) =>
    facts.jobs.flatMap((job) =>
      job.steps.flatMap(({ run, folder = '' }) =>
        run ? [{ text: run.text, folder, at: { path, span: run.at } }] : [],
      ),
    ),
  );
  return [...targets, ...scripts, ...steps];
}

/** What a command writes to which file, when both are plain words. */
function downloadOf(words: readonly string[]) {
  const at = words.findIndex((word) => PROGRAM.test(word));
  const program = PROGRAM.exec(words[at] ?? '')?.[1];
  const output = program === undefined ? undefined : OUTPUT[program];
  if (!output) return undefined;
  const args = words.slice(at + 1);
  const address = args.find((word) => ADDRESS.test(word));
  const host = ADDRESS.exec(address ?? '')?.[1];
  if (address === undefined || host === undefined || OWN_HOST.test(host)) return undefined;
  const flag = args.findIndex((word) => output.test(word));
  const joined = args.flatMap((word) => JOINED_OUTPUT.exec(word)?.[1] ?? [])[0];
  const file = joined ?? (flag < 0 ? undefined : args[flag + 1]);
  return file === undefined || /[$*{}]/.test(file) ? undefined : { address, host, file };
}
