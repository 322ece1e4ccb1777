import { all, type CriticalArea, defineRule, link } from '@shipworthy/rule-kit';
import { placeOfCodeowners } from '../codeowners-place.ts';

/** Areas that a message names; the others are counted. */
const MAX_NAMED = 3;

/** Fewer files of an area are leftovers that somebody will see beside the others. */
const MIN_SHARE = 0.2;

export default defineRule({
  id: 'owner/critical-paths-covered',
  title: 'What can hurt most has an owner who is asked',
  stages: ['operate'],
  qualities: ['security', 'reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: ['service', 'web-app', 'mobile', 'data-pipeline', 'infrastructure', 'shipped-component'],
    hinted: ['library', 'command', 'collection'],
  },
  needs: { areas: link('repository -> critical areas'), ownership: all('ownership') },
  messages: {
    open: 'No line of {file} gives {areas} an owner, so a change there can be merged without anybody who knows it being asked. Add a line for {path}, or begin the file with `* @your-team`.',
  },
  check(_, { given, fault, gaps, pass, skip, unknown }) {
    const files = given.ownership.filter(
      ({ facts, pathClass }) => facts.flavour === 'codeowners' && pathClass !== 'example',
    );
    const read = files.find((file) => placeOfCodeowners(file, files).state === 'read');
    if (!read) return skip('no CODEOWNERS file that a forge reads; owner/declared asks for an owner');
    if (!read.facts.lines.some(({ owners }) => owners.length > 0)) return skip(`${read.path} names no owner`);
    if (read.facts.lines.every(({ owners }) => owners.every(({ form }) => form === 'invalid')))
      return skip(`nobody in ${read.path} can be asked, which owner/codeowners-valid reports`);
    const open = given.areas.filter(({ files, unowned }) => unowned > 0 && unowned >= files * MIN_SHARE);
    const [first] = open;
    if (!first) {
      const at = given.areas.flatMap((area) => area.at ?? [])[0];
      return at ? pass(at) : unknown('no owner of the parts that can hurt most is seen', { path: read.path });
    }
    const related = open.flatMap(({ name, sample }) =>
      sample === undefined ? [] : [{ at: { path: sample }, message: `nobody owns it (${name})` }],
    );
    const values = { file: read.path, areas: listed(open), path: first.sample ?? first.name };
    return gaps([fault('open', { path: read.path, span: [0, 0] }, values, { related })], { path: read.path });
  },
});

function listed(areas: readonly CriticalArea[]): string {
  const named = areas.slice(0, MAX_NAMED).map(({ name, files, unowned }) => {
    const words = name === 'code owners' ? 'CODEOWNERS itself' : name;
    return unowned === files ? words : `${words} (${unowned} of ${files} files)`;
  });
  const left = areas.length - named.length;
  if (left > 0) return `${named.join(', ')} and ${left} more ${left === 1 ? 'area' : 'areas'}`;
  return named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : (named[0] ?? '');
}
