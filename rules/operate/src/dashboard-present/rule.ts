import { all, defineRule, OPERATED, profile } from '@shipworthy/rule-kit';
import { mayBeKeptThere, watcherIn } from '../monitoring-services.ts';
import { deployedBy, inWords, keptFor, mayKeepToo, PERHAPS_WATCHED, resourcesOf } from '../watched-components.ts';

const DASHBOARDS =
  /^(?:aws_cloudwatch_dashboard|google_monitoring_dashboard|azurerm_(?:portal_)?dashboard\w*|datadog_dashboard\w*|grafana_dashboard|newrelic_one_dashboard\w*|honeycombio_(?:flexible_)?board)$/;

export default defineRule({
  id: 'dashboard/present',
  title: 'The graphs that are looked at during an incident are kept with the code',
  stages: ['operate'],
  qualities: ['observability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'component',
  presence: { asked: OPERATED, hinted: PERHAPS_WATCHED, kinds: ['dashboard'], vital: true },
  needs: {
    dashboards: all('dashboard'),
    alerts: all('alert-rules'),
    code: all('infrastructure-code'),
    deployments: all('deployment'),
    tools: all('release-tool'),
    manifests: all('dependency-manifest'),
    repository: profile(),
  },
  messages: {
    absent:
      "No dashboard of {component} is kept here: the graph that is needed tonight is in the history of somebody's browser. Export the one you look at first, with traffic, errors and latency, into monitoring/dashboards/.",
    absents:
      "{count} parts of this repository run, {part} among them, and no dashboard of them is kept here: the graph that is needed tonight is in the history of somebody's browser. Export the one you look at first, with traffic, errors and latency, into monitoring/dashboards/.",
  },
  check(subject, { given, fault, gaps, pass, unknown }) {
    const { component } = subject;
    const kept = keptFor(component, given.repository);
    const [dashboard] = kept(given.dashboards);
    if (dashboard) return pass({ path: dashboard.path });
    const [resource] = resourcesOf(kept(given.code), DASHBOARDS);
    if (resource) return pass(resource, 'asked for in infrastructure code');
    const watcher = watcherIn(kept(given.manifests));
    if (watcher) return unknown(mayBeKeptThere(watcher, 'dashboards', 'dashboard'), { path: watcher.path });
    // Alerts kept here show that monitoring is kept here.
    const [rules] = kept(given.alerts);
    const deployed = deployedBy(component, given.repository, given.tools, given.deployments);
    if (!rules && deployed?.by !== undefined) return unknown(mayKeepToo(deployed.by, 'dashboards'), deployed.at);
    // Without them a platform may draw graphs of all that runs on it.
    const shown = rules && { at: { path: rules.path }, message: 'alerts are kept here' };
    return gaps(
      [
        fault('absent', subject.at('monitoring/dashboards'), inWords(component), {
          cause: shown ? 'no dashboards' : 'no dashboards, perhaps',
          joined: 'absents',
          ...(shown ? { related: [shown] } : { severity: 'info' }),
        }),
      ],
      subject.at(),
    );
  },
});
