import type { ExtractionLevel, Span } from '@shipworthy/model';
import type { RepositoryFile } from '../../repository-file.ts';
import { parseYaml, readYaml, type YamlDocuments } from '../yaml/index.ts';
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
  const chart = file.text.includes('{{') && CHART.test(file.text);
  if (!chart) {
    const plain = readYaml(file);
    if (!plain.problems.some((problem) => problem.effect === 'broken') || !hasTemplate(file.text))
      return { ...plain, level: 'parsed', text: file.text, unknown: [] };
  }
  const { text, unknown } = maskTemplate(file.text);
  return { ...parseYaml(text), level: 'tolerant', text, unknown };
}
