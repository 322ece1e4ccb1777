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
const MIN_WORDS = 15;
/** A page of so many words that lies in a folder of proposals is one, whatever its headings. */
const MIN_PROPOSAL_WORDS = 150;
const ABOUT_RECORDS = /\b(?:template|how to|guide|guidelines|process|format|index)\b/i;

/** Is the page a record of a decision log? The place alone never decides. */
export function detectRecord(page: DocumentFacts, place: PlaceInLog, signature: Signature): Detection | undefined {
  const { decides, parts, proposal, record, status, words } = signature;
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
      const needed = place.entrance ? 4 : counted || place.depth === 0 ? 2 : 3;
      const lies = !place.entrance && place.depth === 0 && words >= MIN_PROPOSAL_WORDS;
      return proposal >= needed || (decides && record > 2) || lies
        ? found(decides && record > 2 ? 'record' : 'proposal', 'the path says proposal')
        : undefined;
    }
    case 'design':
      if (place.entrance || !(proposal > 2 || (decides && record > 2))) return undefined;
      return found(decides && record > 2 ? 'record' : 'proposal', 'the path says design');
    case 'none':
      return decides && parts.has('decision-reason') && status && !place.entrance
        ? { confidence: CONTENT_ALONE, why, form: 'record' }
        : undefined;
  }
}

function reasons({ parts, decides }: Signature): string[] {
  const named = [...parts].map((part) => part.replace('decision-', ''));
  const why = named.length > 0 ? [`headings for ${named.join(', ')}`] : [];
  return decides ? [...why, 'a heading that names a decision'] : why;
}
