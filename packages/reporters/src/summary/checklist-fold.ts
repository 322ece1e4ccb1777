import type { Checklist } from '@shipworthy/model';
import type { LinkTo } from '../checklist/link.ts';
import { checklistGroups } from '../checklist/markdown.ts';
import { fold } from './fold.ts';

/** The checklist of the change, folded; '' when it asks nothing. */
export function checklistFold(checklist: Checklist, to: LinkTo): string {
  const groups = checklistGroups(checklist, to);
  if (groups.length === 0) return '';
  const text = groups.join('\n').replace(/^### /gm, '#### ');
  const tasks = text.match(/^- \[[ x]\]/gm)?.length ?? 0;
  const ticked = text.match(/^- \[x\]/gm)?.length ?? 0;
  return fold(`Checklist for this change: ${ticked} of ${tasks} ticked`, text);
}
