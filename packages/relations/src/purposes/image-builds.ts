import { programName } from './wrappers.ts';

/** What an image is built from. */
export interface ImageRecipe {
  /** Folder that is handed to the build. */
  readonly context: string;
  /** The recipe, where it is named; relative to where the command runs. */
  readonly file?: string;
}

const WITH_VALUE =
  /^(?:-(?:t|f|o|m|q)|--(?:tag|file|build-arg|target|platform|label|cache-from|cache-to|output|secret|ssh|network|builder|progress|build-context|iidfile|metadata-file|add-host|annotation|attest|provenance|sbom))$/;

/** The recipe that `docker build` and its like work by; undefined for every other command. */
export function imageRecipeOf([program = '', ...words]: readonly string[]): ImageRecipe | undefined {
  if (!/^(?:docker|podman|buildah|nerdctl|finch)$/.test(programName(program))) return undefined;
  const verb = words.findIndex((word) => word === 'build' || word === 'bud');
  if (verb < 0 || words.slice(0, verb).some((word) => word === 'compose')) return undefined;
  const rest = words.slice(verb + 1);
  let file: string | undefined;
  let context = '.';
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? '';
    const joined = /^(?:-f|--file)=?(.+)$/.exec(word)?.[1];
    if (word === '-f' || word === '--file') file = rest[++at];
    else if (joined !== undefined && word !== '--file') file = joined;
    else if (WITH_VALUE.test(word)) at++;
    else if (!word.startsWith('-')) context = word;
  }
  return { context, ...(file === undefined ? {} : { file }) };
}

/** Does it start what an image holds, without a command of its own? */
export function runsImage([program = '', ...words]: readonly string[]): boolean {
  if (!/^(?:docker|podman|docker-compose)$/.test(programName(program))) return false;
  const plain = words.filter((word) => !word.startsWith('-'));
  if (plain.includes('run')) return true;
  return (
    plain.includes('up') && words.some((word) => /^--(?:exit-code-from|abort-on-container-(?:exit|failure))/.test(word))
  );
}
