import type { ExposureFacts } from '@shipworthy/model';
import type { YamlMap } from '../../formats/yaml/index.ts';
import type { Pieces, Reading } from '../pieces.ts';

const ROUTES: ReadonlySet<string> = new Set([
  'HTTPRoute',
  'GRPCRoute',
  'TCPRoute',
  'TLSRoute',
  'Route',
  'VirtualService',
]);

/** How the program is reached from outside of the cluster; a Service inside of it is no exposure. */
export function addExposure(reading: Reading, root: YamlMap, kind: string, pieces: Pieces): void {
  const spec = root.map('spec');
  const at = reading.keyAt(root, 'kind');
  if (kind === 'Service') {
    const type = reading.plain(spec, 'type');
    if (type === 'LoadBalancer') pieces.exposure.push({ at, how: 'load-balancer', outside: true });
    else if (type === 'NodePort') pieces.exposure.push({ at, how: 'port', outside: true });
    return;
  }
  const how: ExposureFacts['how'] = ROUTES.has(kind) ? 'route' : 'ingress';
  const host = hostOf(reading, spec);
  pieces.exposure.push({ at, how, ...(host === undefined ? {} : { host }), outside: true });
}

function hostOf(reading: Reading, spec: YamlMap | undefined): string | undefined {
  return (
    reading.plain(reading.maps(spec, 'rules')[0], 'host') ??
    reading.plain(spec, 'host') ??
    (reading.list(spec, 'hostnames')[0] ?? reading.list(spec, 'hosts')[0])?.text
  );
}
