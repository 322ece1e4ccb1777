import { JVM } from './jvm-tools.ts';
import { type Uses, use } from './program-use.ts';

const RUNNERS =
  'jest vitest mocha ava tap tape uvu jasmine karma qunit nyc-mocha web-test-runner wtr ts-mocha lab pytest py.test nose2 nosetests unittest trial stestr green ward rspec minitest phpunit pest paratest codecept atoum bats busted gotestsum ginkgo richgo go-junit-test shellspec shunit2 ctest-runner tst tasty hspec eunit nextest ptw turbo_tests parallel_rspec parallel_test flank testem deftest kaocha robolectric cargo-nextest cargo-tarpaulin cargo-llvm-cov hardhat forge-test';

/**
 * Programs of a language that do many things by their first words, and runners of tests. `unit` stands for whatever tests
 * they find: the layer is then told by their arguments.
 */
export const LANGUAGES: ReadonlyMap<string, Uses> = new Map<string, Uses>([
  ...RUNNERS.split(' ').map((name): [string, Uses] => [
    name,
    [
      use(
        'unit',
        undefined,
        /^(?:--?(?:version|help|init|clearCache|showConfig|collect-only|co)|init)(?:\s|$)|--(?:collect-only|list-?tests|listTests)\b/,
      ),
    ],
  ]),
  [
    'go',
    [
      use('unit', /^test\b/, /-run[= ]['"]?\^?(?:\$|NONE|X{3}|-)['"]?(?:\s|$)|\s-c(?:\s|$)/),
      use('lint', /^vet\b/),
      use('format', /^fmt\b/),
      use('build', /^(?:build|install \.)/),
    ],
  ],
  [
    'cargo',
    [
      use('unit', /^(?:\+\S+ )?(?:test|t|nextest|tarpaulin|llvm-cov|miri test)\b/),
      use('lint', /^(?:\+\S+ )?(?:clippy|machete|udeps|spellcheck|semver-checks|hack)\b/),
      use('types', /^(?:\+\S+ )?(?:check|c)\b/),
      use('format', /^(?:\+\S+ )?fmt\b/),
      use('build', /^(?:\+\S+ )?(?:build|b|zigbuild|ndk|dist)\b/),
      use('dependency-scan', /^(?:\+\S+ )?(?:audit|deny|vet)\b/),
      use('publish', /^(?:\+\S+ )?(?:publish|release|workspaces publish)\b/, /--dry-run/),
      use('documentation', /^(?:\+\S+ )?doc\b/),
    ],
  ],
  ['cross', [use('unit', /^test\b/), use('build', /^build\b/)]],
  ['rustc', [use('build')]],
  [
    'dotnet',
    [
      use('unit', /^(?:test|vstest)\b/),
      use('build', /^(?:build|pack|publish)\b/),
      use('format', /^format\b/),
      use('publish', /^nuget push\b/),
      use('dependency-scan', /^list\b.*--vulnerable/),
    ],
  ],
  ['msbuild', [use('build')]],
  ['vstest.console', [use('unit')]],
  ['nuget', [use('publish', /^push\b/)]],
  [
    'mix',
    [
      use('unit', /^(?:test|coveralls\S*)\b/),
      use('lint', /^(?:credo|lint)\b|^compile .*--warnings-as-errors/),
      use('format', /^format\b/),
      use('types', /^dialyzer\b/),
      use('sast', /^sobelow\b/),
      use('dependency-scan', /^(?:deps\.audit|hex\.audit)\b/),
      use('build', /^(?:release|compile|escript\.build|phx\.digest|assets\.deploy)\b/),
      use('publish', /^hex\.publish\b/),
      use('documentation', /^docs\b/),
    ],
  ],
  ['crystal', [use('unit', /^spec\b/), use('format', /^tool format\b/), use('build', /^build\b/)]],
  ['shards', [use('build', /^build\b/)]],
  ['ameba', [use('lint')]],
  ['nimble', [use('unit', /^test\b/), use('build', /^build\b/), use('publish', /^publish\b/)]],
  ['molecule', [use('integration', /^(?:test|verify|converge)\b/), use('lint', /^lint\b/)]],
  ['pdk', [use('unit', /^test\b/), use('lint', /^validate\b/), use('build', /^build\b/)]],
  [
    'rebar3',
    [
      use('unit', /^(?:eunit|ct|proper)\b/),
      use('types', /^dialyzer\b/),
      use('lint', /^(?:lint|xref)\b/),
      use('build', /^(?:compile|release)\b/),
    ],
  ],
  [
    'rails',
    [
      use('e2e', /^test:(?:system|all)\b/),
      use('unit', /^(?:test|spec)\b/),
      use('lint', /^zeitwerk:check\b/),
      use('build', /^assets:precompile\b/),
    ],
  ],
  ['hanami', [use('build', /^assets compile\b/)]],
  ['gem', [use('build', /^build\b/), use('publish', /^push\b/)]],
  ['php', [use('unit', /\b(?:artisan|spark) test\b|\bphpunit\b|\bpest\b/), use('lint', /^-l\b/)]],
  ['artisan', [use('unit', /^test\b/)]],
  ['composer', [use('dependency-scan', /^audit\b/)]],
  [
    'flutter',
    [
      use('unit', /^test\b(?!.*integration_test)/),
      use('e2e', /^(?:drive\b|test\b.*integration_test)/),
      use('lint', /^analyze\b/),
      use('build', /^build\b/),
    ],
  ],
  [
    'dart',
    [
      use('unit', /^(?:test|run test)\b/),
      use('lint', /^analyze\b/),
      use('format', /^format\b/),
      use('build', /^compile\b/),
      use('publish', /^pub publish\b/),
    ],
  ],
  ['melos', [use('lint', /\banalyze\b/), use('unit', /\btest\b/), use('format', /\bformat\b/)]],
  [
    'deno',
    [
      use('unit', /^test\b/),
      use('lint', /^lint\b/),
      use('format', /^fmt\b/),
      use('types', /^check\b/),
      use('build', /^(?:compile|bundle)\b/),
      use('publish', /^publish\b/),
      use('documentation', /^doc\b/),
    ],
  ],
  ['node', [use('unit', /^(?:-\S+ )*--test\b/), use('lint', /^(?:-c|--check)\b/)]],
  ['bun', [use('unit', /^test\b/), use('build', /^build\b/), use('publish', /^publish\b/)]],
  ['jsr', [use('publish', /^publish\b/)]],
  [
    'npm',
    [
      use('dependency-scan', /^audit\b/, /^audit fix\b/),
      use('publish', /^publish\b/, /--dry-run/),
      use('build', /^pack\b/),
    ],
  ],
  [
    'pnpm',
    [use('dependency-scan', /\baudit\b/), use('publish', /(?:^|\s)publish\b/, /--dry-run/), use('build', /^pack\b/)],
  ],
  [
    'yarn',
    [
      use('dependency-scan', /^(?:npm )?audit\b/),
      use('publish', /^(?:npm )?publish\b|\bworkspaces foreach\b.*\bpublish\b/),
      use('build', /^pack\b/),
    ],
  ],
  ['lerna', [use('publish', /^publish\b/)]],
  [
    'uv',
    [
      use('build', /^build\b/),
      use('publish', /^publish\b/),
      use('dependency-scan', /^audit\b/),
      use('format', /^format\b/),
    ],
  ],
  ['poetry', [use('build', /^build\b/), use('publish', /^publish\b/), use('lint', /^check\b/)]],
  ['pdm', [use('build', /^build\b/), use('publish', /^publish\b/)]],
  [
    'hatch',
    [
      use('build', /^build\b/),
      use('publish', /^publish\b/),
      use('unit', /^(?:test|run\s+(?:\S+:)?(?:cov|test\S*))\b/),
      use('lint', /^(?:fmt|run\s+lint:\S+)\b/),
      use('types', /^run types:/),
    ],
  ],
  [
    'rye',
    [
      use('unit', /^test\b/),
      use('lint', /^lint\b/),
      use('format', /^fmt\b/),
      use('build', /^build\b/),
      use('publish', /^publish\b/),
    ],
  ],
  [
    'python',
    [
      use('unit', /\bmanage\.py (?:test|pytest)\b|\bsetup\.py test\b|\bruntests?\.py\b|\brun_tests\.py\b/),
      use('build', /\bsetup\.py (?:\S+ )*(?:sdist|bdist_wheel|bdist)\b|^-m build\b/),
      use('publish', /\bsetup\.py (?:\S+ )*upload\b/),
    ],
  ],
  ['helm', [use('unit', /^unittest\b/)]],
  ['manage.py', [use('unit', /^(?:test|pytest)\b/)]],
  [
    'docker',
    [
      use('build', /^(?:buildx? (?:build|bake)|build|image build|compose\b(?: -\S+(?:[= ]\S+)?)* build|bake)\b/),
      use(
        'publish',
        /^(?:push|image push|manifest push|compose\b(?: \S+)* push)\b|^(?:buildx )?(?:build|bake)\b.*--push\b|^buildx imagetools create\b/,
      ),
      use('deploy', /^(?:stack deploy|service update)\b/),
      use('dependency-scan', /^(?:scout (?:cves|quickview)|scan)\b/),
    ],
  ],
  ['podman', [use('build', /^build\b/), use('publish', /^(?:manifest )?push\b/)]],
  ['nix', [use('build', /^build\b/), use('unit', /^flake check\b/), use('format', /^fmt\b/)]],
  ['nix-build', [use('build')]],
  ['stack', [use('unit', /^test\b|--test\b/), use('build', /^(?:build|install)\b/)]],
  ['cabal', [use('unit', /^(?:v2-)?test\b/), use('build', /^(?:v2-)?build\b/)]],
  ['zig', [use('unit', /^(?:build )?test\b/), use('build', /^build\b(?! test)/)]],
  ['dune', [use('unit', /^(?:test|runtest|build @runtest)\b/), use('build', /^build\b/), use('format', /@fmt\b/)]],
  ['opam', [use('build', /^install\b/)]],
  ['julia', [use('unit', /Pkg\.test|runtests/)]],
  ['Rscript', [use('unit', /testthat|R CMD check|devtools::(?:test|check)|rcmdcheck/)]],
  [
    'fastlane',
    [
      use('unit', /\b(?:test|tests|scan|unit_tests?)\b/),
      use('build', /\b(?:build|gym|assemble)\w*\b/),
      use('publish', /\b(?:beta|release|deploy|pilot|deliver|supply|upload\w*|alpha|production)\b/),
    ],
  ],
  ['forge', [use('unit', /^test\b/), use('build', /^build\b/), use('format', /^fmt\b/)]],
  ...JVM,
]);
