import type { CiPipelineFacts } from '@shipworthy/model';
import { RepositoryFile } from '../repository-file.ts';
import { FileBytes } from '../text/file-bytes.ts';
import { ciPipelineKind } from './kind.ts';

/** The facts of a file as the engine would get them; undefined when it is no pipeline. */
export async function pipelineOf(path: string, text: string): Promise<CiPipelineFacts | undefined> {
  const file = new RepositoryFile(path, 'authored', text);
  if (ciPipelineKind.sniffBytes?.(new FileBytes(Buffer.from(text)), path) === false || !ciPipelineKind.sniff(file))
    return undefined;
  return (await ciPipelineKind.load())(file).artifacts[0]?.facts;
}
