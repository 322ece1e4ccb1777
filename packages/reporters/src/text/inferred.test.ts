import { expect, test } from '@jest/globals';
import { profileWith } from '@shipworthy/model';
import { audit, finding } from '../test-data/sample-audit.ts';
import { renderText } from './lint.ts';

const profile = profileWith([{ name: 'service', because: 'Dockerfile packs it to run' }]);
const text = (...marks: readonly boolean[]): string =>
  renderText(
    audit({
      profile,
      findings: marks.map((inferred, index) =>
        finding({ severity: 'info', message: `Gap ${index}.`, ...(inferred ? { inferred } : {}) }),
      ),
    }),
    { color: 0, width: 80, hyperlinks: false },
  ).replaceAll(/\s+/g, ' ');

test.each([
  [[true], '1 info would be a warning if the repository said what it is: service is inferred.'],
  [[true, true, false], '2 infos would be warnings if the repository said what it is: service is inferred.'],
])('hints that rest on an inference say how they are asked in full', (marks, line) => {
  expect(text(...marks)).toContain(`${line} Say it in .shipworthy.yaml: archetype: service`);
});

test('others say nothing', () => {
  expect(text(false)).not.toContain('inferred');
});

test('what nobody knows what it is says how to say it', () => {
  const unknown = { because: 'nothing that was read says what its 400 source files make' };
  const shown = renderText(audit({ profile: { ...profileWith([]), unknown } }), {
    color: 0,
    width: 80,
    hyperlinks: false,
  });
  expect(shown.replaceAll(/\s+/g, ' ')).toContain(
    `Taken for: not known (${unknown.because}). Say what it is in .shipworthy.yaml, for example archetype: library`,
  );
});

test('what is over is said to be, since it makes hints of warnings', () => {
  const retired = { because: 'README.md says that it is over: what is missing is advice', at: { path: 'README.md' } };
  const shown = renderText(audit({ profile: { ...profile, retired } }), { color: 0, width: 80, hyperlinks: false });
  expect(shown.replaceAll(/\s+/g, ' ')).toContain(
    'Taken for: service (Dockerfile packs it to run). README.md says that it is over: what is missing is advice',
  );
});
