import type { CallFacts } from '@shipworthy/model';
import type { YamlMap, YamlNode, YamlScalar } from '../../formats/yaml/index.ts';
import { listOf, literalsOf } from '../written.ts';

const hasVariable = (text: string): boolean => text.includes('$');
const COMMIT = /^[0-9a-f]{40}$/;
const VERSION = /^v?\d+(?:\.\d+)*/;

/** What `include`, or `trigger: include`, takes in: files of this repository, of other projects, of GitLab itself. */
export function readIncludes(node: YamlNode | undefined): readonly CallFacts[] {
  if (node === undefined) return [];
  if (node.kind === 'seq') return node.items.flatMap(readIncludes);
  if (node.kind === 'scalar') return node.isNull ? [] : [/^https?:\/\//.test(node.text) ? remote(node) : local(node)];
  const files = scalarsOf(node.get('file'));
  const project = node.text('project');
  if (project !== undefined) return files.map((file) => ofProject(node, project, file));
  return [
    ...scalarsOf(node.get('local')).map((file) => ({ ...local(file), inputs: inputsOf(node) })),
    ...scalarsOf(node.get('remote')).map(remote),
    ...scalarsOf(node.get('template')).map((file) => other(`template:${file.text}`, file, 'tag')),
    ...scalarsOf(node.get('component')).map((file) => ({ ...component(file), inputs: inputsOf(node) })),
  ];
}

function scalarsOf(node: YamlNode | undefined): readonly YamlScalar[] {
  if (node?.kind === 'scalar') return [node];
  return node?.kind === 'seq' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item] : [])) : [];
}

const inputsOf = (map: YamlMap): CallFacts['inputs'] => literalsOf(map.get('inputs'), hasVariable);

function local(file: YamlScalar): CallFacts {
  const base = { target: file.text, at: file.span, inputs: {} };
  if (hasVariable(file.text)) return { ...base, where: 'templated' };
  return { ...base, where: 'local', path: file.text.replace(/^(?:\.?\/)+/, '') };
}

const remote = (file: YamlScalar): CallFacts => other(file.text, file, 'nothing');

function other(target: string, { span }: YamlScalar, pinned: NonNullable<CallFacts['pinned']>): CallFacts {
  return { target, at: span, where: 'remote', pinned, inputs: {} };
}

function ofProject(map: YamlMap, project: string, file: YamlScalar): CallFacts {
  const ref = map.text('ref');
  const target = `project:${project}//${file.text.replace(/^\//, '')}${ref === undefined ? '' : `@${ref}`}`;
  if (hasVariable(target)) return { target, at: file.span, where: 'templated', inputs: {} };
  return { ...other(target, file, ref === undefined ? 'nothing' : pinOf(ref)), inputs: inputsOf(map) };
}

function component(file: YamlScalar): CallFacts {
  const ref = file.text.slice(file.text.lastIndexOf('@') + 1);
  return other(`component:${file.text}`, file, ref === file.text ? 'nothing' : pinOf(ref));
}

function pinOf(ref: string): NonNullable<CallFacts['pinned']> {
  if (COMMIT.test(ref)) return 'commit';
  return VERSION.test(ref) ? 'tag' : 'branch';
}

/** The pipeline that a job starts: of this repository, or of another project. */
export function readTrigger(node: YamlNode | undefined): CallFacts | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'map') {
    const [included] = readIncludes(node.get('include'));
    if (included) return included;
    const [project] = listOf(node.get('project'));
    return project && { target: `project:${project.text}`, at: project.at, where: 'remote', inputs: {} };
  }
  const [project] = listOf(node);
  return project && { target: `project:${project.text}`, at: project.at, where: 'remote', inputs: {} };
}
