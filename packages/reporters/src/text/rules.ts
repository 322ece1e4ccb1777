import { STAGES } from '@shipworthy/model';
import type { RulesJson } from '../json/shapes.ts';
import type { TextOptions } from './options.ts';
import { styleFor } from './style.ts';
import { table } from './table.ts';
import { counted, wrap } from './wrap.ts';

/** The catalogue by stage, in lifecycle order. */
export function renderRulesText({ rules }: RulesJson, options: TextOptions): string {
  const style = styleFor(options);
  const lines: string[] = [];
  for (const stage of STAGES) {
    const ofStage = rules.filter((rule) => rule.stage === stage);
    if (ofStage.length === 0) continue;
    const rows = ofStage.map(({ id, severity, preset }) => [
      `  ${id}`,
      style.severity(severity, severity),
      style.dim(preset),
    ]);
    const heads = table(rows, ['left', 'left', 'left']);
    lines.push(style.strong(stage));
    for (const [index, { title }] of ofStage.entries())
      lines.push(heads[index] ?? '', ...wrap(title, style.width, '      ', '      '));
    lines.push('');
  }
  lines.push(`${counted(rules.length, 'rule')}. A rule's page: shipworthy explain RULE`);
  return `${lines.join('\n')}\n`;
}
