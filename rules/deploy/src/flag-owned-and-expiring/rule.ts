import { defineRule, today } from '@shipworthy/rule-kit';

/** Services keep owner and age of a flag themselves; lists in code and generated manifests have no place for them. */
const HAS_NO_PLACE: ReadonlySet<string> = new Set([
  'code',
  'openfeature',
  'unleash',
  'launchdarkly',
  'growthbook',
  'flipt',
]);
/** Flags that a page shows. */
const SHOWN_ONLY = /(?:^|\/)docs?\//i;
const DATE = /^\d{4}-\d{2}-\d{2}/;
/** Keys shown of those that lack something. */
const SHOWN = 4;

export default defineRule({
  id: 'flag/owned-and-expiring',
  title: 'Every feature flag says who owns it and when it goes',
  stages: ['deploy', 'improve'],
  qualities: ['maintainability', 'reliability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'strict',
  subject: 'feature-flags',
  needs: { today: today() },
  messages: {
    bare: '{flags} {say} neither an owner nor a date: in a year nobody remembers which path is tested. Write an owner and a date beside each, or mark it as permanent.',
    overdue:
      'The flag {flag} was to be gone by {date}: both paths are still kept alive, and one of them is no longer tested. Remove it, or give it a new date and a reason.',
  },
  check(file, { given, fault, gaps, skip }) {
    const { format, flags } = file.facts;
    if (HAS_NO_PLACE.has(format)) return skip(`flags of ${format} have no place for an owner or a date in this file`);
    if (SHOWN_ONLY.test(file.path)) return skip('these flags belong to a page');
    const kept = flags.filter(({ permanent }) => !permanent);
    if (kept.length === 0) return skip('every flag here is meant to stay');
    const bare = kept.filter(({ owner, expires }) => owner === undefined && expires === undefined);
    const overdue = kept.filter(({ expires }) => expires !== undefined && DATE.test(expires) && expires < given.today);
    const [first] = bare;
    const one = bare.length === 1;
    return gaps(
      [
        ...(first
          ? [
              fault(
                'bare',
                { path: file.path, span: first.at },
                {
                  flags: `${one ? 'The flag' : `${bare.length} flags, among them`} ${namesOf(bare.map(({ key }) => key))}`,
                  say: one ? 'says' : 'say',
                },
                { discriminator: 'bare' },
              ),
            ]
          : []),
        ...overdue.map(({ key, at, expires = '' }) =>
          fault('overdue', { path: file.path, span: at }, { flag: key, date: expires }, { discriminator: key }),
        ),
      ],
      { path: file.path },
    );
  },
});

const namesOf = (keys: readonly string[]): string => keys.slice(0, SHOWN).join(', ');
