import type { DeploymentForm } from '@shipworthy/model';
import type { YamlMap } from '../../formats/yaml/index.ts';
import { mapAt, type Pieces, type Reading } from '../pieces.ts';
import { storeOf } from '../stores.ts';
import { httpProbe, platformWorkload, typeOfProcess } from './workload.ts';

/** What the configuration of a platform in JSON runs; false when it is not that platform's. */
export function readJsonPlatform(form: DeploymentForm, reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  switch (form) {
    case 'vercel':
      return readVercel(reading, root, pieces);
    case 'heroku':
      return readHeroku(reading, root, pieces);
    case 'railway':
      return readRailway(reading, root, pieces);
    case 'cloudflare':
      return root.has('name') && (root.has('main') || root.has('assets') || root.has('compatibility_date'));
    case 'ecs':
      return readTaskDefinition(reading, root, pieces);
    default:
      return false;
  }
}

/** https://vercel.com/docs/project-configuration */
function readVercel(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  for (const cron of reading.maps(root, 'crons')) {
    const path = reading.written(cron, 'path');
    const schedule = reading.written(cron, 'schedule');
    if (path) pieces.workloads.push(platformWorkload({ name: path.text, at: path.at, object: 'cron', schedule }));
  }
  return true;
}

/** https://devcenter.heroku.com/articles/app-json-schema; Expo and others use the same name. */
function readHeroku(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  if (!root.has('buildpacks') && !root.has('formation') && !root.has('addons')) return false;
  for (const { key, keySpan } of root.map('formation')?.entries ?? [])
    pieces.workloads.push(
      platformWorkload({ name: key, at: reading.text.place(keySpan), object: key, type: typeOfProcess(key) }),
    );
  for (const addon of reading.list(root, 'addons')) {
    const store = storeOf(addon.text, addon.at, addon.text.replace(/^heroku-/, ''), true);
    if (store) pieces.stores.push(store);
  }
  return true;
}

/** https://docs.railway.com/reference/config-as-code */
function readRailway(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  const deploy = root.map('deploy');
  if (!deploy && !root.has('build')) return false;
  const health = reading.written(deploy, 'healthcheckPath');
  pieces.workloads.push(
    platformWorkload({
      ...{ name: 'app', at: deploy ? reading.keyAt(root, 'deploy') : reading.keyAt(root, 'build'), object: 'service' },
      ...{ type: health ? 'service' : 'unknown', probe: health && httpProbe(health) },
      ...{ command: reading.plain(deploy, 'startCommand'), schedule: reading.written(deploy, 'cronSchedule') },
    }),
  );
  return true;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html */
function readTaskDefinition(reading: Reading, root: YamlMap, pieces: Pieces): boolean {
  const definition = root.map('taskDefinition') ?? root;
  const containers = reading.maps(definition, 'containerDefinitions');
  for (const container of containers) {
    const name = reading.written(container, 'name');
    const at = name?.at ?? reading.text.place(container.entries[0]?.keySpan ?? container.span);
    const port = Number(reading.plain(reading.maps(container, 'portMappings')[0], 'containerPort'));
    const command = reading.command(mapAt(container, 'healthCheck'), 'command');
    const asked = command === undefined ? undefined : /https?:\/\/[^/\s"']+(\/[^\s"'|&;)]*)?/.exec(command);
    const probeAt = container.has('healthCheck') ? reading.keyAt(container, 'healthCheck') : at;
    pieces.workloads.push(
      platformWorkload({
        ...{ name: name?.text ?? '', at, object: 'task', image: reading.raw(container, 'image') },
        ...{ type: Number.isInteger(port) ? 'service' : 'unknown', port: Number.isInteger(port) ? port : undefined },
        probe:
          command === undefined
            ? undefined
            : asked
              ? { ...httpProbe({ text: asked[1] ?? '/', at: probeAt }), command }
              : { at: probeAt, how: 'command', command },
      }),
    );
    for (const secret of reading.maps(container, 'secrets')) {
      const secretName = reading.written(secret, 'name');
      if (secretName) pieces.secrets.push({ name: secretName.text, at: secretName.at });
    }
  }
  return containers.length > 0;
}
