import {
  all,
  BUILT,
  defineRule,
  jobToExtend,
  link,
  mayHide,
  onlyTends,
  type Place,
  servedBy,
} from '@shipworthy/rule-kit';

/** It only sets indentation for editors. */
const EDITORS = /(?:^|\/)\.editorconfig$/;
/** A service runs these on every change without a job of this repository. */
const BY_SERVICE = /(?:^|\/)\.pre-commit-config\.ya?ml$/;
/** Builds of create-react-app run ESLint with the configuration beside their manifest. */
const ESLINT = /(?:^|\/)\.eslintrc(?:\.\w+)?$/;
const LINTS_IN_BUILD = 'react-scripts';
/** A plan looks at infrastructure, and settles nothing about how it is written. */
const PLANS = /^(?:terraform|tofu|terragrunt|pulumi|cdk)$/;
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

export default defineRule({
  id: 'pipeline/quality-gates',
  title: 'Style and types are settled by a pipeline',
  stages: ['build'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: BUILT,
    hinted: ['collection'],
  },
  needs: {
    pipelines: link('repository -> pipelines'),
    style: link('repository -> style'),
    manifests: all('dependency-manifest'),
  },
  messages: {
    unrun:
      'No pipeline looks at style on changes, although {what} sets it. What is set and not checked is decided by whoever merges last: run it on every change.',
    late: 'Style is looked at by the clock ({tool}), and on no change. What is found then was merged long before: run it on every change as well.',
    types:
      'No pipeline checks the types on changes; `{call}` would. Errors that a program finds in seconds wait for whoever runs it next: call it in a job that runs on every change.',
    none: 'No pipeline runs a linter or formatter on changes, and none is set up here. Reviews argue about style, and slips that a program sees in seconds get through: add one to the job that tests.',
    harmless:
      'The check of style ({tool}) may fail and the run is green all the same. What stops nothing is not read: let it fail the run.',
  },
  check(repository, { given: { pipelines, style, manifests }, fault, gaps, skip, unknown }) {
    if (pipelines.jobs.length === 0) {
      const [unseen] = pipelines.unseen;
      return unseen ? unknown(unseen.why, unseen.at) : skip('there is no pipeline that could run them');
    }
    if (onlyTends(pipelines)) return skip('no pipeline runs anything of it: pipeline/present asks for one');
    const looks = servedBy(pipelines, 'lint', 'format');
    const onChange = looks.filter(({ when }) => when === 'change');
    const gate = onChange.find(({ found }) => found.harmless === undefined);
    const built = servedBy(pipelines, 'types', 'build', 'unit').some(({ when }) => when === 'change');
    const types = pipelines.idle.find(({ found }) => found.some(({ purpose }) => purpose === 'types'));
    const [hidden] = mayHide(pipelines, 'check', ['change']);
    if (hidden && (!gate || (types && !built)))
      return unknown(`${hidden.what} may check style or types: ${hidden.why}`, hidden.at);
    const idle = pipelines.idle.find(({ found }) =>
      found.some(({ purpose, tool }) => purpose === 'format' || (purpose === 'lint' && !PLANS.test(tool))),
    );
    // One command that does both is named once.
    const apart = types && !built && (gate || types !== idle);
    const faults = apart ? [fault('types', types.at, { call: types.call }, { discriminator: 'types' })] : [];
    if (gate) return gaps(faults, gate.found.at);
    const [weak] = onChange;
    if (weak?.found.harmless)
      return gaps([...faults, fault('harmless', weak.found.harmless, { tool: weak.found.tool })], repository.at());
    const set: Place | undefined = style.state === 'resolved' && !EDITORS.test(style.to.path) ? style.to : undefined;
    if (set && !idle && BY_SERVICE.test(set.path))
      return unknown(`pre-commit.ci may run the hooks of ${set.path}, which no file would show`, set);
    const inBuild =
      set && !idle && ESLINT.test(set.path)
        ? manifests.find(
            ({ path, facts }) =>
              folderOf(path) === folderOf(set.path) &&
              [...facts.dependencies, ...(facts.development ?? [])].includes(LINTS_IN_BUILD),
          )
        : undefined;
    if (set && inBuild)
      return unknown(
        `${LINTS_IN_BUILD} of ${inBuild.path} runs ESLint inside of its build, which any step may start`,
        set,
      );
    const later = looks.find(({ found, when }) => found.harmless === undefined && when === 'schedule');
    if (later) {
      const values = { tool: later.found.tool };
      return gaps([fault('late', later.found.at, values, { severity: 'info' }), ...faults], repository.at());
    }
    const job = jobToExtend(pipelines)?.at ?? repository.at();
    const what = idle ? `\`${idle.call}\`` : set?.path;
    const loose =
      what === undefined
        ? fault('none', job, {}, { severity: 'info' })
        : fault('unrun', idle?.at ?? job, { what }, { related: set ? [{ at: set }] : [] });
    return gaps([loose, ...faults], repository.at());
  },
});
