import type { Place, ProfileReport } from '@shipworthy/model';

/** The profile as versioned JSON (`schema/profile.schema.json`). */
export function renderProfileJson(report: ProfileReport): string {
  const { tool, commit, profile, delivery, rubric, signals, history, questions, enough, verdict } = report;
  const document = {
    schema: 1,
    tool,
    ...(commit === undefined ? {} : { commit }),
    archetypes: profile.archetypes.map(({ name, because, at }) => ({ name, because, ...pathOf(at) })),
    ...(profile.unknown ? { unknown: { because: profile.unknown.because, ...pathOf(profile.unknown.at) } } : {}),
    delivery,
    criticality: profile.criticality,
    ...(profile.retired ? { retired: { because: profile.retired.because, ...pathOf(profile.retired.at) } } : {}),
    components: profile.components.map(({ name, folder, archetypes }) => ({
      name,
      path: folder === '' ? '.' : folder,
      archetypes: archetypes.map((archetype) => archetype.name),
    })),
    rubric: Object.fromEntries(
      Object.entries(rubric).map(([question, { answer, evidence, declared }]) => [
        question,
        {
          answer,
          evidence: evidence.map(({ because, at }) => ({ because, ...pathOf(at) })),
          ...(declared ? { declared } : {}),
        },
      ]),
    ),
    signals: signals.map(({ name, seen, because, at }) => ({ name, seen, because, ...pathOf(at) })),
    history,
    questions,
    enough,
    verdict,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const pathOf = (at: Place | undefined): { path?: string } => (at === undefined ? {} : { path: at.path });
