import { all, defineRule, profile, vocabulary } from '@shipworthy/rule-kit';
import { harmShown } from '../harm-signs.ts';
import { partAbout } from '../security-pages.ts';
import { WORTH_ATTACKING } from '../worth-attacking.ts';

export default defineRule({
  id: 'threat-model/reviewed',
  title: 'A review of the security is on record',
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
      'No security review is on record, and failure here can hurt ({why}). A review that nobody can find is one that nobody did: note date, reviewer, what was looked at and what followed in docs/security/review.md, or point to it under `evidence`.',
    undated:
      '{path} does not say when it was last reviewed, nor by whom, and no other security review is on record. Nobody can tell whether it still describes this system: add a line with the date and the reviewer.',
  },
  check(repository, { given, gap, fault, gaps, pass, skip }) {
    for (const { path, facts } of given.models) if (facts.reviewed) return pass({ path, span: facts.reviewed });
    const part = partAbout(given.documents, given.vocabulary, 'securityReview');
    if (part) return pass(part);
    for (const { path, facts } of given.policies)
      if (facts.elsewhere?.assessment)
        return pass({ path, span: facts.elsewhere.assessment }, 'kept elsewhere, as the file says');
    const why = harmShown(given.profile, given.alerts);
    if (why === undefined) return skip('too little shows what an attacker could gain');
    const [model] = given.models;
    if (model) return gap('undated', { path: model.path, span: [0, 0] }, { path: model.path });
    // Without a model there is little to review: threat-model/present asks for that first, and for the same reasons.
    if (!given.profile.rubric.harm.declared)
      return skip('there is no model to review yet; threat-model/present asks for one');
    return gaps(
      [fault('absent', repository.at('docs/security/review.md'), { why }, { severity: 'info' })],
      repository.at(),
    );
  },
});
