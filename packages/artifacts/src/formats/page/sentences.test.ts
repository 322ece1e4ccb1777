import { expect, test } from '@jest/globals';
import { isCommand, isCommandBlock } from './commands.ts';
import { pathInCodeSpan, pathsInCommands } from './mentions.ts';
import { sentenceMask, sentenceNames } from './sentences.ts';
import { countWords } from './words.ts';

test.each([
  ['This alert fires when the queue is full.', ['meaning']],
  ['Users will not be able to log in.', ['impact']],
  ['Look at the Grafana dashboard.', ['diagnosis']],
  ['Drain the node and restart the pod.', ['mitigation']],
  ['The memory limit should be increased until it is enough.', ['mitigation']],
  ['The block has been deleted.', []],
  ['This can be resolved by removing the monitor.', ['mitigation']],
  ['Subscribers wait, and after a day the app will stop working.', ['impact']],
  ['Page the platform team in their Slack channel.', ['escalation']],
  ['Kunden sind betroffen; den Dienst neu starten.', ['impact', 'mitigation']],
  ['Users: check the logs, fix it, page the on-call', ['impact', 'diagnosis', 'mitigation', 'escalation']],
  ['_fix, prefix, suffixed, fixed', []],
  ['Bitte die Leitung überprüfen.', ['diagnosis']],
  ['éfix, fixé', []],
  ['The sky is blue.', []],
])('%s', (sentence, classes) => {
  expect(sentenceNames(sentenceMask(sentence.toLowerCase(), 0))).toEqual(classes);
});

test.each([
  ['kubectl logs deploy/x', true],
  ['sum by (job) (rate(errors_total[5m]))', true],
  ['SELECT * FROM locks', true],
  ['tdbg dlq list --dlq-type 1', true],
  ['up{job="api"}', true],
  ['dlq_writes', false],
  ['history.enableX', false],
  ['some words', false],
])('inline code %j is a command: %s', (code, command) => {
  expect(isCommand(code)).toBe(command);
});

test.each([
  ['bash', 'x', true],
  ['promql', 'up == 0', true],
  ['yaml', 'kubectl: x', false],
  ['', '$ anything here', true],
  ['', 'level=error msg="boom"', false],
])('block in %j that begins %j', (language, first, command) => {
  expect(isCommandBlock(language, first)).toBe(command);
});

test.each(['docs/runbooks/queue.md', './scripts/drain.sh', '.\\deploy\\app.yaml', '.github/workflows/ci.yml'])(
  '%s names a file of the repository',
  (code) => {
    expect(pathInCodeSpan(code)).toBe(code);
  },
);

test.each([
  'https://example.org/a.md',
  '/etc/app/config.yaml',
  'etc/app/config.yaml',
  '$HOME/x.sh',
  'src/**/*.ts',
  'path/to/file.md',
  'your-app/values.yaml',
  '--config=a/b.yaml',
  'config.yaml',
  'and/or',
  'github.com/org/repo/x.go',
  '{env}/main.tf',
])('%s may be elsewhere', (code) => {
  expect(pathInCodeSpan(code)).toBeUndefined();
});

test('commands name files by ./ and by -f, until the folder changes', () => {
  const text = '# ./not/this.sh\n./bin/x.sh && kubectl apply -f k8s/app.yaml\ncat y.txt\ncd other\n./z/w.sh\n';
  expect(pathsInCommands(text)).toEqual([
    { value: './bin/x.sh', at: text.indexOf('./bin') },
    { value: 'k8s/app.yaml', at: text.indexOf('k8s') },
  ]);
});

test.each([
  ['one two  three', 3],
  ['- / *', 0],
  ['don’t stop', 2],
  ['キューが詰まった', 4],
  ['', 0],
])('words of %j', (text, words) => {
  expect(countWords(text)).toBe(words);
});
