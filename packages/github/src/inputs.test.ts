import { describe, expect, test } from '@jest/globals';
import { readInputs } from './inputs.ts';

const DEFAULTS = {
  path: '',
  failOn: 'error',
  strictUnknown: false,
  checkRun: false,
  comment: false,
  uploadSarif: false,
};

describe('inputs', () => {
  test('have defaults, also where the runner hands in empty ones', () => {
    expect(readInputs({})).toEqual(DEFAULTS);
    expect(readInputs({ INPUT_PATH: '', 'INPUT_FAIL-ON': ' ', INPUT_TOKEN: '', INPUT_BASE: '' })).toEqual(DEFAULTS);
  });

  test('are named as the runner names them', () => {
    const given = {
      'INPUT_FAIL-ON': 'warning',
      INPUT_PRESET: 'strict',
      'INPUT_STRICT-UNKNOWN': 'True',
      INPUT_TOKEN: ' t\n',
      INPUT_BASE: 'main',
      'INPUT_CHECK-RUN': 'TRUE',
      INPUT_COMMENT: 'true',
      'INPUT_UPLOAD-SARIF': 'false',
    };
    expect(readInputs(given)).toEqual({
      path: '',
      failOn: 'warning',
      preset: 'strict',
      strictUnknown: true,
      token: 't',
      base: 'main',
      checkRun: true,
      comment: true,
      uploadSarif: false,
    });
  });

  test.each([
    ['services/a', 'services/a'],
    ['./services//a/', 'services/a'],
    ['services\\a', 'services/a'],
    ['.', ''],
    ['a..b', 'a..b'],
  ])('path %j is the folder %j', (given, folder) => {
    expect(readInputs({ INPUT_PATH: given }).path).toBe(folder);
  });

  test.each(['/etc', '..', 'a/../../b', '\\\\server\\share'])('path %j is refused', (given) => {
    expect(() => readInputs({ INPUT_PATH: given })).toThrow('leads out of the repository');
  });
});
