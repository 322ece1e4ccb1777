import { type Artifact, all, defineRule, OPERATED, type Place, profile } from '@shipworthy/rule-kit';
import { mayBeKeptThere, watcherIn } from '../monitoring-services.ts';
import { tellsHowToOperate } from '../operating-pages.ts';
import { deployedBy, inWords, keptFor, mayKeepToo, PERHAPS_WATCHED, resourcesOf } from '../watched-components.ts';

/** Alerts that a cloud or a service is asked for in Terraform. */
const ALERTING =
  /^(?:aws_cloudwatch_(?:metric|composite)_alarm|google_monitoring_alert_policy|azurerm_monitor_\w*alert\w*|datadog_monitor\w*|datadog_synthetics_test|grafana_rule_group|newrelic_\w*alert_condition|newrelic_alert_policy|pagerduty_service|betteruptime_monitor|statuscake_\w+|uptimerobot_monitor|pingdom_check|opsgenie_heartbeat|sentry_(?:issue|metric)_alert|honeycombio_trigger|checkly_check)$/;

export default defineRule({
  id: 'alert/present',
  title: 'What runs unattended tells somebody when it fails',
  stages: ['operate'],
  qualities: ['observability', 'reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'essential',
  subject: 'component',
  presence: { asked: OPERATED, hinted: PERHAPS_WATCHED, kinds: ['alert-rules'], vital: true },
  needs: {
    alerts: all('alert-rules'),
    objectives: all('slo'),
    runbooks: all('runbook'),
    pages: all('document'),
    code: all('infrastructure-code'),
    deployments: all('deployment'),
    tools: all('release-tool'),
    manifests: all('dependency-manifest'),
    repository: profile(),
  },
  messages: {
    alone:
      'Nothing here tells anybody when {component} fails, or what to do then: its users are the monitoring. Write two alerts (requests fail; none succeeded for ten minutes) and a page that says what to do when they fire.',
    alones:
      '{count} parts of this repository run, {part} among them, and nothing here tells anybody when one fails, or what to do then: their users are the monitoring. Begin with the one that hurts most: two alerts (requests fail; none succeeded for ten minutes) and a page that says what to do when they fire.',
    team: 'Nothing here tells anybody when {component} fails. The team {team} may alert for its whole namespace from elsewhere: say so under evidence in .shipworthy.yaml (kind: alert-rules), or write two alerts (requests fail; none succeeded for ten minutes).',
    teams:
      '{count} parts of this repository run, {part} among them, and nothing here tells anybody when one fails. The team {team} may alert for its whole namespace from elsewhere: say so under evidence in .shipworthy.yaml (kind: alert-rules), or begin with the one that hurts most.',
    unwatched:
      'Nothing here tells anybody when {component} fails, so the runbooks are opened only after a user called. Write two alerts (requests fail; none succeeded for ten minutes) that link to them.',
    unwatcheds:
      '{count} parts of this repository run, {part} among them, and nothing here tells anybody when one fails, so the runbooks are opened only after a user called. Begin with the one that hurts most: two alerts (requests fail; none succeeded for ten minutes).',
  },
  check(subject, { given, fault, gaps, pass, unknown }) {
    const { component } = subject;
    const kept = keptFor(component, given.repository);
    const rules = kept(given.alerts).find(({ facts, level }) => facts.alerts.length > 0 || level === 'scraped');
    if (rules) return pass({ path: rules.path });
    const objective = kept(given.objectives).find(({ facts }) =>
      facts.objectives.some(({ alerting }) => alerting === 'generated'),
    );
    if (objective) return pass({ path: objective.path }, 'alerts are generated from its objectives');
    const [resource] = resourcesOf(kept(given.code), ALERTING);
    if (resource) return pass(resource, 'asked for in infrastructure code');
    const watcher = watcherIn(kept(given.manifests));
    if (watcher) return unknown(mayBeKeptThere(watcher, 'alerts', 'alert-rules'), { path: watcher.path });
    // As runbook/present counts them, so that the two never contradict each other.
    const hasRunbooks = kept(given.runbooks).length > 0 || kept(given.pages).some(tellsHowToOperate);
    const deployed = deployedBy(component, given.repository, given.tools, given.deployments);
    if (deployed?.by !== undefined) return unknown(mayKeepToo(deployed.by, 'alerts'), deployed.at);
    const team = teamBehind(kept(given.deployments));
    if (team)
      return gaps(
        [
          fault(
            'team',
            subject.at('monitoring/alerts.yaml'),
            { ...inWords(component), team: team.name },
            {
              severity: 'info',
              cause: `no alerts of ${team.name}`,
              joined: 'teams',
              related: [{ at: team.at, message: 'names the team' }],
            },
          ),
        ],
        subject.at(),
      );
    return gaps(
      [
        fault(hasRunbooks ? 'unwatched' : 'alone', subject.at('monitoring/alerts.yaml'), inWords(component), {
          // What is seen to be deployed is not told in one breath with what may be.
          cause: `${hasRunbooks ? 'no alerts' : 'no alerts, no runbooks'}${deployed ? '' : ', perhaps'}`,
          joined: hasRunbooks ? 'unwatcheds' : 'alones',
          ...(deployed
            ? { related: [{ at: deployed.at, message: 'brings it to where it runs' }] }
            : { severity: 'info' }),
        }),
      ],
      subject.at(),
    );
  },
});

/** Applications of NAIS run in the namespace of a team, for all of which an Alert of its own repository can be written. */
function teamBehind(
  deployments: readonly Artifact<'deployment'>[],
): { readonly name: string; readonly at: Place } | undefined {
  for (const { path, pathClass, facts } of deployments) {
    if (facts.form !== 'nais' || pathClass === 'example') continue;
    const [workload] = facts.workloads.filter(({ labels }) => labels.team !== undefined);
    if (workload?.labels.team !== undefined) return { name: workload.labels.team, at: { path, span: workload.at } };
  }
  return undefined;
}
