import { defineRule, link, migrationName } from '@shipworthy/rule-kit';

export default defineRule({
  id: 'migration/ordered',
  title: 'The migrations of a series have one order',
  stages: ['design'],
  qualities: ['reliability'],
  severity: 'error',
  confidence: 'high',
  preset: 'recommended',
  subject: 'migration',
  needs: { series: link('migration -> series') },
  messages: {
    shared:
      '{files} both claim version {version}. {tool} refuses to run them, and the first to see it is the release. Renumber the newer one.',
    sharedMany:
      '{count} migrations of {series} claim a version that another one has, {files} first. {tool} refuses to run them, and the first to see it is the release. Renumber the newer ones.',
    missing:
      '{file} follows {version}, which is no migration here. {tool} cannot build the chain and stops before it changes anything. Name the migration that comes before it.',
    ends: '{files} both come last: nothing follows either. {tool} refuses to choose. Let the newer one follow the other, or merge them.',
    endsMany:
      '{count} migrations of {series} come last and nothing joins them, {files} among them. {tool} refuses to choose. Merge them.',
  },
  check({ facts, path }, { given, fault, gaps, pass, skip, unknown }) {
    const { series, version, tool, versionAt, head } = facts;
    const { sharing, missing, ends, members, unknown: why } = given.series;
    const place = { path, span: versionAt ?? head };
    const name = NAMES[tool] ?? tool;
    const folder = series === '' ? 'the root' : series;
    const faults = [];
    // Of files that clash the last one in path order bears the finding: it is the newer, as a rule.
    if (version !== undefined && sharing.length > 0 && sharing.every((other) => other.path < path)) {
      const files = [...sharing.map((other) => other.path), path].map(migrationName).join(' and ');
      const related = sharing.map((other) => ({ at: other }));
      const values = { files, version, tool: name, series: folder };
      faults.push(
        fault('shared', place, values, {
          cause: `${series} versions`,
          joined: 'sharedMany',
          discriminator: 'version',
          related,
        }),
      );
    }
    if (why !== undefined && (missing.length > 0 || ends.length > 0)) return unknown(why, { path });
    for (const { version: wanted, at: written } of missing)
      faults.push(
        fault(
          'missing',
          written,
          { file: migrationName(path), version: wanted, tool: name },
          { discriminator: wanted },
        ),
      );
    if (ends.length > 0 && ends.every((other) => other.path < path)) {
      const files = [...ends.map((other) => other.path), path].map(migrationName).join(' and ');
      const related = ends.map((other) => ({ at: other }));
      const message = ends.length === 1 ? 'ends' : 'endsMany';
      faults.push(
        message === 'ends'
          ? fault('ends', place, { files, tool: name }, { discriminator: 'end', related })
          : fault(
              'endsMany',
              place,
              { count: ends.length + 1, series: folder, files, tool: name },
              { discriminator: 'end', related },
            ),
      );
    }
    if (faults.length > 0) return gaps(faults, place);
    if (members === 1) return skip('the only migration of its series');
    if (version === undefined) return skip('its tool orders it by something else than a version in the file');
    if (NAMES[tool] === undefined) return skip(`${tool} does not mind two files of one version`);
    return pass(place);
  },
});

/** Tools that refuse a series out of order, as people call them. */
const NAMES: Readonly<Record<string, string>> = {
  rails: 'Rails',
  alembic: 'Alembic',
  django: 'Django',
  flyway: 'Flyway',
  'golang-migrate': 'The migration tool',
  goose: 'goose',
  dbmate: 'dbmate',
  tern: 'tern',
  supabase: 'Supabase',
  ecto: 'Ecto',
  diesel: 'Diesel',
};
