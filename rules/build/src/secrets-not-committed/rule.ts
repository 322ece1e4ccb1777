import { all, defineRule, link } from '@shipworthy/rule-kit';

/** Lists of what a scanner for secrets was told to accept: somebody looked at each. */
const ACCEPTED =
  /(?:^|\/)(?:\.?gitleaks(?:[-_.][\w-]+)*\.toml|\.secrets\.baseline|\.secretlintrc(?:\.\w+)?|\.?trufflehog(?:[-_.][\w-]+)*\.ya?ml)$/i;

export default defineRule({
  id: 'secrets/not-committed',
  title: 'No secret is committed',
  stages: ['build'],
  qualities: ['security'],
  severity: 'error',
  confidence: 'high',
  preset: 'essential',
  subject: 'repository',
  needs: { leaks: all('leaked-secret'), accepted: link('repository -> accepted secrets') },
  messages: {
    leaked:
      'Here stands {what}. Whoever ever cloned this has it, and deleting the line does not take it back: replace it where it was issued first, then move it to a secret store.',
    leaks:
      'Here stand {count} secrets, {what} among them. Whoever ever cloned this has them, and deleting the lines does not take them back: replace them where they were issued first, then move them to a secret store.',
    perhaps:
      'Here stands {what}; {why}. If it opens anything real, replace it where it was issued, and keep its successor out of the repository.',
    perhapses:
      'Here stand {count} values that look like secrets, {what} among them; {why}. If they open anything real, replace them where they were issued, and keep their successors out of the repository.',
  },
  check(repository, { given, fault, gaps, skip }) {
    if (repository.files === 0) return skip('the repository is empty');
    const hosts = new Map(
      given.leaks.flatMap(({ path, facts }) =>
        facts.nobodysHost === undefined ? [] : [[folderOf(path), facts.nobodysHost] as const],
      ),
    );
    const faults = given.leaks.flatMap(({ path, pathClass, facts }) => {
      if (ACCEPTED.test(path)) return [];
      const example = pathClass === 'example' ? 'it lies among examples' : undefined;
      const scanner = given.accepted.get(path);
      const accepted = scanner && `${scanner.at.path} tells ${scanner.tool} to accept it`;
      const host = hosts.get(folderOf(path));
      const paired = host === undefined ? undefined : `a certificate beside it is for ${host}, which is nobody's`;
      return facts.found.map(({ what, at, certain, key, name, harmless }) => {
        const open = name === undefined ? 'it may be meant to be open' : 'the file is tracked';
        const why = harmless ?? example ?? accepted ?? (key ? paired : undefined) ?? (certain ? undefined : open);
        const place = { path, span: at };
        return why === undefined
          ? fault('leaked', place, { what }, { cause: `${path} leaked`, joined: 'leaks' })
          : fault('perhaps', place, { what, why }, { severity: 'info', cause: `${what} ${why}`, joined: 'perhapses' });
      });
    });
    return gaps(faults, repository.at());
  },
});

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
