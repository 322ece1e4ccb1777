import type { Change, TouchedArea, TouchedFile } from '@shipworthy/model';
import { all, defineRule, link } from '@shipworthy/rule-kit';

/** Languages whose tests stand in the sources themselves. */
const TESTED_INLINE = /\.rs$/i;
const CODE = /\.(?:[cm]?[jt]sx?|py|rb|go|java|kts?|cs|php|exs?|scala|swift|dart|vue|svelte)$/i;
/** Declarations, settings and generated code behave in no way that a test could show. */
const NO_BEHAVIOUR =
  /\.d\.[cm]?ts$|\.(?:config|conf|stories)\.\w+$|(?:^|\/)(?:index|__init__|types?|constants?|version)\.\w+$/i;

export default defineRule({
  id: 'change/tests-follow-code',
  title: 'Tests change with the code they are about',
  stages: ['test'],
  qualities: ['reliability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'change',
  needs: {
    obligations: link('change -> obligations'),
    unit: all('test-unit'),
    integration: all('test-integration'),
    endToEnd: all('test-e2e'),
  },
  messages: {
    behind:
      '{file}{others} in {area} changed, and no test did. If it behaves otherwise now, nothing would notice it breaking again: add the case that this change is about, or say why none is needed (`Tests: …`).',
    promised:
      '{file}{others} changed together with {contract}, and no test did. If what callers were promised is kept otherwise now, nothing would notice it breaking again: add the case that this change is about, or say why none is needed (`Tests: …`).',
  },
  check({ change }, { given, fault, gaps, pass, skip, unknown }) {
    const { areas, exempt } = given.obligations;
    const asked = areas.flatMap((area) => {
      const tests = area.obligations.find(({ name }) => name === 'tests');
      const files = behaving(area, change);
      return tests && files.length > 0 ? { area, tests, files } : [];
    });
    const [first] = asked;
    if (!first) return skip('it changes no code of a sensitive area');
    if (exempt !== undefined) return skip(exempt);
    const suites = given.unit.length + given.integration.length + given.endToEnd.length;
    if (suites === 0) return skip('there are no tests that could follow: test/present asks for them');
    if (first.tests.state === 'met') {
      const files = first.tests.evidence.flatMap((each) => (each.in === 'file' ? each.at : []));
      return pass(files.length > 0 ? files : first.files.map(({ at }) => at));
    }
    if (first.tests.state === 'unknown') return unknown(first.tests.why, first.files[0]?.at);
    const open = asked.find(({ area }) => area.configured) ?? first;
    const [file, ...others] = open.files;
    const evidence = first.files.map(({ at }) => at);
    if (!file) return gaps([], evidence);
    const values = { file: file.at.path, others: others.length === 0 ? '' : ` and ${others.length} more` };
    const [contract = file] = open.area.files;
    const options = { severity: open.area.configured ? 'warning' : 'info', discriminator: 'tests' } as const;
    return gaps(
      [
        isOfArea(open.area, file)
          ? fault('behind', file.at, { ...values, area: open.area.name }, options)
          : fault('promised', contract.at, { ...values, contract: contract.at.path }, options),
      ],
      evidence,
    );
  },
});

type Touched = Pick<TouchedFile, 'at'>;

/** Code of the area that a test could be about; of a contract the code that changes with it. */
function behaving({ name, files, configured }: TouchedArea, change: Change): readonly Touched[] {
  const own = files.filter(({ at, code }) => code && isTestable(at.path));
  if (name !== 'contract' || configured || own.length > 0) return own;
  return change.files.flatMap(({ path, state, pathClass, comments }) =>
    state === 'modified' && !comments && pathClass === 'authored' && CODE.test(path) && isTestable(path)
      ? { at: { path } }
      : [],
  );
}

/** Is it a file of the area, or one that changes beside it? */
const isOfArea = ({ files }: TouchedArea, { at }: Touched): boolean => files.some((file) => file.at.path === at.path);

const isTestable = (path: string): boolean => !TESTED_INLINE.test(path) && !NO_BEHAVIOUR.test(path);
