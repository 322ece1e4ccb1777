import { defineRule, link, OPERATED } from '@shipworthy/rule-kit';
import { productDeploys } from '../product-deploys.ts';
import { verificationOf } from '../verification.ts';

/** Other jobs that are named beside the first. */
const MAX_RELATED = 10;

export default defineRule({
  id: 'deploy/verified-after',
  title: 'A deployment ends when what it brought out works',
  stages: ['deploy'],
  qualities: ['reliability', 'observability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'strict',
  subject: 'repository',
  presence: { asked: OPERATED, hinted: ['infrastructure'] },
  needs: { pipelines: link('repository -> pipelines') },
  messages: {
    none: '{job} ends when {tool} has taken the order, not when the new release answers; a release that does not start is found by its users. {mend}.',
    several:
      '{job} and {others} more end when {tool} has taken the order, not when the new release answers; a release that does not start is found by its users. {mend}.',
  },
  check(_, { given, fault, gaps, pass, skip, unknown }) {
    const { pipelines } = given;
    const all = productDeploys(pipelines);
    const production = all.filter(({ stage }) => stage === 'production');
    const deploys = production.length > 0 ? production : all;
    const [any] = deploys;
    if (!any) return skip('no job here deploys it');
    const judged = deploys.map((deploy) => ({ deploy, looks: verificationOf(deploy, pipelines) }));
    const open = judged.flatMap(({ deploy, looks }) => (looks ? [] : [deploy]));
    const [first, ...others] = open.filter(({ tool }) => tool !== undefined);
    if (first) {
      const tool = first.tool ?? '';
      const values = { job: `${first.job.job.id} in ${first.job.path}`, tool, mend: mendOf(tool) };
      const related = others.slice(0, MAX_RELATED).map(({ job }) => ({ at: job.at, message: 'as well' }));
      const found =
        others.length === 0
          ? fault('none', first.at, values)
          : fault('several', first.at, { ...values, others: others.length }, { related });
      return gaps([found], first.at);
    }
    const [unseen] = open;
    if (unseen) return unknown('how it deploys is not seen, so neither is whether it waits', unseen.job.at);
    const [looks] = judged.flatMap((one) => one.looks ?? []);
    return looks ? pass(looks.at, looks.note) : skip('no job here deploys it');
  },
});

function mendOf(tool: string): string {
  if (/helm/.test(tool)) return 'Add `--wait --timeout 5m` to helm, or a step that asks for a page of it';
  if (/kubectl|oc|kustomize/.test(tool))
    return 'Add `kubectl rollout status` behind it, or a step that asks for a page of it';
  if (/ecs/.test(tool)) return 'Let it wait for the service to be stable, or add a step that asks for a page of it';
  return 'Add a step behind it that asks for a page of the new release until it answers';
}
