import {
  OBLIGATION_TERMS,
  OBLIGATIONS,
  type ObligationName,
  type ObligationState,
  type TouchedArea,
} from '@shipworthy/model';
import { defineRule, link } from '@shipworthy/rule-kit';
import { describedAreas, listed, noteOf, placesOf } from '../touched-areas.ts';

/** Areas that are asked about wherever they are recognised; others only where the configuration names them. */
const ASKED: ReadonlySet<string> = new Set(['auth', 'billing', 'data']);
/** Other files that are shown beside the first. */
const RELATED = 5;

export default defineRule({
  id: 'change/sensitive-has-checklist',
  title: 'A change to data, sign-in or billing says how it is taken back',
  stages: ['deploy'],
  qualities: ['reliability', 'security'],
  severity: 'info',
  confidence: 'medium',
  preset: 'essential',
  subject: 'change',
  needs: { obligations: link('change -> obligations') },
  messages: {
    open: 'This change touches {areas}, and names neither {missing}. At night somebody has to guess how it is taken back. Say it in a line of the pull request or of a commit (`Rollback: …`); `shipworthy checklist --base REV` lists all that answers.',
    demanded:
      'This change touches {areas}. Not there is what the configuration asks for: {missing}. `shipworthy checklist --base REV` lists what answers it.',
  },
  check(_, { given, fault, gaps, pass, skip, unknown }) {
    const { areas, exempt } = given.obligations;
    const asked = areas.filter(({ name, configured }) => configured || ASKED.has(name));
    if (asked.length === 0) return skip('it touches no sensitive area');
    if (exempt !== undefined) return skip(exempt);
    const judged = asked.map((area) => ({ area, verdict: verdictOf(area) }));
    const open = judged.flatMap(({ area, verdict }) => (verdict.open.length > 0 ? { area, open: verdict.open } : []));
    const unseen = judged.flatMap(({ verdict }) => verdict.unknown ?? []);
    const shown = placesOf(asked);
    const evidence = judged.flatMap(({ verdict }) => verdict.met.flatMap((state) => state.evidence));
    if (open.length === 0) {
      if (unseen[0] !== undefined) return unknown(unseen[0], shown.at);
      const files = evidence.flatMap((each) => (each.in === 'file' ? each.at : []));
      return pass(files.length > 0 ? files : shown.at, noteOf(evidence));
    }
    const touched = open.map(({ area }) => area);
    const { at, others } = placesOf(touched);
    const demanded = open.filter(({ area }) => area.demanded);
    const wanted = new Set((demanded.length > 0 ? demanded : open).flatMap((each) => each.open));
    const missing = OBLIGATIONS.filter((name) => wanted.has(name));
    const words = missing.map((name) => lower(OBLIGATION_TERMS[name].title));
    return gaps(
      [
        fault(
          demanded.length > 0 ? 'demanded' : 'open',
          at,
          {
            areas: describedAreas(touched),
            missing: demanded.length > 0 ? listed(words) : listed(words, 'nor'),
          },
          {
            severity: touched.some(({ configured }) => configured) ? 'warning' : 'info',
            discriminator: 'open',
            related: others.slice(0, RELATED).map((place) => ({ at: place })),
          },
        ),
      ],
      at,
    );
  },
});

type Met = Extract<ObligationState, { readonly state: 'met' }>;

interface Verdict {
  readonly met: readonly Met[];
  /** What is missing; of an area that demands nothing by name any of these would do. */
  readonly open: readonly ObligationName[];
  /** Why it cannot be told. */
  readonly unknown?: string;
}

function verdictOf({ obligations, forethought, demanded }: TouchedArea): Verdict {
  const asked = demanded ? obligations : forethought;
  const met = asked.flatMap((state) => (state.state === 'met' ? state : []));
  const unseen = asked.flatMap((state) => (state.state === 'unknown' ? state.why : []))[0];
  const open = asked.flatMap(({ name, state }) => (state === 'open' ? name : []));
  const unknown = unseen === undefined ? {} : { unknown: unseen };
  if (demanded) return { met, open, ...unknown };
  if (met.length > 0) return { met, open: [] };
  return unseen === undefined ? { met, open } : { met, open: [], ...unknown };
}

const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);
