import type { Artifact, DashboardFacts, Span } from '@shipworthy/model';
import { resourceBlocks, stringArgument } from '../formats/terraform/resource-blocks.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { plainFacts } from './other-dialects.ts';
import { CONTENT_ONLY, PATH_AND_CONTENT, pathSignal } from './signals.ts';

type DashboardArtifact = Artifact<'dashboard'>;

/** A call that makes a dashboard, with its title where that is a literal: `g.dashboard.new('Orders')`. */
const JSONNET_CALL =
  /(?:[\w$)\]]\.(?:dashboard|newDashboard)(?:\.new)?|\bdashboard\.new|\bnewDashboard)\(\s*(?:(?:title|name)\s*=\s*)?(?:(["'])([^"'\n]{1,200})\1)?/g;
/** A dashboard written out as an object. */
const JSONNET_OBJECT = /["']?schemaVersion["']?\s*\+?:{1,3}\s*\d/;
const JSONNET_PANELS = /["']?(?:panels|rows)["']?\s*\+?:{1,3}\s*\[/;
/** The field in which a mixin hands out its dashboards. */
const MIXIN_FIELD = /\bgrafanaDashboards\s*\+?:{1,3}/;
/** The definition of a function that makes dashboards, for others to call. */
const DEFINES = /\bdashboard\([^)]{0,300}\)\s*:{1,3}|\blocal\s+dashboard\(|\bdashboard\s*:{1,3}\s*\{/;
/** What is not closed goes to the end, so that many openings stay linear. */
const COMMENT = /\/\*(?:[\s\S]*?\*\/|[\s\S]*$)|(?:^|\s)(?:\/\/|#).*$/gm;

/** The dashboards that a jsonnet text makes: one artifact, which counts them by nobody's word. */
export function jsonnetDashboard(file: RepositoryFile): DashboardArtifact[] {
  const text = file.text.replace(COMMENT, (found) => found.replace(/[^\n]/g, ' '));
  const calls = [...text.matchAll(JSONNET_CALL)];
  const [call] = calls;
  const writtenOut = JSONNET_OBJECT.test(text) && JSONNET_PANELS.test(text);
  const signal = pathSignal(file.path);
  if (!writtenOut && (!call || (!MIXIN_FIELD.test(text) && (signal === undefined || DEFINES.test(text))))) return [];
  const title = calls.length === 1 ? call?.[2] : undefined;
  return [
    scraped(
      file,
      'jsonnet',
      file.path,
      writtenOut ? 'a dashboard written out in jsonnet' : 'a call that makes a dashboard',
      {
        ...(title !== undefined && { title }),
        ...(call && { at: [call.index, call.index + call[0].length] }),
      },
    ),
  ];
}

const TERRAFORM =
  /^(?:grafana_dashboard|datadog_dashboard(?:_json)?|aws_cloudwatch_dashboard|google_monitoring_dashboard|newrelic_one_dashboard(?:_json|_raw)?|azurerm_(?:portal_)?dashboard|signalfx_dashboard|honeycombio_(?:flexible_)?board|sumologic_dashboard|dynatrace_(?:json_)?dashboard|logzio_grafana_dashboard)$/;

/** Dashboards that Terraform makes, by their resource. */
export function terraformDashboards(file: RepositoryFile): DashboardArtifact[] {
  return resourceBlocks(file)
    .filter(({ type }) => TERRAFORM.test(type))
    .map((block) => {
      const title =
        stringArgument(block, 'title') ?? stringArgument(block, 'dashboard_name') ?? stringArgument(block, 'name');
      return scraped(file, 'terraform', `${block.type}.${block.name}`, `the resource ${block.type}`, {
        ...(title !== undefined && { title }),
        at: block.at,
      });
    });
}

/** Libraries that write dashboards from a program. */
const PROGRAM =
  /\bfrom\s+grafanalib\.core\s+import\b[\s\S]{0,2000}?\bDashboard\b|grafana-foundation-sdk\/(?:go\/)?dashboard|grafana_foundation_sdk\.builders\b|["']@grafana\/grafana-foundation-sdk\/dashboard["']|github\.com\/K-Phoen\/grabana/;
const MAKES = /\bDashboard\(|\bDashboardBuilder\(|\bNewDashboardBuilder\(|\bdashboard\.New\(/;

/** A program that makes dashboards with one of the libraries for it. */
export function programmedDashboard(file: RepositoryFile): DashboardArtifact[] {
  if (!PROGRAM.test(file.text) || !MAKES.test(file.text)) return [];
  return [scraped(file, 'code', file.path, 'a program that makes a dashboard', {})];
}

function scraped(
  file: RepositoryFile,
  dialect: DashboardFacts['dialect'],
  id: string,
  why: string,
  more: { readonly title?: string; readonly at?: Span },
): DashboardArtifact {
  const signal = pathSignal(file.path);
  return {
    kind: 'dashboard',
    path: file.path,
    pathClass: file.pathClass,
    level: 'scraped',
    confidence: signal ? PATH_AND_CONTENT : CONTENT_ONLY,
    why: [why, ...(signal ? [signal] : [])],
    id,
    ...more,
    facts: plainFacts(dialect, 'program', 0),
  };
}
