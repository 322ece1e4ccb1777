import type { Audit, Reporter, ReportOptions } from '@shipworthy/model';
import { type Anchors, anchorsOf } from '../page/anchors.ts';
import { MAX_RULES } from './limits.ts';
import { ROOT_ID } from './locations.ts';
import { NOTIFICATIONS, notificationsOf } from './notifications.ts';
import { resultsOf } from './results.ts';
import { ruleDescriptor } from './rules.ts';

/** Where the schema that every file names can be read. */
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

export interface SarifOptions extends ReportOptions {
  /**
   * GitHub closes the alerts of a category that an upload does not have any more, so that audits of different folders of one
   * repository need different ones. Default: the tool and the preset.
   */
  readonly category?: string;
}

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/) within what GitHub code scanning takes. */
export const sarif: Reporter = {
  name: 'sarif',
  render: (audit, options) => renderSarif(audit, options),
};

export const renderSarif = (audit: Audit, options: SarifOptions): string =>
  `${JSON.stringify(sarifLog(audit, options), undefined, 2)}\n`;

/** The same as plain data. */
export function sarifLog(audit: Audit, options: SarifOptions) {
  const { tool, findings, outcomes, preset } = audit;
  const { category = `${tool.name}/${preset}` } = options;
  const rules = audit.rules.slice(0, MAX_RULES);
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const { results, left } = resultsOf(findings, indexes, filesOf(audit));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            semanticVersion: tool.version,
            rules: rules.map((rule) => ruleDescriptor(rule, options)),
            notifications: NOTIFICATIONS,
          },
        },
        // GitHub keeps the alerts of each category apart; the category is what stands before the last slash.
        automationDetails: { id: `${category}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT_ID]: { description: { text: 'The folder that was audited' } } },
        ...provenance(audit, options),
        invocations: [
          {
            executionSuccessful: !outcomes.some(({ result }) => result.outcome === 'error'),
            toolExecutionNotifications: notificationsOf(outcomes, indexes, left),
          },
        ],
        results,
        properties: { configDigest: audit.configDigest, history: audit.history, summary: audit.summary },
      },
    ],
  };
}

/** Only where both the repository and the commit are known: SARIF has no commit without a repository. */
function provenance({ commit }: Audit, { repository }: ReportOptions) {
  if (commit === undefined || repository === undefined) return {};
  return {
    versionControlProvenance: [{ repositoryUri: repository, revisionId: commit, mappedTo: { uriBaseId: ROOT_ID } }],
  };
}

/** A finding of the repository as a whole needs a file as well, readme or not. */
function filesOf(audit: Audit): Anchors {
  const anchors = anchorsOf(audit);
  const any = audit.config?.files[0] ?? audit.artifacts[0]?.path;
  return (path) => anchors(path) ?? (path === '' ? any : undefined);
}
