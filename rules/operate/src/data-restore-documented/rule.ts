import { all, defineRule, OPERATED, vocabulary } from '@shipworthy/rule-kit';
import { declaredStores } from '../kept-data.ts';
import { restorePages } from '../restore-pages.ts';

export default defineRule({
  id: 'data/restore-documented',
  title: 'A page says how the data comes back',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: OPERATED,
    hinted: ['infrastructure'],
    kinds: ['runbook', 'rollback-plan'],
    vital: true,
  },
  needs: {
    deployments: all('deployment'),
    code: all('infrastructure-code'),
    pages: all('document'),
    scripts: all('build-script'),
    words: vocabulary(),
  },
  messages: {
    none: 'Data is kept in {store} ({place}), and no page says how it comes back when it is lost. A backup nobody has restored is a hope: write down the commands, and the day they were last tried.',
    empty:
      "'{heading}' is the place for getting the data of {store} back, and it says '{what}'. A backup nobody has restored is a hope: write down the commands, and the day they were last tried.",
    wish: "'{heading}' speaks of the data of {store} and names no command, step or console to get it back with. A backup nobody has restored is a hope: write down what to type, and the day it was last tried.",
  },
  check(repository, { given, fault, gaps, pass, skip, unknown }) {
    const { own, platform } = declaredStores(given.deployments, given.code);
    const [store] = own;
    if (!store) {
      const [kept] = platform;
      return kept
        ? unknown(
            `${kept.name} is backed up and restored by the platform: say under evidence in .shipworthy.yaml where that is written down (rule: data/restore-documented, url, owner, reviewed)`,
            kept.at,
          )
        : skip('no database, bucket or claimed volume of a lasting environment is declared here');
    }
    const { followed, empty, wish } = restorePages(given.pages, given.words);
    if (followed) return pass(followed);
    const target = given.scripts.flatMap(({ path, facts }) =>
      facts.targets.filter(({ name }) => /restore/i.test(name)).map(({ at }) => ({ path, span: at })),
    )[0];
    if (target) return pass(target, 'a command restores it; no page says when and how to run it');
    const related = own.slice(0, MAX_RELATED).map(({ name, at }) => ({ at, message: `keeps ${name}` }));
    // What lies in a bucket is often made elsewhere, which cannot be seen.
    const options = { related, ...(store.what === 'bucket' ? { severity: 'info' as const } : {}) };
    if (empty) {
      const { heading, what, at } = empty;
      return gaps([fault('empty', at, { heading, what, store: store.name }, options)], repository.at());
    }
    if (wish)
      return gaps([fault('wish', wish.at, { heading: wish.heading, store: store.name }, options)], repository.at());
    const values = { store: store.name, place: store.at.path };
    return gaps([fault('none', repository.at('docs/restore.md'), values, options)], repository.at());
  },
});

/** Stores that are shown beside the finding. */
const MAX_RELATED = 5;
