import type { AlertFacts, Delivery, RelationModule } from '@shipworthy/model';
import { staticLabels } from '../routing/match.ts';
import { receiverState } from '../routing/receiver-state.ts';
import { type RoutingTree, routingTrees } from '../routing/routing-trees.ts';
import { arrivals, fullVisits, type RouteStep, type Visits } from '../routing/walk.ts';

type Undelivered = Extract<Delivery, { state: 'undelivered' }>;
type Delivered = Extract<Delivery, { state: 'delivered' }>;

/**
 * Where an alert goes, by its static labels. Of several route trees (environments) one that certainly leads it to nobody
 * outweighs those that deliver it; a doubtful one does not.
 */
export const alertReceiver: RelationModule<'alert -> receiver'> = {
  name: 'alert -> receiver',
  graph: {
    from: 'alert',
    edges(delivery) {
      switch (delivery.state) {
        case 'delivered':
          return delivery.receivers.map(({ name, at, types }) => ({
            to: { type: 'receiver', name, path: at.path },
            state: 'resolved',
            how: types.length > 0 ? `routed, tells by ${types.join(', ')}` : 'routed',
          }));
        case 'undelivered':
          return [
            {
              to: { type: 'receiver', name: delivery.receiver, path: delivery.at.path },
              state: 'dangling',
              how: delivery.because.replace('-', ' '),
              at: delivery.at,
            },
          ];
        case 'unknown':
          return [{ to: { type: 'unseen', name: 'receiver' }, state: 'unknown', how: delivery.why }];
        case 'missing':
          return [];
      }
    },
  },
  build(context) {
    const trees = routingTrees(context);
    const visits = fullVisits();
    return (alert) => {
      const system = alert.artifact.facts.dialect === 'grafana' ? 'grafana' : 'alertmanager';
      const answers = trees.filter((tree) => tree.system === system).map((tree) => deliver(tree, alert, visits));
      if (answers.length === 0) return { state: 'missing' };
      const lost = answers.filter((answer) => answer.state === 'undelivered');
      const delivered = answers.filter((answer) => answer.state === 'delivered');
      const surelyLost = lost.find(({ doubtful }) => doubtful === undefined);
      if (surelyLost) return surelyLost;
      if (delivered.length > 0) return joined(delivered);
      return lost[0] ?? answers[0] ?? { state: 'missing' };
    };
  },
};

function joined(deliveries: readonly Delivered[]): Delivered {
  return { state: 'delivered', receivers: deliveries.flatMap(({ receivers }) => receivers) };
}

/** One alert through one tree. */
export function deliver(tree: RoutingTree, alert: AlertFacts, visits: Visits): Delivery {
  const { certain, possible } = arrivals(tree.route, staticLabels(alert), visits);
  const sure = certain.map((step) => handOver(tree, step));
  const delivered = sure.filter((answer) => answer.state === 'delivered');
  if (delivered.length > 0) return joined(delivered);
  const all = [...sure, ...possible.map((step) => handOver(tree, step))];
  const lost = all.filter((answer) => answer.state === 'undelivered');
  const everyWay = all.filter((answer) => answer.state === 'delivered');
  if (everyWay.length === all.length) return joined(everyWay);
  const [first] = lost;
  if (first && lost.length === all.length) return first;
  return (
    all.find((answer) => answer.state === 'unknown') ?? {
      state: 'unknown',
      why: `${tree.path} decides by labels that are only known when the alert fires`,
    }
  );
}

/** What happens at the route where an alert stays. */
function handOver(
  tree: RoutingTree,
  step: RouteStep,
): Delivered | Undelivered | Extract<Delivery, { state: 'unknown' }> {
  const at = { path: tree.path, span: step.route.at };
  const doubt = tree.doubtful === undefined ? {} : { doubtful: tree.doubtful };
  if (step.receiver === undefined) return { state: 'unknown', why: `${tree.path} has a route without a receiver` };
  const known = tree.receivers.get(step.receiver);
  if (tree.templated && (!known || known.receiver.integrations.length === 0))
    return { state: 'unknown', why: `${tree.path} is a template that is filled in elsewhere` };
  if (!known) {
    // Grafana may hold contact points that were made in its own pages.
    if (tree.system === 'grafana')
      return { state: 'unknown', why: `the contact point ${step.receiver} may be defined in Grafana itself` };
    return { state: 'undelivered', receiver: step.receiver, at, because: 'undefined-receiver', ...doubt };
  }
  const state = receiverState(known.receiver);
  const span = known.receiver.spans.name ?? known.receiver.spans[''];
  const place = span ? { path: known.path, span } : { path: known.path };
  if (state.reaches === 'someone')
    return { state: 'delivered', receivers: [{ name: step.receiver, at: place, types: state.types }] };
  if (state.because === 'no-integration')
    return { state: 'undelivered', receiver: step.receiver, at: place, because: state.because, ...doubt };
  const { integration } = state;
  const address = integration.target === undefined ? {} : { address: integration.target };
  return {
    state: 'undelivered',
    receiver: step.receiver,
    at: { path: known.path, span: integration.at },
    because: state.because,
    ...address,
    ...doubt,
  };
}
