import {
  type Artifact,
  all,
  type DeploymentForm,
  defineRule,
  link,
  OPERATED,
  type PipelineJob,
} from '@shipworthy/rule-kit';
import { type ProductDeploy, productDeploys } from '../product-deploys.ts';

/** Where what runs must be set up by somebody before a job can bring anything to it, and what it is then called. */
const SET_UP: readonly (readonly [RegExp, string])[] = [
  [/^(?:kubectl|oc|helm|helmfile|kustomize|skaffold|argocd|flux|werf)$|k8s-|kubectl|\/helm|\/kustomize/, 'a cluster'],
  [/^(?:git|dokku|deployer|mina)$|\/(?:ssh|scp)-action|ssh-deploy|rsync|\/dokku/, 'a machine'],
  [/^(?:aws|ecs|elastic-beanstalk)$|^aws-actions\/|beanstalk|s3-sync/, 'services of AWS'],
  [/^azure$|^azure\//, 'services of Azure'],
];
/** Forms that tell how a program is started on the machine of whoever works on it as well. */
const OF_MACHINES: ReadonlySet<DeploymentForm> = new Set(['compose', 'systemd', 'procfile']);
const FROM_ELSEWHERE = /\b(?:oci|https?):\/\/|\bgit clone\b|\bhelm repo add\b/;

export default defineRule({
  id: 'infra/as-code',
  title: 'What it runs on is described in the repository',
  stages: ['deploy'],
  qualities: ['reliability', 'maintainability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: OPERATED,
    kinds: ['infrastructure-code', 'deployment'],
  },
  needs: {
    pipelines: link('repository -> pipelines'),
    code: all('infrastructure-code'),
    deployments: all('deployment'),
  },
  messages: {
    none: '{job} deploys to {where} that nothing in git describes. Setting it up again after a mistake means remembering clicks: keep the manifests or the infrastructure code here, or say in the configuration where they are.',
  },
  check(_, { given, gap, pass, skip, unknown }) {
    const deploys = productDeploys(given.pipelines);
    const [any] = deploys;
    if (!any) return skip('no job here deploys it');
    const [code] = given.code.filter(isKept);
    if (code) return pass({ path: code.path }, `as code of ${code.facts.tool}`);
    const described = given.deployments.filter(isKept);
    const [outright] = described.filter(({ facts }) => !OF_MACHINES.has(facts.form));
    if (outright) return pass({ path: outright.path }, outright.facts.form);
    const set = deploys.flatMap((deploy) => {
      const where = SET_UP.find(([tool]) => tool.test(deploy.tool ?? ''))?.[1];
      return where === undefined ? [] : [{ deploy, where }];
    });
    const [first] = set;
    if (!first) {
      const said = deploys.find(({ tool }) => tool === undefined);
      if (said) return unknown('how it deploys is not seen, so neither is to what', said.job.at);
      return skip(`${any.tool} keeps what there would be to describe`);
    }
    const [onMachine] = described;
    if (first.where === 'a machine' && onMachine) return pass({ path: onMachine.path }, onMachine.facts.form);
    if (takesFromElsewhere(first.deploy))
      return unknown('the job takes what it deploys from another place', first.deploy.at);
    const { job } = first.deploy;
    return gap('none', first.deploy.at, { job: `${job.job.id} in ${job.path}`, where: first.where });
  },
});

const isKept = ({ pathClass }: Pick<Artifact, 'pathClass'>): boolean => pathClass !== 'example';

/** It checks another repository out, or names a chart by its address. */
const takesFromElsewhere = ({ job, inner }: ProductDeploy): boolean => [job, ...inner].some(names);
const names = ({ job }: PipelineJob): boolean =>
  job.steps.some(
    ({ run, calls }) =>
      FROM_ELSEWHERE.test(run?.text ?? '') ||
      (calls?.target.startsWith('actions/checkout') === true &&
        (calls.inputs.repository !== undefined || calls.openInputs?.repository !== undefined)),
  );
