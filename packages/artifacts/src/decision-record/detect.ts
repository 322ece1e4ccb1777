import type { DocumentFacts } from '@shipworthy/model';
import type { PlaceInLog } from './place-in-log.ts';
import type { Signature } from './signature.ts';

export interface Detection {
  readonly confidence: number;
  readonly why: readonly string[];
  readonly form: 'record' | 'proposal';
}

const PATH_AND_CONTENT = 0.85;
const CONTENT_ALONE = 0.7;
/** A numbered page of a log with so many words is a record, whatever its headings. */
const MIN_WORDS = 25;
const ABOUT_RECORDS = /\b(?:template|how to|guide|guidelines|process|format|index)\b/i;

/** Is the page a record of a decision log? The place alone never decides. */
export function detectRecord(page: DocumentFacts, place: PlaceInLog, signature: Signature): Detection | undefined {
  const { decides, record, proposal, words } = signature;
  const counted = place.number !== undefined || place.dated;
  if (!counted && ABOUT_RECORDS.test(page.title ?? '')) return undefined;
  const why = reasons(signature);
  const found = (form: Detection['form'], reason: string): Detection => ({
    confidence: PATH_AND_CONTENT,
    why: [reason, ...why],
    form,
  });
  switch (place.strength) {
    case 'log':
    case 'named': {
      if (place.entrance) return undefined;
      const holds = counted
        ? record > 0 || proposal > 1 || words >= MIN_WORDS
        : (decides && record > 1) || record > 2 || proposal > 2;
      const form = !decides && proposal > 3 ? 'proposal' : 'record';
      return holds ? found(form, 'the path says decision record') : undefined;
    }
    case 'proposals': {
      const needed = place.entrance ? 4 : counted ? 2 : 3;
      return proposal >= needed || (decides && record > 2)
        ? found(decides && record > 2 ? 'record' : 'proposal', 'the path says proposal')
        : undefined;
    }
    case 'design':
      if (place.entrance || !(proposal > 3 || (decides && record > 2))) return undefined;
      return found(decides && record > 2 ? 'record' : 'proposal', 'the path says design');
    case 'none':
      return decides && record === 4 && !place.entrance
        ? { confidence: CONTENT_ALONE, why, form: 'record' }
        : undefined;
  }
}

function reasons({ parts, decides }: Signature): string[] {
  const named = [...parts].map((part) => part.replace('decision-', ''));
  const why = named.length > 0 ? [`headings for ${named.join(', ')}`] : [];
  return decides ? [...why, 'a heading that names a decision'] : why;
}
