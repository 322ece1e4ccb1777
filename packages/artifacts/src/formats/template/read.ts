import type { ExtractionLevel, Span } from '@shipworthy/model';
import type { RepositoryFile } from '../../repository-file.ts';
import { parseYaml, readYaml, type YamlDocuments } from '../yaml/index.ts';
import { maskBlanks } from './blanks.ts';
import { hasTemplate, maskTemplate } from './mask.ts';

export interface TemplateYaml extends YamlDocuments {
  readonly level: Exclude<ExtractionLevel, 'scraped'>;
  /** The text that was parsed: of equal length, with masks. */
  readonly text: string;
  /** Places whose content a template engine fills in. */
  readonly unknown: readonly Span[];
}

/** Words only a chart's own template uses; a notification's `.CommonLabels.Values` is none. */
const CHART = /(?:[\s{(]|\$)\.(?:Values|Release)\b|\{\{-?\s*include\s/;

/**
 * A YAML file that may be a template. Plain parsing comes first: an alert's own `{{ $labels.x }}` is plain YAML.
 * Masked only where a chart shows itself, or where plain parsing fails and a template can be the cause.
 */
export function readTemplateYaml(file: RepositoryFile): TemplateYaml {
  return file.once(parse);
}

function parse(file: RepositoryFile): TemplateYaml {
  const plain = readYaml(file);
  const unmasked: TemplateYaml = { ...plain, level: 'parsed', text: file.text, unknown: [] };
  const fault = plain.problems.find((problem) => problem.effect === 'broken');
  const chart = file.text.includes('{{') && CHART.test(file.text);
  if (!chart && !(fault && hasTemplate(file.text))) return fault ? withBlanks(unmasked, file.text) : unmasked;
  const { text, unknown } = maskTemplate(file.text);
  const masked = parseYaml(text);
  // The same fault in the same place without any template: the template is not what breaks the file.
  if (!chart && masked.problems[0]?.at[0] === fault?.at[0]) return unmasked;
  return { ...masked, level: 'tolerant', text, unknown };
}

/** The file without the blanks that a script fills in, if they are what breaks it. */
function withBlanks(unmasked: TemplateYaml, original: string): TemplateYaml {
  const { text, unknown } = maskBlanks(original);
  if (unknown.length === 0) return unmasked;
  const masked = parseYaml(text);
  if (masked.problems[0]?.at[0] === unmasked.problems[0]?.at[0]) return unmasked;
  return { ...masked, level: 'tolerant', text, unknown };
}
