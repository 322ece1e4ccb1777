import type { ObjectiveFacts, SloFacts, Span } from '@shipworthy/model';
import { scanJsonnet } from '../formats/jsonnet/scan.ts';
import { resourceBlocks, stringArgument } from '../formats/terraform/resource-blocks.ts';
import type { RepositoryFile } from '../repository-file.ts';

const TERRAFORM =
  /^(?:google_monitoring_slo|datadog_service_level_objective|newrelic_service_level|nobl9_slo|grafana_slo|honeycombio_slo|dynatrace_slo(?:_v2)?|signalfx_slo|sumologic_slo|elasticstack_kibana_slo|aws_applicationsignals_service_level_objective|awscc_applicationsignals_service_level_objective)$/;

/** A figure that a Terraform argument gives as percent or as a share of one. */
const TARGET = /^[ \t]*(?:target|goal|value)[ \t]*=[ \t]*"?([\d.]+)"?[ \t]*$/m;

/** Objectives that Terraform makes, by their resource; what stands in their blocks is not evaluated. */
export function terraformObjectives(file: RepositoryFile): readonly ObjectiveFacts[] {
  return resourceBlocks(file)
    .filter(({ type }) => TERRAFORM.test(type))
    .map((block) => {
      const figure = Number(TARGET.exec(block.body)?.[1]);
      const target = figure > 1 ? figure : figure > 0 ? Number((figure * 100).toFixed(6)) : undefined;
      return {
        ...seen(stringArgument(block, 'display_name') ?? stringArgument(block, 'name') ?? block.name, block.at),
        ...(target !== undefined && { target }),
        latency: /latency|duration|response_time/i.test(block.body),
      };
    });
}

const KIND = /^(?:ServiceLevelObjective|PrometheusServiceLevel|SLO)$/;

/** Objectives that a jsonnet text writes out as objects. */
export function jsonnetObjectives(file: RepositoryFile): readonly ObjectiveFacts[] {
  const objects = scanJsonnet(file.text);
  const metadataOf = new Map(objects.filter(({ under }) => under === 'metadata').map((inner) => [inner.parent, inner]));
  return objects.flatMap((object) => {
    const kind = object.fields.get('kind');
    if (kind?.text === undefined || !KIND.test(kind.text)) return [];
    if (!/pyrra|sloth|openslo|n9\//.test(object.fields.get('apiVersion')?.text ?? 'sloth')) return [];
    const metadata = metadataOf.get(object);
    return seen(metadata?.fields.get('name')?.text ?? '', kind.at);
  });
}

const seen = (name: string, at: Span): ObjectiveFacts => ({
  name,
  indicator: true,
  latency: false,
  alerting: 'none',
  policies: [],
  templated: ['target', 'window', 'alerting'],
  spans: { '': at },
});

export const scrapedForms: Readonly<Record<string, SloFacts['form']>> = {
  tf: 'terraform',
  jsonnet: 'jsonnet',
  libsonnet: 'jsonnet',
};
