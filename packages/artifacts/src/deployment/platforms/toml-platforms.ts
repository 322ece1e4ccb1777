import type { DeploymentForm, ProbeFacts } from '@shipworthy/model';
import type { Pieces } from '../pieces.ts';
import { managedStore } from '../stores.ts';
import { type TomlPair, tomlPairs } from './toml-lines.ts';
import { httpProbe, platformWorkload, typeOfProcess } from './workload.ts';

type Find = (table: RegExp, key: string) => TomlPair | undefined;

/** What the configuration of a platform in TOML runs; false when it is not that platform's. */
export function readTomlPlatform(form: DeploymentForm, text: string, pieces: Pieces): boolean {
  const pairs = tomlPairs(text);
  const find: Find = (table, key) => pairs.find((pair) => pair.key === key && table.test(pair.table));
  switch (form) {
    case 'fly':
      return readFly(pairs, find, pieces);
    case 'railway':
      return readRailway(find, pieces);
    case 'netlify':
      return pairs.length > 0;
    case 'cloudflare':
      return readWrangler(pairs, find, pieces);
    default:
      return false;
  }
}

/** https://fly.io/docs/reference/configuration/ */
function readFly(pairs: readonly TomlPair[], find: Find, pieces: Pieces): boolean {
  const app = find(/^$/, 'app') ?? find(/^$/, 'primary_region');
  if (!app) return false;
  const path = find(/^(?:http_service\.checks|services\.http_checks|checks\..+)$/, 'path')?.value;
  const tcp = pairs.find(({ table }) => table === 'services.tcp_checks');
  const probe: ProbeFacts | undefined = path ? httpProbe(path) : tcp && { at: tcp.value.at, how: 'tcp' };
  const port = find(/^(?:http_service|services)$/, 'internal_port');
  const number = Number(port?.value.text);
  const processes = pairs.filter(({ table }) => table === 'processes');
  if (processes.length === 0)
    pieces.workloads.push(
      platformWorkload({
        ...{ name: app.key === 'app' ? app.value.text : '', at: app.value.at, object: 'app' },
        ...{ type: port ? 'service' : 'unknown', probe, port: Number.isInteger(number) ? number : undefined },
      }),
    );
  for (const { key, value } of processes) {
    const serves = key === 'app' || key === 'web';
    pieces.workloads.push(
      platformWorkload({
        ...{ name: key, at: value.at, object: key, command: value.text },
        ...{ type: serves ? 'service' : typeOfProcess(key), probe: serves ? probe : undefined },
      }),
    );
  }
  if (port) pieces.exposure.push({ at: port.value.at, how: 'platform', outside: true });
  for (const { key, value } of pairs.filter(({ table }) => table === 'mounts'))
    if (key === 'source') pieces.stores.push(managedStore(value.text, value.at, 'volume'));
  const strategy = find(/^deploy$/, 'strategy')?.value;
  if (strategy) pieces.rollout = { how: strategy.text === 'bluegreen' ? 'blue-green' : strategy.text, at: strategy.at };
  return true;
}

/** https://docs.railway.com/reference/config-as-code */
function readRailway(find: Find, pieces: Pieces): boolean {
  const start = find(/^deploy$/, 'startCommand');
  const health = find(/^deploy$/, 'healthcheckPath');
  const cron = find(/^deploy$/, 'cronSchedule');
  const any = start ?? health ?? cron ?? find(/^(?:build|deploy)$/, 'builder');
  if (!any) return false;
  pieces.workloads.push(
    platformWorkload({
      ...{ name: 'app', at: any.value.at, object: 'service', type: health ? 'service' : 'unknown' },
      ...{ command: start?.value.text, probe: health && httpProbe(health.value), schedule: cron?.value },
    }),
  );
  return true;
}

const BINDINGS: Readonly<Record<string, readonly ['database' | 'bucket' | 'cache', string]>> = {
  d1_databases: ['database', 'd1'],
  r2_buckets: ['bucket', 'r2'],
  kv_namespaces: ['cache', 'kv'],
};

/** https://developers.cloudflare.com/workers/wrangler/configuration/ */
function readWrangler(pairs: readonly TomlPair[], find: Find, pieces: Pieces): boolean {
  const name = find(/^$/, 'name');
  if (!name) return false;
  pieces.workloads.push(
    platformWorkload({ name: name.value.text, at: name.value.at, object: 'worker', type: 'service' }),
  );
  for (const { table, key, value } of pairs) {
    const binding = Object.hasOwn(BINDINGS, table) ? BINDINGS[table] : undefined;
    if (binding && key === 'binding') pieces.stores.push(managedStore(value.text, value.at, ...binding));
  }
  const crons = find(/^triggers$/, 'crons');
  if (crons)
    pieces.workloads.push(
      platformWorkload({ name: name.value.text, at: crons.value.at, object: 'trigger', schedule: crons.value }),
    );
  return true;
}
