import type { Checklist, Location } from '@shipworthy/model';

/** The checklist as versioned JSON (`schema/checklist.schema.json`). */
export function renderChecklistJson(checklist: Checklist): string {
  const { tool, base, since, commit, files, exempt, unheard, areas, contracts, migrations, alerts, forms } = checklist;
  const document = {
    schema: 1,
    tool,
    base,
    ...(since === undefined ? {} : { since }),
    ...(commit === undefined ? {} : { commit }),
    files,
    ...(exempt === undefined ? {} : { exempt }),
    ...(unheard === undefined ? {} : { unheard }),
    areas: areas.map(({ files: touched, lines, ...area }) => ({
      ...area,
      files: touched.map(place),
      obligations: lines.map(({ evidence, ...line }) => ({
        ...line,
        evidence: evidence.map((each) =>
          each.in === 'file' ? { in: each.in, ...place(each.at), what: each.what } : each,
        ),
      })),
    })),
    contracts: contracts.map(({ path, breaks, unknown }) => ({
      path,
      ...(unknown === undefined ? {} : { unknown }),
      ...(breaks === undefined ? {} : { breaks: breaks.map(({ at, ...rest }) => ({ ...place(at), ...rest })) }),
    })),
    migrations: migrations.map(({ at, back, dangerous, unread }) => ({
      ...place(at),
      back,
      unread,
      dangerous: dangerous.map(place),
    })),
    alerts: alerts.map(({ name, at }) => ({ name, ...place(at) })),
    forms: forms.map(({ at, ...form }) => ({ ...form, ...place(at) })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const place = ({ path, line }: Location) => ({ path, ...(line === undefined ? {} : { line }) });
