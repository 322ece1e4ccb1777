import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const PACKAGE = { 'package.json': '{ "name": "@acme/cart", "version": "1.4.0" }\n' };
const chart = (appVersion: string, name = 'cart') =>
  `apiVersion: v2\nname: ${name}\nversion: 0.3.0\nappVersion: ${appVersion}\n`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'numbers that once began anew',
      files: { ...PACKAGE, 'CHANGELOG.md': '# Cart\n\n## 1.4.0\n\n- C.\n\n## 2.0.1\n\n- B.\n\n## 1.3.0\n\n- A.\n' },
    },
    { name: 'the chart installs it', files: { ...PACKAGE, 'charts/cart/Chart.yaml': chart('"v1.4.0"') } },
    {
      name: 'the next version is announced as unreleased',
      files: { ...PACKAGE, 'CHANGELOG.md': '# Changelog\n\n## 1.5.0 (unreleased)\n\n- A.\n\n## 1.4.0\n\n- B.\n' },
    },
    {
      name: 'numbers that are left out',
      files: { 'Cargo.toml': '[package]\nname = "a"\nversion = "1.2.0"\n', 'CHANGES.md': '# 1.2\n\n- A.\n' },
    },
  ],
  gap: [
    {
      name: 'the chart installs another',
      files: { ...PACKAGE, 'charts/cart/Chart.yaml': chart('1.3.2') },
      findings: [
        'charts/cart/Chart.yaml:4:13 warning The chart charts/cart/Chart.yaml installs 1.3.2, and package.json says 1.4.0. Whoever looks up what runs finds two answers: raise appVersion with the release.',
      ],
    },
  ],
  skip: [
    { name: 'no version', files: { 'package.json': '{ "name": "a" }\n', 'CHANGELOG.md': '# 1.0.0\n\n- A.\n' } },
    {
      name: 'a stand-in',
      files: {
        'package.json': '{ "name": "a", "version": "0.0.0-development" }\n',
        'CHANGELOG.md': '# 1.0.0\n\n- A.\n',
      },
    },
    { name: 'a chart as it was generated', files: { ...PACKAGE, 'charts/cart/Chart.yaml': chart('1.16.0') } },
    { name: 'a chart of another product', files: { ...PACKAGE, 'charts/redis/Chart.yaml': chart('7.0.0', 'redis') } },
  ],
  unknown: [
    { name: 'a chart that follows a branch', files: { ...PACKAGE, 'charts/cart/Chart.yaml': chart('1.5.0-rc.1') } },
  ],
});
