import { defineRule } from '@shipworthy/rule-kit';

/** Ids of packages have a part more: `acme/page/short`. */
const isOfPackage = (rule: string): boolean => rule.split('/').length > 2;

export default defineRule({
  id: 'suppression/explained',
  title: 'Every suppressing comment names its rule and its reason',
  stages: ['improve'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'essential',
  subject: 'suppression',
  messages: {
    unexplained:
      'The comment gives no reason, so it suppresses nothing. Whoever reads it next cannot tell whether it still holds: add -- and why.',
    nameless: 'The comment names no rule, so it suppresses nothing. Add the rule: alert/has-runbook -- and why.',
    stranger: 'No rule is called {rule}, so the comment suppresses nothing: {hint}.',
  },
  check(suppression, { gaps, fault, unknown }) {
    const { named, reason } = suppression;
    const at = suppression.at();
    const strangers = named.filter(({ known }) => !known);
    const faults = strangers
      .filter(({ rule }) => !isOfPackage(rule))
      .map(({ rule, nearest }) => {
        const hint = nearest === undefined ? 'shipworthy rules lists them' : `the nearest is ${nearest}`;
        return fault('stranger', at, { rule, hint }, { discriminator: rule });
      });
    if (named.length === 0) faults.push(fault('nameless', at, {}));
    else if (reason === undefined) faults.push(fault('unexplained', at, {}));
    if (faults.length === 0 && strangers.length > 0)
      return unknown(`${strangers.map(({ rule }) => rule).join(', ')} belongs to a package that is not loaded`, at);
    return gaps(faults, at);
  },
});
