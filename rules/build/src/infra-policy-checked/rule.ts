import { all, defineRule, link, mayHide, type PurposeFound, wired } from '@shipworthy/rule-kit';

/** Programs that look at infrastructure code, whatever else they are taken for: a plan, a check of its form, a policy. */
const LOOKS =
  /^(?:terraform|tofu|terragrunt|tflint|cfn-lint|cfn-guard|ansible-lint|molecule|terratest|kube-linter|kube-score|kubeconform|kubeval|polaris|datree|conftest|opa|regal|kyverno|checkov|tfsec|trivy|kics|terrascan|snyk|cdk|pulumi|helm\/chart-testing-action|pre-commit|prek)$|tflint|tfsec|checkov|terraform-(?:plan|validate)|ansible-lint|kube-linter|kubeconform|conftest/;
/** What is only formatted, applied or sent out is not looked at. */
const NO_LOOK: ReadonlySet<string> = new Set([
  'format',
  'deploy',
  'build',
  'publish',
  'dependency-scan',
  'secret-scan',
  'housekeeping',
]);

const looks = ({ purpose, tool, harmless }: PurposeFound): boolean =>
  harmless === undefined && (purpose === 'infrastructure-scan' || (!NO_LOOK.has(purpose) && LOOKS.test(tool)));

export default defineRule({
  id: 'infra/policy-checked',
  title: 'Changes of infrastructure code are looked at by a machine',
  stages: ['build'],
  qualities: ['security'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  needs: { code: all('infrastructure-code'), pipelines: link('repository -> pipelines') },
  messages: {
    none: 'No pipeline looks at the {tool} code before it is applied, so a bucket open to everybody is one typo away. Let `{check}` run on change requests.',
    late: '{program} looks at the {tool} code only after it is merged, when it may have been applied. Let it run on change requests as well.',
  },
  check(_, { given, gap, pass, skip, unknown }) {
    const [code] = given.code.filter(({ pathClass, facts }) => pathClass === 'authored' && facts.tool !== 'packer');
    if (!code) return skip('no infrastructure code here');
    const found = wired(given.pipelines, looks);
    const [first] = found;
    if (first?.when === 'change') return pass(first.found.at, first.found.tool);
    const [hidden] = [
      ...mayHide(given.pipelines, 'secure', ['change']),
      ...mayHide(given.pipelines, 'check', ['change']),
    ];
    if (hidden) return unknown(`${hidden.what} may look at it: ${hidden.why}`, hidden.at);
    const { tool } = code.facts;
    if (first) return gap('late', first.found.at, { program: first.found.tool, tool });
    const span = code.facts.resources[0]?.at ?? [0, 0];
    return gap('none', { path: code.path, span }, { tool, check: CHECKS[tool] ?? 'checkov -d .' });
  },
});

/** The shortest way to begin with, for each tool. */
const CHECKS: Readonly<Record<string, string>> = {
  terraform: 'terraform validate && trivy config .',
  cloudformation: 'cfn-lint',
  ansible: 'ansible-lint',
  cdk: 'cdk diff',
  pulumi: 'pulumi preview',
};
