/** Length of each hostile text: work that grows with its square takes minutes, linear work a fraction of a second. */
const LENGTH = 500_000;

/** `unit` again and again, up to about `length` characters. */
const many = (unit: string, length = LENGTH): string => unit.repeat(Math.ceil(length / unit.length));
/** Different units, for what is only slow when nothing repeats. */
const each = (unit: (index: number) => string): string =>
  Array.from({ length: Math.ceil(LENGTH / unit(10_000).length) }, (_, index) => unit(index)).join('');

const alert = (fields: Readonly<Record<string, string>>): string =>
  `groups:\n- name: g\n  rules:\n  - alert: ${fields.alert ?? 'Down'}\n    expr: ${fields.expr ?? 'up == 0'}\n` +
  `    for: ${fields.for ?? '5m'}\n    labels: {severity: ${fields.severity ?? 'critical'}}\n` +
  `    annotations:\n      summary: ${fields.summary ?? 'It is down.'}\n      runbook_url: ${fields.runbook ?? 'docs/a.md'}\n`;
const routing = (route: string, receivers = ''): string =>
  `route:\n  receiver: a\n  routes:\n${route}receivers:\n- name: a\n${receivers}`;

const files = (extension: string, texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(texts.map((text, index) => [`docs/runbooks/page-${index}.${extension}`, text]));
const rules = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(texts.map((text, index) => [`alerts/rules-${index}.yaml`, text]));
const manifests = (name: string, texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(texts.map((text, index) => [`part-${index}/${name}`, text]));

/** Repositories of files that each try to make one reader slow, by the format they are in. */
export const HOSTILE_REPOSITORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Markdown: inline marks': files('md', [
    ...[
      '[',
      '(',
      '*',
      '`',
      '<a ',
      '<!--',
      '&',
      '\\',
      '![',
      '[a](',
      ' *a _b',
      '`a``b```c',
      'https://a)',
      'https://a',
    ].map((unit) => many(unit)),
    `${many('![', LENGTH / 2)}${many('](b)')}`,
    `${many('[', LENGTH / 2)}${many(']', LENGTH / 2)}\n\n[a]: b\n`,
    `https://a${many('.')}/b`,
    `<a ${many('b="<a " ')}`,
  ]),
  'Markdown: headings': files('md', [
    `# a${many(' ')}b`,
    `# a${many(' ')}{`,
    `# ${many('{#a')}`,
    `# ${many(' _a', LENGTH / 2)}${many('b* ', LENGTH / 2)}`,
    `# ${many('about ')}\n\nText.\n`,
    `# a${many(':')}b\n\nText.\n`,
    `# ${many('A')}\n\nText.\n`,
    many('# a\n'),
    each((index) => `[a](#b${index})\n# b${index}\n`),
    each((index) => `## Queue${index}Full\n\n### Impact\n\nTODO\n\n### Mitigation\n\nRestart.\n\n`),
  ]),
  'Markdown: blocks': files('md', [
    ...['> ', '- ', '> > a\n', '|a\n|-|-\n', '- - - x\n', '```\n', 'a\n--\n', '    a\n'].map((unit) => many(unit)),
    `|a|\n|-|\n${many('|')}`,
    `---\ntitle: a${many('\t', 60_000)}b\n---\n${many('a ')}`,
    `# Impact\n\n[todo${many('*')}[`,
    `# Impact\n\nINSERT_A${many('_')}!x`,
    each((index) => `# a${index}\n\n**TODO** b\n\n`),
    `\`\`\`sh\n${many('./a/')}\n\`\`\`\n`,
    each((index) => `[a](#x${index}) `),
    each((index) => `[a](x${index}.md) `),
  ]),
  reStructuredText: files('rst', [
    `${many('=', LENGTH / 2)}\n${many('=', LENGTH / 2)}`,
    ...['a.', 'a-_', '`a <b', ':doc:`a', ':a-', '``a', 'a::\n\n', 'a\n=\n'].map((unit) => many(unit)),
    `.. a::${many(' ')}\u2028x`,
    `.. _a:${many(' ')}b c`,
  ]),
  AsciiDoc: files('adoc', [
    `= a${many(' ')}b`,
    `= a${many(' =')}b`,
    `[#${many('a')}`,
    ...['[[', '[[a,', 'anchor:a', 'link:a', 'link:a[', 'http://a', 'http://a[', '<<a,', '`a', '-----\n----\n'].map(
      (unit) => many(unit),
    ),
  ]),
  'alert rules: fields': rules([
    alert({ alert: many('A') }),
    alert({ summary: `'${many('{{ ')}'` }),
    alert({ summary: many('https://a') }),
    alert({ summary: many('[insert ') }),
    alert({ severity: `'${many('{{ .Value ')}'` }),
    alert({ for: many('1') }),
    alert({ runbook: `https://${many('a')}` }),
    alert({ runbook: `'${many(').')}'` }),
    alert({ expr: `'${many('(')}'` }),
    alert({ expr: `'${many('(', 45_000)}'` }),
    alert({ expr: `'${many('1 > ', 45_000)}1'` }),
    alert({ expr: `'${many('\\"')}'` }),
    alert({ expr: `'${many('a+', 49_000)}'` }),
    alert({ expr: `${many('a_time_', 45_000)}1 > 1` }),
    alert({ expr: `'[${many('$a', 20_000)}'` }),
  ]),
  'alert rules: YAML': rules([
    `alert: expr\na: ${many('[')}`,
    `alert: expr\na: ${many('{a: ')}`,
    `alert: expr\na: [${many('[],')}]`,
    `alert: expr\na: [\n${many('# ]\n')}]`,
    `alert: expr\n${many('---\n')}`,
    `${alert({})}a: "${many('x')}`,
    `"\nalert: expr\n${many(' ')}\n`,
    `{{ .Values.a }}\nalert: expr\n${many('{{')}`,
    `{{ .Values.a }}\nalert: expr\n${many('{#')}`,
    `{{ .Values.a }}\n${alert({})}${many('    {{ .Values.a }}\n')}`,
    `{{ .Values.a }}\n${alert({})}${each((index) => `    k${index}: a\n`)}`,
    `groups:\n- name: g\n  rules:\n  - &a {alert: A, expr: "${many('a + ', 40_000)}1 > 1"}\n${many('  - *a\n')}`,
    `kind: ConfigMap\ndata:\n${each((index) => `  a${index}.yaml: |\n    groups:\n    - rules:\n      - alert: A\n        expr: up\n`)}`,
    many(`${alert({})}---\n`),
  ]),
  jsonnet: Object.fromEntries(
    ['{', "'\\", '"', '|||\n', '/*', "{alert: 'a', expr: 'b', ", "[{alert: 'a', expr: 'b'}],"].map((unit, index) => [
      `alerts/rules-${index}.jsonnet`,
      `// expr alert:\n${many(unit)}`,
    ]),
  ),
  'alert routing': Object.fromEntries(
    [
      routing(`  - matchers: ['${many('"a"="b"')}']\n`),
      routing(`  - matchers: ['a=${many(' ')}"']\n`),
      routing(`  - matchers: ['${many('a="b",')}']\n`),
      routing('  - receiver: a\n', `- name: '<${many('url')}'\n`),
      routing('  - receiver: b\n', `- name: b\n  email_configs:\n  - to: '${many('example.com,')}'\n`),
      routing(each((index) => `  - receiver: r${index}\n    match: {a: b${index}}\n`)),
      routing(many('  - receiver: b\n', LENGTH / 4), many('- name: b\n', LENGTH / 4)),
      `kind: Secret\ndata:\n  ${many('alertmanager.')}\n`,
    ].map((text, index) => [`alertmanager-${index}.yaml`, text]),
  ),
  ...Object.fromEntries(
    Object.entries({
      'words behind backslashes': many('\\\\ \\\\ '),
      brackets: many('[['),
      'faulty lines': many('!a @b\n'),
      'malformed owners': each((index) => `a${index} @\n`),
      'templates on one line': many('${{ '),
      addresses: `* a@a.${many('.')}@`,
      'wildcards of one pattern': `${many('*a')} @a`,
      'free folders of one pattern': `${many('**/')} @a`,
      'different wildcards': each((index) => `*a*b${index} @a\n`),
      'a header': `# do not edit: ${many('js-')}`,
    }).map(([name, text]) => [`CODEOWNERS: ${name}`, { CODEOWNERS: text }]),
  ),
  'other owners': {
    MAINTAINERS: many('a'),
    'a/MAINTAINERS': many('a@a.'),
    'b/OWNERS': `a@a${many('.')}@`,
    'c/OWNERS': `approvers: [${many('a@a.')}]`,
    'd/MAINTAINERS': many('https://github.com/a'),
  },
  manifests: {
    ...manifests('go.mod', [`module ${many(' ')}`, many('module\n')]),
    ...manifests('Cargo.toml', [
      `[package]\nname = ${many(' ')}\u2028`,
      `[package]\nauthors = ["${many(' ')}"]`,
      `[package]\nauthors = ["${many('<')}"]`,
      `a = [${many('] ')}x\ny`,
      `a = [\n${many('"b"\n')}`,
    ]),
    ...manifests('pyproject.toml', [many('\n'), `[project]\nauthors = [${many('name="')}`]),
    ...manifests('setup.py', [`setup(${many('name=')}`, `setup(name="${many('a')}`]),
    ...manifests('pom.xml', [`<project>${many('<!--')}`, `<project>${many('<name>')}`]),
    ...manifests('package.json', [`{"name":"a","repository":"${many('git.')}"}`, many('[')]),
  },
  'attributes and plain pages': {
    '.gitattributes': `${many('*a')} linguist-vendored\na${many(' ')}linguist-generated\n`,
    [`${'a'.repeat(200)}.md`]: '# Page\n',
    README: `a(1)${many(' a(1)')}b`,
    'README.md': many('a '),
  },
};
