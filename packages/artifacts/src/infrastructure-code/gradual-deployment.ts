import type { Span } from '@shipworthy/model';
import type { YamlMap } from '../formats/yaml/index.ts';

/** Types of a deployment preference that wait for no alarm: everybody has the release at once. */
const AT_ONCE = /AllAtOnce/i;

/**
 * Where a template of SAM lets its functions out bit by bit and names alarms: CodeDeploy then brings the version before
 * back by itself. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html
 */
export function gradualDeployment(root: YamlMap): Span | undefined {
  const shared = root.map('Globals')?.map('Function');
  const owners = (root.map('Resources')?.entries ?? []).flatMap(({ value }) => {
    const properties = value.kind === 'map' ? value.map('Properties') : undefined;
    return properties ? [properties] : [];
  });
  const common = shared?.map('DeploymentPreference')?.text('Type');
  for (const owner of [...(shared ? [shared] : []), ...owners]) {
    const preference = owner.map('DeploymentPreference');
    const type = preference?.text('Type') ?? common;
    if (
      !preference?.has('Alarms') ||
      type === undefined ||
      AT_ONCE.test(type) ||
      preference.text('Enabled') === 'false'
    )
      continue;
    return owner.entry('DeploymentPreference')?.keySpan;
  }
  return undefined;
}
