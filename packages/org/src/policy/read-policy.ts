import { parseYaml } from '@shipworthy/artifacts/yaml';
import {
  type Complain,
  checkRuleName,
  entriesOf,
  FaultList,
  globFault,
  itemsOf,
  rootOf,
  shapeChecker,
  textsOf,
  valueAt,
} from '@shipworthy/policy/checked-file';
import type { Rule } from '@shipworthy/rule-kit';
import type { OrgPolicy } from './org-policy.ts';
import { policySchema } from './schema.ts';

/**
 * An organisation's policy from its file.
 * @param path how the file is named to people
 * @throws ConfigError with every mistake, each at its place
 */
export function readPolicy(path: string, content: string, rules: readonly Rule[]): OrgPolicy {
  const faults = new FaultList();
  const complain = faults.in(path, content);
  const root = rootOf(content, parseYaml, complain);
  const policy = root && shapeChecker<OrgPolicy>(policySchema())(root, complain);
  for (const name of textsOf(valueAt(valueAt(root, 'exemptions'), 'never'))) checkRuleName(name, rules, complain);
  for (const { value } of entriesOf(root))
    for (const entry of itemsOf(value)) checkNames(valueAt(valueAt(entry, 'match'), 'name'), complain);
  if (!root) faults.add({ path, what: 'the policy is empty', advice: 'Begin with default: and a preset below it.' });
  faults.raise();
  return policy ?? {};
}

function checkNames(names: ReturnType<typeof valueAt>, complain: Complain): void {
  for (const { text, at } of textsOf(names)) {
    const fault = globFault(text);
    if (fault) complain(at, fault.what, fault.advice);
  }
}
