import type { Artifact } from '@shipworthy/model';
import { all, defineRule } from '@shipworthy/rule-kit';
import { changelogsOf, newestEntry } from '../newest-entry.ts';
import { folderOf } from '../operated.ts';
import { CHART_STAND_IN, compareNumbers, releaseNumbers } from '../versions.ts';

export default defineRule({
  id: 'release/version-consistent',
  title: 'Manifest, changelog and chart name one version',
  stages: ['deploy'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'strict',
  subject: 'dependency-manifest',
  needs: { changelogs: all('changelog'), tools: all('release-tool'), manifests: all('dependency-manifest') },
  messages: {
    ahead:
      '{changelog} announces {newest}, and {path} still says {version}. Whoever looks up what runs finds two answers: raise the version or mark the entry as unreleased.',
    chart:
      'The chart {chart} installs {installed}, and {path} says {version}. Whoever looks up what runs finds two answers: raise appVersion with the release.',
  },
  check({ path, facts }, { given, fault, gaps, skip, unknown }) {
    if (facts.list || facts.version === undefined) return skip('states no version');
    const version = releaseNumbers(facts.version);
    if (!version) return skip(`${facts.version} stands for a build, not for a release`);
    const logs = changelogsOf(folderOf(path), given.changelogs);
    const newest = newestEntry(logs, facts.name);
    const chart = chartOf(path, facts.name, given);
    if (!newest && !chart) return skip('no changelog or chart of this package names a version');
    const faults = [];
    // A history whose numbers once began anew still announces the version first.
    const announced = logs.some(({ facts: log }) => log.entries[0]?.version === facts.version);
    if (newest && !announced && compareNumbers(newest.numbers, version) > 0) {
      const at = { path: newest.changelog.path, span: newest.entry.at };
      const values = { changelog: at.path, newest: newest.entry.version, path, version: facts.version };
      faults.push(fault('ahead', at, values, { discriminator: 'changelog', related: [{ at: { path } }] }));
    }
    const installed = chart && releaseNumbers(chart.facts.chart?.appVersion ?? '');
    if (chart && installed && compareNumbers(installed, version) !== 0) {
      const at = { path: chart.path, ...(chart.facts.chart?.versionAt ? { span: chart.facts.chart.versionAt } : {}) };
      const values = {
        chart: chart.path,
        installed: chart.facts.chart?.appVersion ?? '',
        path,
        version: facts.version,
      };
      faults.push(fault('chart', at, values, { discriminator: 'chart', related: [{ at: { path } }] }));
    }
    if (faults.length === 0 && !newest && !installed)
      return unknown('the versions beside it cannot be compared', { path });
    return gaps(
      faults,
      newest ? { path: newest.changelog.path, span: newest.entry.at } : { path: chart?.path ?? path },
    );
  },
});

interface Given {
  readonly tools: readonly Artifact<'release-tool'>[];
  readonly manifests: readonly Artifact<'dependency-manifest'>[];
}

/** The chart of this very product: of the same name, the only one of it, and this the only package of that name. */
function chartOf(path: string, name: string | undefined, { tools, manifests }: Given) {
  const bare = name?.replace(/^@[^/]+\//, '');
  const charts = tools.filter(
    ({ facts: { chart } }) => chart !== undefined && chart.name === bare && !CHART_STAND_IN.has(chart.appVersion ?? ''),
  );
  const same = manifests.filter(({ facts }) => facts.name === name && facts.version !== undefined);
  return bare !== undefined && folderOf(path) === '' && charts.length === 1 && same.length === 1
    ? charts[0]
    : undefined;
}
