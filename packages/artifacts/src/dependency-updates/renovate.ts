import type { DependencyUpdatesFacts, Span } from '@shipworthy/model';
import { readJson } from '../formats/json/read-json.ts';
import type { YamlMap } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** Settings that only Renovate has. */
const SETTINGS =
  /["']?(?:extends|packageRules|enabledManagers|automerge|schedule|labels|ignoreDeps|customManagers|regexManagers|prHourlyLimit|rangeStrategy|\$schema|enabled|rebaseWhen|assignees|reviewers|baseBranches|dependencyDashboard)["']?\s*:/;
const OFF = /^[ \t]{0,4}["']?enabled["']?\s*:\s*false\b/m;
const MANAGERS = /["']?enabledManagers["']?\s*:\s*\[([^\]]*)\]/;

/**
 * Renovate's configuration, as a file of its own or in `package.json` under `renovate`. It finds manifests by itself unless
 * `enabledManagers` names those that count. JSON5 is read by a line scan. Undefined when nothing of Renovate is in it.
 */
export function readRenovate(file: RepositoryFile): DependencyUpdatesFacts | undefined {
  const { root, problem } = readJson(file);
  if (problem || root?.kind !== 'map') return SETTINGS.test(file.text) ? scanned(file.text) : undefined;
  const inManifest = file.baseName === 'package.json';
  const settings = inManifest ? root.map('renovate') : root;
  if (!settings) return undefined;
  // Presets that others extend are no configuration of this repository's own updates, but say nothing against it either.
  return settings.entries.length === 0 && !inManifest ? facts([], [], undefined, undefined) : parsed(settings);
}

function parsed(settings: YamlMap): DependencyUpdatesFacts {
  const enabled = settings.entry('enabled');
  const managers = settings.entry('enabledManagers');
  const named = settings.items('enabledManagers').flatMap((item) => (item.kind === 'scalar' ? [item] : []));
  const excluded = settings.entries.flatMap(({ key, value }) =>
    value.kind === 'map' && value.text('enabled') === 'false' ? [key] : [],
  );
  return facts(
    named.map((item) => ({ name: item.text, at: item.span })),
    excluded,
    enabled && enabled.value.kind === 'scalar' && enabled.value.text === 'false' ? enabled.keySpan : undefined,
    managers?.keySpan,
  );
}

function scanned(text: string): DependencyUpdatesFacts {
  const off = OFF.exec(text);
  const managers = MANAGERS.exec(text);
  const at: Span | undefined = managers ? [managers.index, managers.index + 'enabledManagers'.length] : undefined;
  const names = [...(managers?.[1] ?? '').matchAll(/["']([\w-]+)["']/g)].map((found) => found[1] ?? '');
  // Deeper settings are indented further: only one at the margin of the first switches everything off.
  const offAt: Span | undefined =
    off && /^\s*\{?\s*$/.test(text.slice(0, off.index)) ? [off.index, off.index + off[0].length] : undefined;
  return facts(at ? names.map((name) => ({ name, at })) : [], [], offAt, at);
}

function facts(
  managers: readonly { readonly name: string; readonly at: Span }[],
  excluded: readonly string[],
  off: Span | undefined,
  at: Span | undefined,
): DependencyUpdatesFacts {
  return {
    tool: 'renovate',
    findsAll: managers.length === 0,
    entries: managers.map(({ name, at }) => ({ ecosystem: name, folders: [], at })),
    ...(off ? { off } : {}),
    excluded,
    ...(at ? { at } : {}),
  };
}
