import { all, defineRule, profile, vocabulary } from '@shipworthy/rule-kit';
import { harmShown } from '../harm-signs.ts';
import { partAbout } from '../security-pages.ts';
import { WORTH_ATTACKING } from '../worth-attacking.ts';

export default defineRule({
  id: 'threat-model/present',
  title: 'What can be attacked here has a threat model',
  stages: ['design'],
  qualities: ['security'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: WORTH_ATTACKING,
  needs: {
    models: all('threat-model'),
    policies: all('security-policy'),
    documents: all('document'),
    alerts: all('alert-rules'),
    profile: profile(),
    vocabulary: vocabulary(),
  },
  messages: {
    absent:
      'There is no threat model, and this is worth attacking: {why}. Write one page, docs/threat-model.md, on what you protect, from whom, and where trust ends; one that is kept elsewhere can be declared under `evidence`.',
  },
  check(repository, { given, fault, gaps, pass, skip }) {
    const [model] = given.models;
    if (model)
      return pass({ path: model.path }, given.models.length > 1 ? `${given.models.length} models` : model.facts.form);
    const part = partAbout(given.documents, given.vocabulary, 'threatModel');
    if (part) return pass(part, 'a part of a page');
    for (const { path, facts } of given.policies)
      if (facts.elsewhere?.threatModel)
        return pass({ path, span: facts.elsewhere.threatModel }, 'kept elsewhere, as the file says');
    const why = harmShown(given.profile, given.alerts);
    if (why === undefined) return skip('too little shows what an attacker could gain');
    // Signs are guesses about somebody else's risk, and models are kept confidential; a configuration's answer is neither.
    const severity = given.profile.rubric.harm.declared ? 'warning' : 'info';
    return gaps([fault('absent', repository.at('docs/threat-model.md'), { why }, { severity })], repository.at());
  },
});
