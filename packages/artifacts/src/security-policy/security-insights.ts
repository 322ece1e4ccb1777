import type { ReportChannel, SecurityPolicyFacts, Span } from '@shipworthy/model';
import type { YamlMap, YamlNode } from '../formats/yaml/index.ts';

/** Facts of a SECURITY-INSIGHTS file, schema 1.x or 2.x; undefined when the document is something else. */
export function readSecurityInsights(root: YamlNode): SecurityPolicyFacts | undefined {
  if (root.kind !== 'map') return undefined;
  const header = root.map('header');
  if (header?.text('schema-version') === undefined) return undefined;
  const channels: ReportChannel[] = [];
  const take = (node: YamlNode | undefined, form: ReportChannel['form']) => {
    if (node?.kind === 'scalar' && !node.isNull && node.text.trim() !== '')
      channels.push({ form, value: node.text.trim(), at: node.span });
  };
  const own = (root.map('vulnerability-reporting') ?? root.map('project')?.map('vulnerability-reporting')) || undefined;
  take(own?.get('email-contact'), 'mail');
  take(own?.map('contact')?.get('email'), 'mail');
  take(own?.get('security-policy') ?? own?.get('policy'), 'elsewhere');
  take(own?.get('bug-bounty-url') ?? own?.get('bug-bounty-program'), 'form');
  // Schema 2 lets the file of one repository lead to the policy and to the file of the whole project.
  take(root.map('repository')?.map('documentation')?.get('security-policy'), 'elsewhere');
  take(header.get('project-si-source'), 'elsewhere');
  for (const contact of root.items('security-contacts'))
    if (contact.kind === 'map') take(contact.get('value'), contact.text('type') === 'email' ? 'mail' : 'form');
  const until = header.get('expiration-date');
  const day = until?.kind === 'scalar' ? /^\d{4}-\d{2}-\d{2}/.exec(until.text)?.[0] : undefined;
  const spans: Record<string, Span> = until && day ? { expires: until.span } : {};
  const elsewhere = madeElsewhere(root);
  return {
    form: 'security-insights',
    channels,
    ...(day ? { expires: day } : {}),
    ...(elsewhere ? { elsewhere } : {}),
    spans,
  };
}

/** Schema 1 has `security-artifacts`, schema 2 `repository.security.assessments`; both say whether there is something. */
function madeElsewhere(root: YamlMap): SecurityPolicyFacts['elsewhere'] | undefined {
  const artifacts = root.map('security-artifacts');
  const model = artifacts?.map('threat-model');
  const own = artifacts?.map('self-assessment');
  const assessments = root.map('repository')?.map('security')?.map('assessments');
  const third = assessments?.items('third-party')[0];
  const made =
    (own?.text('self-assessment-created') === 'true' ? own : undefined) ??
    (assessments?.map('self')?.text('evidence') === undefined ? third : assessments.map('self'));
  const threatModel = model?.text('threat-model-created') === 'true' ? model.span : undefined;
  if (!threatModel && !made) return undefined;
  return { ...(threatModel ? { threatModel } : {}), ...(made ? { assessment: made.span } : {}) };
}
