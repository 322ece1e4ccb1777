import type { Audit, Reporter, ReportOptions } from '@shipworthy/model';
import { anchorsOf } from '../page/anchors.ts';
import { MAX_RULES } from './limits.ts';
import { ROOT_ID } from './locations.ts';
import { NOTIFICATIONS, notificationsOf } from './notifications.ts';
import { resultsOf } from './results.ts';
import { ruleDescriptor } from './rules.ts';

/** Where the schema that every file names can be read. */
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/) within what GitHub code scanning takes. */
export const sarif: Reporter = {
  name: 'sarif',
  render: (audit, options) => `${JSON.stringify(sarifLog(audit, options), undefined, 2)}\n`,
};

/** The same as plain data. */
export function sarifLog(audit: Audit, options: ReportOptions) {
  const { tool, findings, outcomes, preset } = audit;
  const rules = audit.rules.slice(0, MAX_RULES);
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const { results, left } = resultsOf(findings, indexes, anchorsOf(audit));
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
        automationDetails: { id: `${tool.name}/${preset}/` },
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
