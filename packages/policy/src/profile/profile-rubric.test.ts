import { describe, expect, test } from '@jest/globals';
import type { FileFacts } from '@shipworthy/model';
import { contributing, EXPRESS, judge, manifest } from './testing/trees.ts';

describe('the rubric', () => {
  const answers = (paths: readonly string[], files: readonly FileFacts[] = []) => {
    const { rubric } = judge(paths, files);
    return Object.fromEntries(Object.entries(rubric).map(([question, { answer }]) => [question, answer]));
  };
  test.each<[string, string, readonly string[], readonly FileFacts[]]>([
    [
      'rules for contributions and a template',
      'maintainers',
      ['CONTRIBUTING.md', '.github/PULL_REQUEST_TEMPLATE.md'],
      [],
    ],
    ['a page of maintainers', 'maintainers', ['MAINTAINERS.md'], []],
    ['a platform deploys it', 'unattended', ['Procfile'], []],
    ['a server in a container', 'unattended', ['Dockerfile'], [EXPRESS]],
    ['money', 'harm', [], [manifest('package.json', { dependencies: ['stripe'] })]],
    ['logins', 'harm', [], [manifest('requirements.txt', { dependencies: ['django-allauth'] })]],
    ['a privacy notice and an ingress', 'harm', ['pages/privacy-policy.md', 'k8s/ingress.yaml'], []],
    ['... of one language', 'harm', ['assets/privacy_de.html', 'k8s/ingress.yaml'], []],
    ['... in another language', 'harm', ['pages/datenschutzerklaerung.md', 'k8s/ingress.yaml'], []],
    ['... in a third', 'harm', ['pages/politique-de-confidentialite.html', 'k8s/ingress.yaml'], []],
  ])('%s: yes to %s', (_name, question, paths, files) => {
    expect(answers(paths, files)[question]).toBe('yes');
  });
  test.each<[string, string, readonly string[], readonly FileFacts[]]>([
    ['rules for contributions alone', 'maintainers', ['CONTRIBUTING.md'], []],
    [
      'rules of one person, and a template',
      'maintainers',
      ['.github/PULL_REQUEST_TEMPLATE.md'],
      [contributing({ onePerson: true })],
    ],
    ['a container alone', 'unattended', ['Dockerfile'], []],
    ['an ingress alone', 'harm', ['k8s/ingress.yaml'], []],
    ['nothing', 'change', ['index.js'], []],
  ])('%s: %s stays open and says what is missing', (_name, question, paths, files) => {
    expect(answers(paths, files)[question]).toBe('unknown');
    expect(judge(paths, files).rubric[question as 'harm'].evidence[0]?.because).toMatch(/\w{3}/);
  });
});
