import { describe, expect, test } from '@jest/globals';
import { sampleProfile } from '../test-data/sample-profile.ts';
import { renderProfileText } from './profile.ts';

const plain = { color: 0, width: 80, hyperlinks: false } as const;

describe('the profile as text', () => {
  test('what it is, the four questions with evidence, the signals and the verdict', () => {
    expect(renderProfileText(sampleProfile(), plain)).toMatchInlineSnapshot(`
"What it is
  service
      package.json needs express, Dockerfile packs it to run
  inferred: what is missing is a hint
  software you run: asked how it is deployed, watched and rolled back
  criticality: standard

Components
  (root): service
  @a/web (web): web-app

The rubric
  Will more than one person maintain this?  yes
      MAINTAINERS.md speaks of maintainers
  Will it run without you watching it?  yes (declared)
      the configuration says so
  Can a failure cause financial, legal, or trust damage?  unknown
      no payments to be seen
  Will it need changes every month?  no
      commits in 2 of the last twelve months, 0 tags

Focus on software development when
  · You ship to paying customers
      only you can tell
  ✔ You have multiple contributors
      MAINTAINERS.md speaks of maintainers

Questions nobody can see the answer to: 1 answer recorded

If this runs on my laptop, am I done?
  If it runs on your laptop, you are not done.
  Next: shipworthy lint names the gaps, one at a time. If it is something else,
  say so in .shipworthy.yaml, for example archetype: library
"
`);
  });
  test('it says itself that it is over', () => {
    const { profile } = sampleProfile();
    const retired = { because: 'README.md says that it is over: what is missing is advice', at: { path: 'README.md' } };
    const report = sampleProfile({ profile: { ...profile, criticality: 'experimental', retired } });
    expect(renderProfileText(report, plain)).toContain(
      '  criticality: experimental\n      README.md says that it is over: what is missing is advice\n',
    );
  });
  test('what nobody knows what it is, of the whole and of a part', () => {
    const unknown = { because: 'nothing that was read says what its 400 source files make' };
    const profile = { ...sampleProfile().profile, archetypes: [], unknown };
    const components = [
      { name: '.', folder: '', archetypes: [], unknown },
      { name: 'web', folder: 'web', archetypes: [{ name: 'web-app', because: 'x' }] },
    ] as const;
    const text = renderProfileText(sampleProfile({ profile: { ...profile, components }, delivery: 'unknown' }), plain);
    expect(text).toContain(`What it is\n  not known\n      ${unknown.because}\n`);
    expect(text).not.toContain('inferred');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'Say what it is in .shipworthy.yaml, for example archetype: library',
    );
    expect(text).toContain('  asked no more than a script would be, in hints\n');
    expect(text).toContain('  (root): not known\n  web (web): web-app\n');
  });
  test('names from the repository cannot draw on the terminal', () => {
    const text = renderProfileText(sampleProfile({ verdict: 'a\u001b[31mb' }), plain);
    expect(text).not.toContain('\u001b[31m');
  });
  test('enough is said without a next step', () => {
    expect(renderProfileText(sampleProfile({ enough: true }), plain)).not.toContain('shipworthy lint');
  });
});
