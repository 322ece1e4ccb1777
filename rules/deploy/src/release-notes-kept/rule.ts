import type { TriggerFacts } from '@shipworthy/model';
import { all, defineRule, profile } from '@shipworthy/rule-kit';
import { changelogsOf, newestEntry } from '../newest-entry.ts';
import { folderOf, isOnlyRun } from '../operated.ts';
import { compareNumbers, releaseNumbers } from '../versions.ts';

/** Where a README leads for what changed. */
const NOTES_LINK = /\/releases(?:\/latest)?\/?(?:[?#].*)?$|change-?log|release-?notes/i;

/** `docs/release_notes/v1.15.0.md`, `docs/releases/1.29-NOTES.md`. */
const NOTES_PAGE =
  /(?:^|\/)(?:release[-_]?notes|releases|change-?logs?)\/(?:[^/]+\/)?[\w-]*?v?\d+\.\d+[^/]*\.(?:md|mdx|rst|adoc)$/i;

/** Somebody publishes a release on the forge, which has a text, and this follows. */
const PUBLISHED = /^(?:published|released|created)$/;
const isPublication = ({ on, types }: TriggerFacts): boolean =>
  on === 'release' && (types === undefined || types.some(({ text }) => PUBLISHED.test(text)));

const GO_MODULE = /(?:^|\/)go\.mod$/;

export default defineRule({
  id: 'release/notes-kept',
  title: 'What changed in a version can be read',
  stages: ['deploy'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: { asked: ['library', 'command', 'shipped-component'], kinds: ['changelog'] },
  needs: {
    changelogs: all('changelog'),
    tools: all('release-tool'),
    pipelines: all('ci-pipeline'),
    manifests: all('dependency-manifest'),
    readmes: all('readme'),
    documents: all('document'),
    profile: profile(),
  },
  messages: {
    none: 'Nothing here says what changed between versions, and that is the first question of every incident. Keep a CHANGELOG.md, or one line in it that leads to where the notes are.',
    behind:
      "{path} stops at {newest}, and {manifest} is at {version}. 'What changed?' is the first question of every incident: add what is missing, or let a tool write it.",
    behinds:
      "{count} changelogs are behind their packages, {path} first ({newest}, and {manifest} is at {version}). 'What changed?' is the first question of every incident: add what is missing, or let a tool write it.",
  },
  check(repository, { given, fault, gaps, pass, skip, unknown }) {
    const packages = given.manifests.filter(({ facts }) => !facts.list);
    const published = packages.filter(({ facts }) => !facts.private);
    if (packages.length > 0 && published.length === 0) return skip('every package is private: nothing is published');
    const writes = given.tools.find(({ facts }) => facts.does.includes('notes'));
    if (writes) return pass({ path: writes.path }, `written by ${writes.facts.tool}`);
    const behind = published.flatMap(({ path, facts }) => {
      const changelogs = changelogsOf(folderOf(path), given.changelogs);
      const whole = newestEntry(changelogsOf('', given.changelogs));
      const newest = newestEntry(changelogs, facts.name);
      const version = releaseNumbers(facts.version ?? '');
      const announced = changelogs.some((log) => log.facts.unreleased?.empty === false || log.facts.pointer);
      if (!newest || !version || announced || compareNumbers(newest.numbers, version) >= 0) return [];
      // The repository's own changelog went on where that of the package stops.
      if (whole && compareNumbers(whole.numbers, version) >= 0) return [];
      const at = { path: newest.changelog.path, span: newest.entry.at };
      const values = { path: at.path, newest: newest.entry.version, manifest: path, version: facts.version ?? '' };
      return [
        fault('behind', at, values, {
          cause: 'behind',
          joined: 'behinds',
          discriminator: path,
          related: [{ at: { path } }],
        }),
      ];
    });
    const [kept] = given.changelogs.filter(({ pathClass }) => pathClass !== 'example');
    if (kept) return gaps(behind, { path: kept.path });
    const page = given.documents.find(({ path }) => NOTES_PAGE.test(path));
    if (page) return pass({ path: page.path }, 'one page for each version');
    const top = new Set(given.readmes.filter(({ facts }) => facts.folder === '').map(({ path }) => path));
    for (const { path, facts } of given.documents) {
      const led = top.has(path) ? facts.links.find(({ target }) => NOTES_LINK.test(target)) : undefined;
      if (led) return pass({ path, span: led.at }, 'the README leads to the notes');
    }
    if (published.length > 0 && given.tools.length === 0 && published.every(({ path }) => GO_MODULE.test(path)))
      return skip('modules of Go name no version, and nothing here brings one out');
    if (isOnlyRun(given.profile)) return skip('run by those who change it: each deployment is a release');
    for (const { path, facts } of given.pipelines) {
      const published = facts.dormant === undefined ? facts.triggers.find(isPublication) : undefined;
      if (published)
        return unknown('releases are published on the forge, and their notes are there', { path, span: published.at });
    }
    // Notes on the forge's page of releases cannot be seen from the tree.
    return gaps([fault('none', repository.at('CHANGELOG.md'), {}, { severity: 'info' })], repository.at());
  },
});
