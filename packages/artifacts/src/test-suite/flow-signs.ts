import type { LayerSign } from './languages/index.ts';

/** Tests that are written as steps in YAML, for runners of their own. */
export const FLOW_SIGNS: readonly LayerSign[] = [
  { means: 'device', layer: 'e2e', sign: /^-\s*(?:launchApp|tapOn|assertVisible|inputText|runFlow)\b/m },
  { means: 'cluster', layer: 'e2e', sign: /^apiVersion:\s*(?:chainsaw\.kyverno\.io|kuttl\.dev)\//m },
  { means: 'dredd', layer: 'contract', sign: /^(?:blueprint|endpoint)\s*:/m },
  { means: 'schemathesis', layer: 'contract', sign: /\bschemathesis\b/ },
  // Without a server: helm-unittest puts the templates together and compares.
  { means: 'chart', layer: 'unit', sign: /^(?:\s*-\s+|\s+)asserts\s*:\s*$/m },
  { means: 'requests', layer: 'integration', sign: /^test_name\s*:/m },
];
