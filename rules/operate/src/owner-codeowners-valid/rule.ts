import { all, defineRule, link } from '@shipworthy/rule-kit';
import { isBroaderOrEqual } from '../broader-pattern.ts';
import { linesOf, sameOwners, sameStatements, startOf } from '../codeowners-lines.ts';
import { placeOfCodeowners } from '../codeowners-place.ts';

export default defineRule({
  id: 'owner/codeowners-valid',
  title: 'CODEOWNERS does what it says',
  stages: ['operate'],
  qualities: ['maintainability'],
  severity: 'error',
  confidence: 'high',
  preset: 'essential',
  subject: 'owner-line',
  needs: { files: all('ownership'), reach: link('owner-line -> path') },
  messages: {
    beaten:
      '{forge} reads {instead} and never this file, so its owners are asked for nothing. Move the lines there and delete this file.',
    unseen:
      'No forge looks for CODEOWNERS in this folder, so its owners are asked for nothing. Move it to .github/CODEOWNERS.',
    refused: '{what}. The forge skips it without a word, so nobody is asked to review: {mend}.',
    refusals:
      '{what}, and {count} such entries stand in this file. The forge skips them without a word, so nobody is asked to review: {mend}.',
    doubtful: '{what}: {mend}.',
    unmatched: "'{pattern}', {ofAll}, matches no file, so reviews are not requested where you think: {mend}.",
    unmatchedAll:
      "{count} of {total} patterns match no file, '{pattern}' first, so reviews are not requested where you think: {mend}.",
    shadowed:
      "'{pattern}' never decides: '{later}' comes after it and takes all its files, and the last match wins. Move this line below the other.",
    shadowedAll:
      "{count} lines never decide, '{pattern}' first: '{later}' comes after them and takes all their files, and the last match wins. Move it above them.",
    repeated: "'{pattern}' stands here again further down; the last one wins. Keep one of the two.",
    repeatedAll:
      "{count} lines for '{pattern}' have another one below them; the last one wins, and the owners of these are asked for nothing. Put all of them on one line.",
  },
  check(line, { given, fault, gaps, pass, skip, unknown }) {
    const { artifact, path } = line;
    const { facts } = artifact;
    if (facts.flavour !== 'codeowners') return skip(`${facts.flavour} files have rules of their own`);
    if (artifact.pathClass === 'example') return skip('an example');
    const isFirst = facts.lines[0]?.spans === line.spans;
    const codeowners = given.files.filter((file) => file.facts.flavour === 'codeowners');
    const place = placeOfCodeowners(artifact, codeowners);
    if (place.state !== 'read') {
      if (!isFirst) return skip('no forge reads this file');
      if (place.state === 'unseen')
        return codeowners.length > 1
          ? skip('no forge reads this file, but another one')
          : gaps([fault('unseen', line.at(), {}, { severity: 'warning', discriminator: '' })], line.at());
      if (sameStatements(facts, place.by.facts)) return skip(`a copy of ${place.by.path}`);
      return gaps([fault('beaten', line.at(), { forge: place.forge, instead: place.by.path })], line.at());
    }
    const mend = facts.generator ? `${facts.generator} writes this file, mend it there` : 'correct or remove it';
    const lines = linesOf(facts);
    const wrong = (lines.get(startOf(line))?.faults ?? []).map(({ what, at, effect }) =>
      effect === 'refused'
        ? fault('refused', { path, span: at }, { what, mend }, { cause: `${path} refused`, joined: 'refusals' })
        : fault('doubtful', { path, span: at }, { what, mend }, { severity: 'warning', discriminator: what }),
    );
    if (wrong.length > 0) return gaps(wrong, line.at());
    const { reach } = given;
    if (reach.unknown !== undefined) return unknown(reach.unknown, line.at('pattern'));
    if (line.owners.length === 0) return skip('un-owned on purpose');
    const at = line.at('pattern');
    const { pattern } = line;
    if (reach.matches === 0) {
      const total = facts.lines.length;
      const values = { pattern, mend, total, ofAll: total === 1 ? 'the only pattern' : `one of ${total} patterns` };
      // A script lists what there may be, and so does who names a type of file wherever it lies: neither does harm before.
      const isOfType = OF_TYPE.test(pattern);
      const severity = facts.generator || isOfType ? 'info' : 'warning';
      const cause = isOfType ? `${path} unmatched types` : `${path} unmatched`;
      return gaps([fault('unmatched', at, values, { severity, cause, joined: 'unmatchedAll' })], at);
    }
    const winner = reach.shadowedBy && lines.get(reach.shadowedBy.span?.[0] ?? -1)?.line;
    const later = winner?.pattern;
    if (!reach.shadowedBy || later === undefined || !isBroaderOrEqual(later, pattern)) return pass(line.at());
    const related = [{ at: reach.shadowedBy, message: 'this line wins' }];
    if (later === pattern) {
      const again = { severity: 'warning', cause: `${path} ${pattern} again`, joined: 'repeatedAll', related } as const;
      return gaps([fault('repeated', at, { pattern }, again)], at);
    }
    if (winner && sameOwners(line, winner)) return pass(line.at(), 'a later line takes its files, for the same owners');
    const joining = { severity: 'warning', cause: `${path} ${later}`, joined: 'shadowedAll', related } as const;
    return gaps([fault('shadowed', at, { pattern, later }, joining)], at);
  },
});

// A type of file, wherever it lies: `*.tf`, or with any folders before it.
const OF_TYPE = /^\/?(?:\*\*\/)?\*[^/*]+$/;
