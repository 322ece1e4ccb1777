import type { Artifact, OnCallFacts, OnCallTopic, Span } from '@shipworthy/model';
import { isNamedPage, PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { readTemplateYaml } from '../formats/template/index.ts';
import { resourceBlocks } from '../formats/terraform/resource-blocks.ts';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { onCallPage } from './page.ts';

/** Resources that say who is called, and whom they call. */
const ROTATION =
  /^(?:pagerduty_schedule|opsgenie_schedule(?:_rotation)?|grafana_oncall_(?:schedule|on_call_shift)|incident_schedule|betteruptime_on_call_calendar|squadcast_schedule(?:_v2)?|zenduty_schedules|victorops_rotation|splunkoncall_rotation|rootly_schedule|aws_ssmcontacts_rotation|firehydrant_on_call_schedule)$/;
const ESCALATION =
  /^(?:pagerduty_escalation_policy|opsgenie_escalation|grafana_oncall_escalation(?:_chain)?|incident_escalation_path|betteruptime_policy|squadcast_escalation_policy|zenduty_esp|victorops_escalation_policy|rootly_escalation_policy|firehydrant_escalation_policy)$/;
const PAGER =
  /^(?:pagerduty_service(?:_integration)?|opsgenie_(?:service|api_integration)|grafana_oncall_integration|victorops_team)$/;

/** Where alerts of a cloud are sent, and the word in one that makes it a pager. */
const CHANNEL =
  /^(?:aws_sns_topic(?:_subscription)?|google_monitoring_notification_channel|azurerm_monitor_action_group|datadog_(?:integration_)?(?:pagerduty|opsgenie)\w*|newrelic_(?:alert_channel|notification_\w+)|grafana_contact_point)$/;
const PAGER_WORD = /pager_?duty|ops_?genie|victor_?ops|incident\.io/i;

/** Annotations of a service catalog that link a component to its pager. */
const ANNOTATION =
  /^(?:pagerduty\.com\/(?:service-id|integration-key)|opsgenie\.com\/(?:team|component-selector)|splunk\.com\/on-call-team|grafana\.com\/oncall|firehydrant\.com\/|incident\.io\/|ilert\.com\/|pagertree\.com\/|squadcast\.com\/)/;

function parseOnCall(file: RepositoryFile): Parsed<'on-call'> {
  const extension = file.baseName.slice(file.baseName.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'tf')
    return only(file, 'terraform', 'scraped', terraformTells(file), ['resources of a pager service']);
  if (/^ya?ml$/.test(extension))
    return only(file, 'catalog', 'parsed', catalogTells(file), ['an annotation that links to a pager service']);
  const page = file.once(pageOf);
  const found = onCallPage(page, file.path, file.text, file.declared.includes('on-call'));
  return found
    ? only(file, 'page', 'parsed', found.tells, found.why, found.confidence, page.title)
    : { artifacts: [], problems: [] };
}

type Tells = OnCallFacts['tells'];

function only(
  file: RepositoryFile,
  form: OnCallFacts['form'],
  level: Artifact['level'],
  tells: Tells,
  why: readonly string[],
  confidence = 0.85,
  title?: string,
): Parsed<'on-call'> {
  if (tells.length === 0 && !file.declared.includes('on-call')) return { artifacts: [], problems: [] };
  const { path, pathClass } = file;
  const artifact: Artifact<'on-call'> = {
    ...{ kind: 'on-call', path, pathClass, level, confidence, why, id: path },
    ...(title !== undefined && { title }),
    facts: { form, tells },
  };
  return { artifacts: [artifact], problems: [] };
}

function terraformTells(file: RepositoryFile): Tells {
  return resourceBlocks(file).flatMap(({ type, name, body, at }) => {
    const isPager = PAGER.test(type) || (CHANNEL.test(type) && (PAGER_WORD.test(name) || PAGER_WORD.test(body)));
    const topic: OnCallTopic | undefined = ROTATION.test(type)
      ? 'rotation'
      : ESCALATION.test(type)
        ? 'escalation'
        : isPager
          ? 'pager'
          : undefined;
    return topic ? [{ topic, at }] : [];
  });
}

function catalogTells(file: RepositoryFile): Tells {
  return readTemplateYaml(file).documents.flatMap(({ root }) => {
    if (root.kind !== 'map' || !/^backstage\.io\//.test(root.text('apiVersion') ?? '')) return [];
    const annotations = root.map('metadata')?.map('annotations')?.entries ?? [];
    return annotations
      .filter(({ key, value }) => ANNOTATION.test(key) && value.kind === 'scalar' && value.text.trim() !== '')
      .map(({ keySpan, value }) => ({ topic: 'pager' as const, at: [keySpan[0], value.span[1]] as Span }));
  });
}

/** Who answers when something breaks: pages, Terraform of a pager service, annotations of a catalog. */
export const onCallKind: KindModule<'on-call'> = {
  kind: 'on-call',
  factsVersion: 2,
  paths: {
    baseNames: ['catalog-info.yaml', 'catalog-info.yml'],
    extensions: ['tf', ...PAGE_EXTENSIONS],
    test: (name) => isNamedPage(name) || /^catalog-info[\w.-]*\.ya?ml$/i.test(name),
  },
  notIn: NEVER_OURS,
  sniff: looksLikeOnCall,
  load: async () => parseOnCall,
  elements: ({ facts }) => facts.tells.map(({ topic, at }) => listed(topic, topic, at)),
};

const RESOURCE =
  /^[ \t]*resource[ \t]+"(?:pagerduty|opsgenie|grafana_oncall|incident|betteruptime|squadcast|zenduty|victorops|splunkoncall|rootly|firehydrant|aws_ssmcontacts)_/m;

function looksLikeOnCall({ text, baseName }: RepositoryFile): boolean {
  if (/\.tf$/i.test(baseName)) return RESOURCE.test(text) || PAGER_WORD.test(text);
  if (/\.ya?ml$/i.test(baseName))
    return text.includes('annotations:') && /pagerduty|opsgenie|on-?call|incident|ilert|squadcast|pagertree/.test(text);
  // The page is read anyway, as a document; its name and headings decide faster than a search of its text.
  return true;
}
