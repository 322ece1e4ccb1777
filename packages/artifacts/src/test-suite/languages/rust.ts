import type { TestLanguage } from './language.ts';

export const RUST: TestLanguage = {
  name: 'Rust',
  extensions: ['rs'],
  named: /^tests?\.rs$|_tests?\.rs$|^test_\w+\.rs$/,
  byFolder: true,
  inline: true,
  cases:
    /#\[(?:\w+::){0,3}(?:\w*test|rstest|test_case|test_log|case|proptest|quickcheck|wasm_bindgen_test|test_matrix)(?:\([^\]\n]{0,200}\))?\]|\bproptest!\s*\{|^\s*\w*test\w*!\s*[({]/m,
  checks:
    /\b\w*assert\w*!|\bshould_panic\b|\binsta::|\.assert\(|\bprop_assert|\.unwrap\(\)|\bpanic!|\b\w*assert\w*\(|\.expect\(|\beqnice!/,
  runners: [['cargo test', /./]],
  signs: [
    { means: 'pact', layer: 'contract', sign: /\bpact_(?:verifier|consumer|matching)\b/ },
    { means: 'browser', layer: 'e2e', sign: /\bfantoccini\b|\bthirtyfour\b|\bheadless_chrome\b|\bchromiumoxide\b/ },
    { means: 'testcontainers', layer: 'integration', sign: /\btestcontainers\b|\bpgtemp\b|\bpg_embed\b/ },
    {
      means: 'application',
      layer: 'integration',
      sign: /\bassert_cmd\b|\bcargo_bin\w*\b|\bCARGO_BIN_EXE|\btrycmd\b|\bTestCommand\b/,
    },
    { means: 'database', layer: 'integration', sign: /#\[sqlx::test\b|#\[test_context\(/ },
    { means: 'database', sign: /\bPgPool\b|\bDATABASE_URL\b|\bPgConnection\b/ },
    { means: 'wiremock', sign: /\bwiremock\b/ },
    { means: 'http-stub', sign: /\bmockito::|\bhttpmock\b/ },
  ],
};
