import type { OrgFinding, OrgReport } from '../org-report.ts';
import { sampleReport } from './sample-report.ts';

/** Texts that break out of HTML, Markdown, CSV, file names or the direction of reading where they are not escaped. */
export const HOSTILE = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></title><!--',
  '=HYPERLINK("http://evil.example")',
  '+1',
  '-1',
  '@acme/everyone',
  '\tcell',
  '\rcell',
  'two\nlines, "quoted"',
  'admin\u202Egnp.exe',
  'nul\u0000 esc\u001b[31m',
  'half \ud800 pair',
  '| cell | `code | $x$ #1 :tada: http://evil.example',
  '../../../etc/passwd',
  'CON',
  'Acme/Api',
  'acme/api',
  'acme.api',
  'ACME/API',
  '',
  '.',
  'שלום/עולם',
  'x'.repeat(3000),
] as const;

/** A report in which every text that comes from outside is hostile, with names that differ little. */
export function hostileReport(): OrgReport {
  let next = 0;
  const hostile = (): string => HOSTILE[next++ % HOSTILE.length] ?? '';
  const report = sampleReport({ repositories: 2 * HOSTILE.length });
  const findingOf = (finding: OrgFinding): OrgFinding => ({
    ...finding,
    message: hostile(),
    path: hostile(),
    fingerprint: hostile(),
    component: hostile(),
  });
  const transitionOf = ({ finding, ...rest }: OrgReport['fixed'][number]) => ({ ...rest, finding: findingOf(finding) });
  const teams = new Map(report.teams.map(({ name }) => [name, hostile()]));
  return {
    ...report,
    title: hostile(),
    tool: { name: 'shipworthy', version: hostile() },
    stateLost: true,
    coverage: {
      ...report.coverage,
      failed: report.coverage.failed.map(() => ({ name: hostile(), why: hostile() })),
      excluded: { [hostile()]: 2 },
    },
    regressions: report.regressions.map(transitionOf),
    fixed: report.fixed.map(transitionOf),
    others: { opened: report.others.opened.map(transitionOf), gone: report.others.gone.map(transitionOf) },
    actions: report.actions.map((action) => ({ ...action, title: hostile() })),
    exemptions: report.exemptions.map((exemption) => ({
      ...exemption,
      rule: hostile(),
      paths: [hostile()],
      reason: hostile(),
      owner: hostile(),
    })),
    teams: report.teams.map((team) => ({ ...team, name: teams.get(team.name) ?? '' })),
    repositories: report.repositories.map(({ url: _, ...repository }, index) => ({
      ...repository,
      name: HOSTILE[index % HOSTILE.length] ?? '',
      url: index % 2 === 0 ? `javascript:alert(${index})` : `https://evil.example/"><b>${index}`,
      ...(repository.team === undefined ? {} : { team: teams.get(repository.team) ?? '' }),
      ...(repository.state === 'audited'
        ? { commit: index % 3 === 0 ? hostile() : 'a'.repeat(40) }
        : { why: hostile() }),
      archetypes: [hostile()],
      findings: repository.findings.map(findingOf),
    })),
    rules: report.rules.map((rule) => ({ ...rule, title: hostile() })),
    trend: report.trend.map((point, index) => (index === 3 ? { ...point, changed: hostile() } : point)),
  };
}
