import type { PromptFacts } from '@shipworthy/model';
import { readYaml, YamlMap, type YamlNode, YamlScalar, YamlSeq } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';

const MAX_TEXT = 300;
const ASKING = ['label', 'description', 'placeholder', 'value'] as const;

/** Labels, descriptions and options of a form for issues. A form that is no YAML asks nothing. */
export function promptsOfForm(file: RepositoryFile): PromptFacts[] {
  const root = readYaml(file).documents[0]?.root;
  const body = root instanceof YamlMap ? root.get('body') : undefined;
  if (!(body instanceof YamlSeq)) return [];
  return body.items.flatMap((field) => {
    const attributes = field instanceof YamlMap ? field.get('attributes') : undefined;
    if (!(attributes instanceof YamlMap)) return [];
    const options = attributes.get('options');
    const labels = options instanceof YamlSeq ? options.items.flatMap(optionLabel) : [];
    return [...ASKING.flatMap((key) => promptOf(attributes.get(key), 'field')), ...labels];
  });
}

/** An option is a text, or a checkbox with a label. */
const optionLabel = (option: YamlNode): PromptFacts[] =>
  option instanceof YamlMap ? promptOf(option.get('label'), 'item') : promptOf(option, 'item');

function promptOf(node: YamlNode | undefined, form: PromptFacts['form']): PromptFacts[] {
  return node instanceof YamlScalar && node.text.trim() !== ''
    ? [{ form, text: node.text.replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT), at: node.span }]
    : [];
}
