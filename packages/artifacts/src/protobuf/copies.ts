/** Packages whose files are published by others and copied beside one's own, by what their names begin with. */
const PUBLISHED: readonly (readonly [prefix: string, owner: string])[] = [
  ['google.api', 'Google APIs'],
  ['google.rpc', 'Google APIs'],
  ['google.type', 'Google APIs'],
  ['google.longrunning', 'Google APIs'],
  ['google.protobuf', 'Protocol Buffers'],
  ['grpc', 'gRPC'],
  ['gogoproto', 'gogo protobuf'],
  ['validate', 'protoc-gen-validate'],
  ['buf.validate', 'protovalidate'],
  ['envoy', 'Envoy'],
  ['xds', 'xDS'],
  ['udpa', 'xDS'],
  ['opencensus', 'OpenCensus'],
  ['opentelemetry.proto', 'OpenTelemetry'],
  ['io.prometheus', 'Prometheus'],
  ['k8s.io', 'Kubernetes'],
  ['runtime.v1', 'Kubernetes'],
];

/** The project a file was copied from, told from its package. A folder named like the project is its own source. */
export function copiedFrom(packageName: string | undefined, path: string): string | undefined {
  if (packageName === undefined) return undefined;
  const found = PUBLISHED.find(([prefix]) => packageName === prefix || packageName.startsWith(`${prefix}.`));
  if (found) return found[1];
  return packageName === 'prometheus' && /(?:^|\/)prompb\//.test(path) ? 'Prometheus' : undefined;
}
