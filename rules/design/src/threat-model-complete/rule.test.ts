import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const page = (body: string) =>
  `# Threat model of the shop\n\nThis page is about the shop and what could be done to it by whom. It is kept beside the code, so that a change to a boundary and a change to this page can be one pull request. Whoever reviews either reads both.\n\n${body}\n`;
const dragon = (threat: object) =>
  `${JSON.stringify({ summary: { title: 'Shop' }, detail: { diagrams: [{ cells: [{ data: { type: 'tm.BoundaryBox' } }, { data: { type: 'tm.Process', threats: [threat] } }] }] } })}\n`;
const threagile = (tracking: string) =>
  `title: Shop\ndata_assets:\n  Orders:\n    id: orders\ntechnical_assets:\n  Shop:\n    id: shop\ntrust_boundaries:\n  Cloud:\n    id: cloud\n${tracking}`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'tables by letters of STRIDE, trust told in prose',
      files: {
        'docs/security/threat-model.md': page(
          '## Assets\n\nOrders.\n\n## STRIDE\n\n### Spoofing\n\n| Threat | Mitigation |\n|---|---|\n| Forged token | Signature |\n\n### Tampering\n\n| Threat | Control |\n|---|---|\n| SQL injection | Bound parameters |\n\nWhat the browser sends is untrusted.',
        ),
      },
    },
    {
      name: 'a table of risks without a column for answers, which stand below',
      files: {
        'THREAT_MODEL.md': page(
          '## Scope\n\nThe shop.\n\n## Risk summary\n\n| # | Title | Severity |\n|---|---|---|\n| 1 | Forged token | High |\n\n## Trust boundaries\n\nThe gateway.\n\n## Forged token\n\n**Mitigation**: signatures.',
        ),
      },
    },
    {
      name: 'in German',
      files: {
        'docs/bedrohungsmodell.md':
          '# Bedrohungsmodell\n\n## Schutzziele\n\nBestellungen, Rechnungen und die Schlüssel des Zahlungsdienstes. Karten kommen hier nie an, deshalb stehen sie nicht in der Liste.\n\n## Vertrauensgrenzen\n\nDer Browser ist feindlich, alles hinter dem Tor ist unser.\n\n## Bedrohungen\n\nGefälschte Rückrufe.\n\n## Gegenmaßnahmen\n\nJede Unterschrift wird geprüft, bevor etwas gebucht wird, und jede Abweichung wird gemeldet.\n',
      },
    },
    {
      name: 'Threagile with decisions',
      files: { 'threagile.yaml': threagile('risk_tracking:\n  sql@shop:\n    status: accepted\n') },
    },
    {
      name: 'Threat Dragon: an open threat of low severity',
      files: { 'model.json': dragon({ title: 'Guess', status: 'Open', severity: 'Low' }) },
    },
  ],
  gap: [
    {
      name: 'Threagile with an unchecked risk',
      files: {
        'threagile.yaml': threagile(
          'risk_tracking:\n  sql@shop:\n    status: unchecked\n  xss@shop:\n    status: mitigated\n',
        ),
      },
      findings: [
        "threagile.yaml:12:3 warning 'sql@shop' has neither a mitigation nor a decision to accept it. A threat without an answer is a decision that nobody made: write down which it is.",
      ],
    },
    {
      name: 'Threat Dragon: an open threat of high severity, with the text of the tool',
      files: {
        'model.json': dragon({
          title: 'Guess',
          status: 'Open',
          severity: 'High',
          mitigation: 'Provide remediation for this threat',
        }),
      },
      findings: [
        "model.json:1:136 warning 'Guess' has neither a mitigation nor a decision to accept it. A threat without an answer is a decision that nobody made: write down which it is.",
      ],
    },
    {
      name: 'threats only',
      files: {
        'docs/threat-model.md': page(
          '## Threats\n\n- Somebody guesses an order number.\n- Somebody floods the search.',
        ),
      },
      findings: [
        'docs/threat-model.md:1:1 warning docs/threat-model.md says nothing of what it protects; where trust ends or how data flows; nor of what is done about the threats. Whoever reviews the next change cannot tell from it what has to hold: add a section for it.',
      ],
    },
    {
      name: 'assets only',
      files: { 'docs/threat-model.md': page('## Assets\n\n- Orders and invoices of all customers.') },
      findings: [
        'docs/threat-model.md:1:1 warning docs/threat-model.md says nothing of where trust ends or how data flows; nor of the threats. Whoever reviews the next change cannot tell from it what has to hold: add a section for it.',
      ],
    },
  ],
  skip: [
    {
      name: 'a program',
      files: { 'security/tm.py': 'from pytm import TM\n\ntm = TM("shop")\n' },
    },
    {
      name: 'a catalogue',
      files: {
        'threats.yaml':
          'title: Threats\nmetadata:\n  id: A\n  type: ThreatCatalog\nthreats:\n  - id: T1\n    title: Guess\n',
      },
    },
  ],
});
