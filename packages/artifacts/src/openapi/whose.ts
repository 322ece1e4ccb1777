import type { OpenApiFacts } from '@shipworthy/model';
import type { YamlMap } from '../formats/yaml/index.ts';

/** Words by which a description names its caller, in seven languages; "used by" says too little of whose it is. */
const CONSUMED =
  /\b(?:(?:consumed|called|invoked) by|(?:consomm|appel)ée?s? par|(?:konsumiert|aufgerufen) (?:von|durch)|consumid[ao]s? (?:por|pel[ao])|(?:konsumeres|kalles|konsumeras|anropas|kaldes) (?:av|af))\s+(?:(?:the|l['’]application|le|la|den|die|das|el|o|a)\s+)?(\S[^\n]{0,59})/iu;

/** What a description says of whose interface it is. */
export function whoseOf(info: YamlMap | undefined): Pick<OpenApiFacts, 'consumer' | 'origin'> {
  const consumer = CONSUMED.exec(info?.text('description') ?? '')?.[1]?.trim();
  const [copied] = info?.items('x-origin') ?? [];
  const origin = (copied?.kind === 'map' ? copied.text('url') : undefined) ?? info?.text('x-providerName');
  return { ...(consumer === undefined ? {} : { consumer }), ...(origin === undefined ? {} : { origin }) };
}
