import type { Artifact, Gap } from '@shipworthy/model';
import { all, defineRule, profile, today } from '@shipworthy/rule-kit';
import { reportingPart } from '../reporting-part.ts';

/** What nobody else runs or installs. */
const NOT_ASKED: ReadonlySet<string> = new Set(['script', 'documentation', 'collection']);
const POLICY_PLACE = /^(?:(?:\.github|\.gitlab|docs)\/)?security\.(?:md|markdown|rst|adoc)$/i;
/** Whoever takes reports there promises what happens to them, too. */
const HANDS_ON: ReadonlySet<string> = new Set(['form', 'elsewhere']);

export default defineRule({
  id: 'security-policy/actionable',
  title: 'Somebody who finds a hole knows whom to tell, and what happens then',
  stages: ['operate'],
  qualities: ['security'],
  severity: 'warning',
  confidence: 'high',
  preset: 'essential',
  subject: 'repository',
  needs: { policies: all('security-policy'), documents: all('document'), profile: profile(), today: today() },
  messages: {
    absent:
      'Nothing here says how to report a vulnerability, so whoever finds one will do it in public. Add SECURITY.md with one private contact and when you will answer; a policy in the `.github` repository of your organisation counts, and can be declared under `evidence`.',
    silent:
      '{path} stands where a forge shows the security policy, and does not say how to report a vulnerability, nor does any other page. Whoever finds one will do it in public: add one private contact and when you will answer.',
    stock:
      "{path} still holds the text it was created with ('{text}'), so whoever finds a hole learns nothing from it. Replace it with one private contact and when you will answer.",
    nowhere:
      '{path} names no private way to report: no address, no private advisory, no form. Whoever finds a hole will open a public issue: add one.',
    unpromised:
      '{path} says where to report and not when to expect an answer. Reporters who hear nothing publish: add one sentence, such as "we answer within five working days".',
    expired: '{path} expired on {day}, so nobody can rely on the contacts in it. Check them and set a new date.',
    endless:
      '{path} has no `Expires` line, which RFC 9116 requires: nobody can tell whether its contacts are still read. Add a date less than a year ahead.',
  },
  check(repository, { given, fault, gaps, pass, skip }) {
    const own = given.policies.filter(({ pathClass }) => pathClass !== 'example');
    if (own.length === 0) {
      const part = reportingPart(given.documents);
      if (part) return pass(part, 'on another page than SECURITY.md, where a forge does not look for it');
      const { archetypes, unknown } = given.profile;
      if (unknown) return skip(`it is not known what it is: ${unknown.because}`);
      if (archetypes.every(({ name }) => NOT_ASKED.has(name)))
        return skip(`nothing that others run: ${archetypes.map(({ name }) => name).join(', ') || 'empty'}`);
      // The policy of an organisation cannot be seen from here.
      const silent = given.documents.find(({ path }) => POLICY_PLACE.test(path));
      if (silent) {
        const { path, facts } = silent;
        const at = { path, span: facts.sections[0]?.at ?? [0, 0] } as const;
        return gaps([fault('silent', at, { path }, { severity: 'info' })], at);
      }
      return gaps([fault('absent', repository.at('SECURITY.md'), {}, { severity: 'info' })], repository.at());
    }
    const faults = own.flatMap((policy): Gap[] => {
      const { path, facts } = policy;
      const top = { path, span: [0, 0] } as const;
      if (facts.stock)
        return [fault('stock', { path, span: facts.stock.at }, { path, text: facts.stock.text.slice(0, 60) })];
      if (facts.channels.length === 0) return isCovered(policy, own) ? [] : [fault('nowhere', top, { path })];
      if (facts.form === 'page') {
        const [first] = facts.channels;
        const promised = facts.response || facts.channels.some(({ form }) => HANDS_ON.has(form));
        return promised || !first
          ? []
          : [fault('unpromised', { path, span: first.at }, { path }, { severity: 'info' })];
      }
      const at = facts.spans.expires;
      if (facts.expires !== undefined && at && facts.expires < given.today)
        return [fault('expired', { path, span: at }, { path, day: facts.expires })];
      if (facts.form === 'security.txt' && facts.expires === undefined)
        return [fault('endless', top, { path }, { severity: 'info', cause: 'no expiry', discriminator: path })];
      return [];
    });
    return gaps(
      faults,
      own.map(({ path, facts }) => ({ path, ...(facts.channels[0] ? { span: facts.channels[0].at } : {}) })),
    );
  },
});

/** A file of data without a contact is no gap beside a page that has one. */
const isCovered = ({ facts }: Artifact<'security-policy'>, all: readonly Artifact<'security-policy'>[]): boolean =>
  facts.form !== 'page' && all.some((other) => other.facts.channels.length > 0);
