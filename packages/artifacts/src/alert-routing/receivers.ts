import type { IntegrationFacts, ReceiverFacts, Span } from '@shipworthy/model';
import { type SourceText, scalarText, valueSpan } from '../formats/template/index.ts';
import type { YamlMap, YamlNode } from '../formats/yaml/index.ts';

const INTEGRATION_KEY = /^(\w+?)(?:_configs|Configs)$/;
/** Where an integration says whom it tells, when that is no secret. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  email: ['to', 'addresses'],
  slack: ['channel', 'recipient'],
  webhook: ['url'],
};
/** Path segments that look like keys rather than words. */
const SECRET_SEGMENT = /^(?=.*\d)(?=.*[a-z])[\w-]{8,}$|^[\w-]{24,}$/i;

/** Receivers of Alertmanager files and AlertmanagerConfig objects. */
export function receiversOf(list: readonly YamlNode[], text: SourceText): ReceiverFacts[] {
  return list.flatMap((item) => (item.kind === 'map' ? [receiverOf(item, text)] : []));
}

function receiverOf(item: YamlMap, text: SourceText): ReceiverFacts {
  const spans = spansOf(item, text);
  const integrations: IntegrationFacts[] = [];
  for (const entry of item.entries) {
    const type = INTEGRATION_KEY.exec(entry.key)?.[1];
    if (type === undefined) continue;
    spans[entry.key] = valueSpan(text, entry);
    for (const config of entry.value.kind === 'seq' ? entry.value.items : [])
      integrations.push(integrationOf(type.toLowerCase(), config, config.span, text));
  }
  return { name: nameOf(item, text), integrations, spans };
}

/** Grafana's contact points: receivers whose integrations name their type. */
export function contactPointsOf(list: readonly YamlNode[], text: SourceText): ReceiverFacts[] {
  return list.flatMap((item) => {
    if (item.kind !== 'map') return [];
    const integrations = item
      .items('receivers')
      .flatMap((part) =>
        part.kind === 'map' ? [integrationOf(part.text('type') ?? '', part.map('settings'), part.span, text)] : [],
      );
    return [{ name: nameOf(item, text), integrations, spans: spansOf(item, text) }];
  });
}

function nameOf(item: YamlMap, text: SourceText): string {
  const name = item.get('name');
  return name?.kind === 'scalar' ? scalarText(text, name) : '';
}

function spansOf(item: YamlMap, text: SourceText): Record<string, Span> {
  const name = item.entry('name');
  return { '': text.place(item.span), ...(name && { name: valueSpan(text, name) }) };
}

function integrationOf(type: string, settings: YamlNode | undefined, span: Span, text: SourceText): IntegrationFacts {
  const at = text.place(span);
  for (const key of TARGETS[type] ?? []) {
    const value = settings?.kind === 'map' ? settings.get(key) : undefined;
    if (value?.kind !== 'scalar' || value.isNull) continue;
    const target = key === 'url' ? withoutSecrets(scalarText(text, value)) : scalarText(text, value);
    return target === undefined ? { type, at } : { type, target, at };
  }
  return { type, at };
}

/** Host, and path if nothing in the URL looks like a key; nothing for what is no URL. */
function withoutSecrets(written: string): string | undefined {
  if (!URL.canParse(written)) return written.includes('{{') || written.includes('$') ? written : undefined;
  const { host, pathname, search, username, protocol } = new URL(written);
  const secret = search !== '' || username !== '' || pathname.split('/').some((part) => SECRET_SEGMENT.test(part));
  return `${protocol}//${host}${secret ? '' : pathname}`;
}
