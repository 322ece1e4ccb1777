import type { Gap } from '@shipworthy/model';
import { all, defineRule, profile } from '@shipworthy/rule-kit';
import { isBesideProgram, isProvisioned, sameHome } from '../dashboard-homes.ts';

export default defineRule({
  id: 'dashboard/valid',
  title: 'Every dashboard loads, keeps its address and asks questions that can be answered',
  stages: ['operate'],
  qualities: ['observability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'recommended',
  subject: 'dashboard',
  needs: { dashboards: all('dashboard'), repository: profile() },
  messages: {
    untitled: 'This dashboard has no title, and Grafana refuses to load it from a file. Give it one.',
    uid: '{dashboard} has no uid, so every fresh Grafana gives it another address, and links from alerts, runbooks and bookmarks break. Add a "uid" of your own.',
    uids: '{count} dashboards of this folder have no uid, {dashboard} among them, so every fresh Grafana gives them other addresses, and links from alerts, runbooks and bookmarks break. Add a "uid" to each.',
    input:
      '{dashboard} takes its data from {name}, which only somebody who imports it by hand fills in. Loaded from a file its panels say that the data source was not found: make {name} a variable of type data source.',
    panel:
      'The panel "{panel}" of {dashboard} asks for nothing and stays empty. Give it a query, or remove it before somebody takes its silence for calm.',
    panels:
      '{count} panels of {dashboard} ask for nothing and stay empty, "{panel}" among them. Give them queries, or remove them before somebody takes their silence for calm.',
    query:
      'A query of the panel "{panel}" of {dashboard} is not PromQL ({what}), so it shows an error instead of a graph. Correct the query.',
    variable:
      'The panel "{panel}" of {dashboard} asks with {name}, which the dashboard does not define, so it finds nothing. Define the variable, or take it out of the query.',
    variables:
      'Queries of {dashboard} ask with {count} variables that it does not define, {name} among them, so they find nothing. Define the variables, or take them out of the queries.',
    twice:
      '{dashboard} has the uid of {other}. Grafana keeps one dashboard for each uid, so one of the two goes missing or both change places at every load. Give one of them a uid of its own.',
  },
  check(dashboard, { given, fault, gaps, pass, skip, unknown }) {
    const { facts, path, artifact } = dashboard;
    if (facts.dialect === 'imported') return skip('it names a dashboard that is kept elsewhere');
    if (dashboard.level === 'scraped') return skip('made by a program or a template; judged where it is rendered');
    if (facts.dialect !== 'grafana') return pass(dashboard.at(), 'it parses; queries of this format are not read');
    if (dashboard.level === 'tolerant') return unknown('a template fills in parts of it', dashboard.at());
    const at = dashboard.at();
    const here = (span: readonly [number, number]) => ({ path, span });
    const name = artifact.title ?? path.slice(path.lastIndexOf('/') + 1);
    const isOffered =
      given.dashboards.length >= MANY &&
      !given.repository.unknown &&
      given.repository.archetypes.every(({ name }) => name === 'collection' || name === 'documentation');
    const severity = dashboard.pathClass === 'generated' || isOffered ? 'info' : 'warning';
    const isFinishedLater = isBesideProgram(artifact, given.dashboards);
    const found: Gap[] = [];
    const isProvided = isProvisioned(artifact);
    if (artifact.title === undefined) found.push(fault('untitled', at, {}, { severity, discriminator: 'title' }));
    // An export to be shared gets its uid from whoever imports it, an object of the operator from the operator.
    const needsUid =
      facts.carrier !== 'object' && !isFinishedLater && (isProvided || (facts.openInputs.length === 0 && !isOffered));
    if (facts.uid === undefined && needsUid) {
      const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
      const options = { severity: 'info', cause: `uid ${folder}`, joined: 'uids', discriminator: 'uid' } as const;
      found.push(fault('uid', at, { dashboard: name }, options));
    }
    const [open] = isProvided ? facts.openInputs : [];
    if (open) {
      const values = { dashboard: name, name: open.name };
      found.push(fault('input', here(open.at), values, { severity, discriminator: 'input' }));
    }
    for (const { panel, at: where } of facts.silent) {
      const options = {
        severity,
        cause: `silent ${dashboard.subjectId}`,
        joined: 'panels',
        discriminator: `silent ${panel}`,
      } as const;
      found.push(fault('panel', here(where), { dashboard: name, panel }, options));
    }
    const queries = new Set<string>();
    for (const { panel, what, at: where } of facts.faults) {
      const discriminator = `query ${panel} ${what}`;
      if (queries.has(discriminator)) continue;
      queries.add(discriminator);
      found.push(fault('query', here(where), { dashboard: name, panel, what }, { severity, discriminator }));
    }
    for (const { name: variable, panel, at: where } of isFinishedLater ? [] : facts.undefinedVariables) {
      const options = {
        severity,
        cause: `variables ${dashboard.subjectId}`,
        joined: 'variables',
        discriminator: `variable ${variable}`,
      } as const;
      found.push(fault('variable', here(where), { dashboard: name, panel, name: `$${variable}` }, options));
    }
    const other = sameHome(artifact, given.dashboards).find(
      (one) => one.facts.uid !== undefined && one.facts.uid === facts.uid && isBefore(one, artifact),
    );
    if (other) {
      const values = { dashboard: name, other: other.title ?? other.path };
      const related = [{ at: { path: other.path, ...(other.at && { span: other.at }) }, message: 'the other one' }];
      // Two versions of one dashboard, in a folder that no Grafana is known to read, may be for two of them.
      const isVersion = other.title === artifact.title && !isProvided;
      found.push(
        fault('twice', at, values, { severity: isVersion ? 'info' : severity, discriminator: 'twice', related }),
      );
    }
    return gaps(found, at);
  },
});

/** From this many on a repository of nothing but content holds its dashboards for others to take. */
const MANY = 10;

type Placed = { readonly path: string; readonly at?: readonly [number, number] };

const isBefore = (one: Placed, other: Placed): boolean =>
  one.path < other.path || (one.path === other.path && (one.at?.[0] ?? 0) < (other.at?.[0] ?? 0));
