import type { Rule, RulePackage } from '@shipworthy/rule-kit';
import { rules as build } from '@shipworthy/rules-build';
import { rules as deploy } from '@shipworthy/rules-deploy';
import { rules as design } from '@shipworthy/rules-design';
import { rules as discovery } from '@shipworthy/rules-discovery';
import { rules as improve } from '@shipworthy/rules-improve';
import { rules as operate } from '@shipworthy/rules-operate';
import { rules as test } from '@shipworthy/rules-test';

/** The rule packages this build carries, in lifecycle order. */
export const rulePackages: readonly RulePackage[] = [
  { name: '@shipworthy/rules-discovery', rules: discovery },
  { name: '@shipworthy/rules-design', rules: design },
  { name: '@shipworthy/rules-build', rules: build },
  { name: '@shipworthy/rules-test', rules: test },
  { name: '@shipworthy/rules-deploy', rules: deploy },
  { name: '@shipworthy/rules-operate', rules: operate },
  { name: '@shipworthy/rules-improve', rules: improve },
];

export const allRules: readonly Rule[] = rulePackages.flatMap((pack) => pack.rules);
