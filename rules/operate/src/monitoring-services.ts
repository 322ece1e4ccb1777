import type { Artifact, Kind } from '@shipworthy/model';

/** Services that watch a program from outside of its repository, by the dependency that reports to them. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:dd-trace|ddtrace|datadog|datadog-api-client|@datadog\/.+|datadog-lambda.*|dd-java-agent|dogstatsd-ruby)$/i,
    'Datadog',
  ],
  [/(?:^|\/)(?:dd-trace-go|datadog-go)(?:\.v\d|\/|$)/i, 'Datadog'],
  [
    /^(?:@sentry\/.+|sentry-sdk|sentry-(?:ruby|rails|laravel|symfony|go|spring.*|logback|android.*)|sentry|raven|sentry_flutter|sentry\..+|@[\w.-]+\/(?:[\w-]+-)?sentry)$/i,
    'Sentry',
  ],
  [/(?:^|\/)sentry-go(?:\/|$)/, 'Sentry'],
  [/^(?:newrelic|newrelic_rpm|@newrelic\/.+|newrelic-.+|new_relic_agent)$/i, 'New Relic'],
  [/(?:^|\/)newrelic\/go-agent/, 'New Relic'],
  [/^(?:honeycomb-.+|@honeycombio\/.+|libhoney)$/i, 'Honeycomb'],
  [/^(?:appsignal|@appsignal\/.+|appsignal_phoenix)$/i, 'AppSignal'],
  [/^(?:rollbar|rollbar-.+|pyrollbar)$/i, 'Rollbar'],
  [/^(?:bugsnag|@bugsnag\/.+|bugsnag-.+)$/i, 'Bugsnag'],
  [/^(?:honeybadger|@honeybadger-io\/.+)$/i, 'Honeybadger'],
  [/^(?:airbrake|airbrake-.+|@airbrake\/.+)$/i, 'Airbrake'],
  [/^(?:scout_apm|scout-apm.*|skylight)$/i, 'an APM service'],
  [/^(?:elastic-apm.*|apm-agent-.+)$/i, 'Elastic APM'],
  [/(?:^|\/)go\.elastic\.co\/apm/, 'Elastic APM'],
  [/^(?:@instana\/.+|instana)$/i, 'Instana'],
  [
    /^(?:applicationinsights|Microsoft\.ApplicationInsights.*|azure-monitor-opentelemetry|@azure\/monitor-.+|applicationinsights-.+)$/i,
    'Azure Monitor',
  ],
  [/^(?:raygun|raygun4\w+|raygun-apm)$/i, 'Raygun'],
  [/^(?:@highlight-run\/.+|highlight-io)$/i, 'Highlight'],
  [/^(?:@dynatrace\/.+|oneagent-sdk)$/i, 'Dynatrace'],
];

export interface Watcher {
  /** As people call it: `Datadog`. */
  readonly service: string;
  readonly dependency: string;
  /** Path of the manifest. */
  readonly path: string;
}

/** The first service that the manifests show to watch the program, in path order. */
export function watcherIn(manifests: readonly Artifact<'dependency-manifest'>[]): Watcher | undefined {
  // The manifests of a workspace name the same packages again and again.
  const others = new Set<string>();
  for (const { path, facts } of manifests)
    for (const dependency of facts.dependencies) {
      if (others.has(dependency)) continue;
      const known = SERVICES.find(([pattern]) => pattern.test(dependency));
      if (known) return { service: known[1], dependency, path };
      others.add(dependency);
    }
  return undefined;
}

/** Why it cannot be told whether there are any, and how to say where they are. `what`: `alerts`. */
export const mayBeKeptThere = ({ dependency, service }: Watcher, what: string, kind: Kind): string =>
  `${dependency} reports to ${service}, where its ${what} may be kept: say so under evidence in .shipworthy.yaml (kind: ${kind}, url, owner, reviewed)`;
