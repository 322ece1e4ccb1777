import { ARCHETYPES, CRITICALITIES, PRESETS } from '@shipworthy/model';
import { LIMITED_KEYS } from '@shipworthy/policy';
import { list, object, oneOf, type Schema, several, text } from '@shipworthy/policy/checked-file';

const among = (description: string, values: readonly string[]): Schema =>
  list(description, oneOf('One of them.', values));

const WHICH = {
  name: several('Globs over owner/name; without a slash over the name alone.', 'acme/pay-*'),
  topic: several('Topics it has on GitHub; one of them is enough.', 'payments'),
  language: several('What it is mostly written in, as GitHub says.', 'Go'),
};

const match = (properties: Schema): Schema => ({
  ...object('Which repositories: all that is given has to be so.', properties),
  minProperties: 1,
});

const ofAny = match(WHICH);
const ofAudited = match({
  ...WHICH,
  archetype: among('What its own configuration says it is.', ARCHETYPES),
  criticality: among('What its own configuration says of it.', CRITICALITIES),
});

const preset = oneOf('The least that is asked.', PRESETS);
const criticality = oneOf('The least that depends on it: shifts severities.', CRITICALITIES);
const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description, examples: [90] });

/** The schema of an organisation's policy, published as `schema/org-policy.schema.json`. */
export function policySchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:shipworthy:schema:org-policy:1',
    title: 'shipworthy policy of an organisation',
    ...object('What an organisation asks of its repositories: the file of shipworthy org run --policy.', {
      $schema: { type: 'string', description: 'The schema an editor checks the file against.' },
      default: object('What is asked where no entry of repositories says otherwise.', { preset, criticality }),
      repositories: list(
        'What is asked of some repositories; of entries that match the last one that says it wins.',
        object('Some repositories, and what is asked of them.', { match: ofAudited, preset, criticality }, ['match']),
      ),
      overrides: list('Keys by which a repository may ask less of itself; all but preset where this is left out.', {
        type: 'string',
        enum: LIMITED_KEYS,
      }),
      exemptions: object('Caps on what repositories exempt themselves from; beyond them an exemption does not count.', {
        days: count('The longest, in days from today to the last day it holds.'),
        most: count('The most in one repository; the first ones count.'),
        never: several('Rules that cannot be exempted: ids or artifact/*.', 'secrets/*'),
      }),
      teams: list(
        'Who answers for a repository, before its CODEOWNERS and its catalog; the last that matches wins.',
        object('Some repositories, and their team.', { match: ofAny, team: text('The team.', '@acme/payments') }, [
          'match',
          'team',
        ]),
      ),
      exclude: list(
        'Repositories that are left out, and counted as such.',
        object(
          'Some repositories, and why.',
          { match: ofAny, reason: text('Why, as the report says it.', 'training material') },
          ['match', 'reason'],
        ),
      ),
    }),
  };
}
