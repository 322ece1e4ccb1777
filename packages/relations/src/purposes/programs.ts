import { type ProgramUse, type Uses, use } from './program-use.ts';

const LOOKS_AROUND = /^(?:--?(?:help|version|v|V|h)|version|help|init|install|login|completion)(?:\s|$)/;
const each = (names: string, ...uses: ProgramUse[]): [string, Uses][] => names.split(' ').map((name) => [name, uses]);

/** Linters, formatters and type checkers, by the name of the program. */
const STYLE: readonly [string, Uses][] = [
  ...each('helm', use('lint', /(?:^|\s)(?:lint|unittest)\b/)),
  ...each('ct', use('lint', /^lint/), use('e2e', /install/)),
  ...each(
    'backstage-cli',
    use('lint', /^(?:repo|package) lint\b/),
    use('unit', /^(?:repo|package) test\b/),
    use('build', /^(?:repo|package) build\b/),
  ),
  ...each(
    'eslint eslint_d tslint xo standard semistandard oxlint jshint stylelint ls-lint knip golangci-lint staticcheck revive golint errcheck go-arch-lint misspell nilaway flake8 pylint pycodestyle pydocstyle pyflakes prospector bandit-lint rubocop standardrb reek erb_lint erblint haml-lint slim-lint brakeman-lint shellcheck checkbashisms hadolint dockle yamllint jsonlint markdownlint markdownlint-cli2 mdl remark vale cspell codespell typos alex textlint ansible-lint actionlint tflint terraform-docs helm-docs detekt ktlint swiftlint checkstyle pmd spotbugs phpcs phpmd php-cs-fixer phplint credo scalafix clj-kondo hlint luacheck selene cppcheck clang-tidy cpplint buildifier buf-lint protolint api-linter spectral redocly vacuum sqlfluff squawk dotenv-linter editorconfig-checker ec commitlint gitlint djlint curlylint htmlhint html-validate linthtml pint pylama vulture deptry import-linter lint-imports ruff-lint cargo-clippy dart_code_metrics dcm license-checker addlicense reuse licensed go-licenses license-eye kube-linter kube-score kubeconform kubeval kubelinter polaris datree pluto mixtool dashboard-linter promtool amtool cloudprober prek lint-staged nbqa regal mega-linter super-linter megalinter ktlintcheck publint arethetypeswrong attw size-limit sherif syncpack manypkg dependency-cruiser depcruise madge doctoc lychee markdown-link-check linkcheck muffet htmltest rumdl taplo',
    use('lint', undefined, LOOKS_AROUND),
  ),
  ...each(
    'prettier dprint black isort yapf autopep8 gofmt gofumpt goimports gci rustfmt clang-format scalafmt shfmt cljfmt fourmolu ormolu stylua nixfmt alejandra nixpkgs-fmt treefmt swiftformat swift-format csharpier google-java-format zprint ktfmt mdformat jsonnetfmt pyupgrade',
    use('format', undefined, LOOKS_AROUND),
  ),
  ...each('biome', use('lint', /^(?:ci|check|lint)\b/), use('format', /^(?:ci|check|format)\b/)),
  ...each('ruff', use('format', /^format\b/), use('lint', undefined, /^(?:format|clean|--version)\b/)),
  ...each(
    'tsc tsgo vue-tsc svelte-check tspc glint mypy dmypy pyright basedpyright pyre pytype ty pyrefly sorbet srb steep dialyzer phpstan psalm flow tsd dts-lint',
    use('types', undefined, /^(?:--?(?:version|help|v|h|init)|init)(?:\s|$)/),
  ),
  ...each('astro', use('types', /^check\b/), use('build', /^build\b/)),
  ...each('pre-commit', use('lint', /^(?:run|try-repo)\b/)),
  ...each('lefthook', use('lint', /^run\b/)),
  ...each('trunk', use('lint', /^(?:check|fmt)\b/), use('build', /^build\b/)),
  ...each(
    'buf',
    use('lint', /^lint\b/),
    use('format', /^format\b/),
    use('contract', /^breaking\b/),
    use('build', /^(?:build|generate)\b/),
    use('publish', /^push\b/),
  ),
  ...each('oasdiff openapi-diff graphql-inspector', use('contract')),
];

/** Scanners for weaknesses, dependencies and secrets. */
const SECURITY: readonly [string, Uses][] = [
  ...each(
    'gitleaks trufflehog detect-secrets detect-secrets-hook secretlint ggshield git-secrets noseyparker whispers talisman kingfisher titus betterleaks',
    use('secret-scan', undefined, LOOKS_AROUND),
  ),
  ...each(
    'semgrep opengrep codeql gosec bandit brakeman njsscan sobelow flawfinder bearer horusec insidersec security-code-scan spotbugs-security psalm-taint progpilot mobsfscan',
    use('sast', undefined, LOOKS_AROUND),
  ),
  ...each('zizmor poutine octoscan scorecard', use('sast', undefined, LOOKS_AROUND)),
  ...each(
    'osv-scanner pip-audit safety govulncheck nancy cargo-audit cargo-deny bundle-audit bundler-audit ruby-audit dependency-check grype retire auditjs audit-ci better-npm-audit npm-audit-resolver local-php-security-checker oysteR depscan owasp-dependency-check xeol vet',
    use('dependency-scan', undefined, LOOKS_AROUND),
  ),
  ...each(
    'trivy',
    use(
      'infrastructure-scan',
      /^(?:config|conf|k8s|kubernetes)\b|--(?:security-checks|scanners)[= ]\S*(?:config|misconfig)/,
    ),
    use(
      'secret-scan',
      /--(?:security-checks|scanners)[= ]\S*secret|^(?:fs|filesystem|repo|repository|rootfs)\b(?!.*--(?:security-checks|scanners))/,
    ),
    use(
      'dependency-scan',
      /^(?:image|i|fs|filesystem|repo|repository|rootfs|sbom|vm)\b(?!.*--(?:security-checks|scanners)[= ](?:(?:misconfig|config|secret),?)+(?:\s|$))/,
    ),
  ),
  ...each(
    'snyk',
    use('dependency-scan', /^(?:test|monitor|container)\b/),
    use('sast', /^code\b/),
    use('infrastructure-scan', /^iac\b/),
  ),
  ...each(
    'checkov tfsec terrascan kics kubesec kubescape conftest cfn-nag cfn_nag_scan cfn-guard cfn-lint infracost terraform-compliance',
    use('infrastructure-scan', undefined, LOOKS_AROUND),
  ),
  ...each('sonar-scanner sonar', use('sast'), use('lint')),
];

/** Tests that are of one layer whatever their arguments are. */
const TESTS: readonly [string, Uses][] = [
  ...each('cypress', use('e2e', /^(?:run|open)?(?:\s|$)/, /^(?:install|verify|info|cache|version)\b/)),
  ...each('playwright', use('e2e', /^test\b/)),
  ...each(
    'wdio testcafe nightwatch codeceptjs detox maestro appium protractor chainsaw kuttl kubectl-kuttl ginkgo-e2e behat cucumber cucumber-js behave robot pabot bruno hurl tavern newman karate venom gauge backstop lost-pixel chromatic argos percy loki',
    use('e2e', undefined, LOOKS_AROUND),
  ),
  ...each(
    'k6 locust artillery gatling jmeter vegeta wrk wrk2 hey oha autocannon bombardier drill ghz tsung siege lhci lighthouse unlighthouse',
    use('load', undefined, LOOKS_AROUND),
  ),
  ...each(
    'schemathesis st dredd pact pact-broker pact-provider-verifier pact_verifier_cli specmatic portman microcks prism-contract',
    use('contract', undefined, LOOKS_AROUND),
  ),
  ...each('pact-verifier', use('contract')),
];

/** Programs that build, publish and document. */
const BUILDS: readonly [string, Uses][] = [
  ...each(
    'webpack vite-build rollup esbuild parcel tsup tsdown unbuild microbundle swc babel rspack rsbuild ncc pkgroll bob-build tsup-node ng-packagr bunchee',
    use('build', undefined, LOOKS_AROUND),
  ),
  ...each('vite', use('build', /^build\b/)),
  ...each(
    'next nuxt nuxi remix react-router gatsby ng vue-cli-service react-scripts svelte-kit qwik umi expo ember quasar razzle electron-vite wxt plasmo nest medusa strapi keystone redwood rw blitz payload',
    use('build', /^(?:build|generate|export)\b/),
    use('lint', /^lint\b/),
    use('unit', /^test(?::unit)?\b/),
    use('e2e', /^(?:e2e|test:e2e)\b/),
  ),
  ...each('electron-builder electron-forge', use('build'), use('publish', /--publish(?:[= ](?!never)\S)|^publish\b/)),
  ...each('cmake', use('build', /--build\b/)),
  ...each('ninja meson scons xmake premake5', use('build', undefined, /\b(?:test|install)\b/), use('unit', /\btest\b/)),
  ...each('ctest', use('unit')),
  ...each(
    'buck buck2 pants please plz',
    use('build', /^(?:build|package)\b/),
    use('unit', /^test\b/),
    use('lint', /^(?:lint|check)\b/),
    use('publish', /^publish\b/),
  ),
  ...each('bazel bazelisk', use('build', /(?:^|\s)build\b/), use('unit', /(?:^|\s)(?:test|coverage)\b/)),
  ...each('earthly', use('build')),
  ...each(
    'buildah kaniko executor img pack ko nixpacks s2i jib werf apko melange rockcraft snapcraft charmcraft flatpak-builder',
    use('build', undefined, LOOKS_AROUND),
    use('publish', /\bpush\b|--(?:push|publish|destination)\b/),
  ),
  ...each(
    'goreleaser',
    use('build', /\b(?:build|release|check)\b/),
    use('publish', /\brelease\b/, /--snapshot|--skip[=-]\S*publish/),
  ),
  ...each(
    'semantic-release release-it np auto changeset jreleaser release-plz cargo-release dist lerna-lite bumpp standard-version',
    use(
      'publish',
      /^(?!(?:version|status|check|plan|add|pre|--dry-run|-d)\b)/,
      /--dry-run|^(?:version|status|add|pre|tag|--help)\b/,
    ),
  ),
  ...each('twine', use('publish', /^upload\b/), use('build', /^check\b/)),
  ...each('flit', use('publish', /^publish\b/), use('build', /^build\b/)),
  ...each('build', use('build')),
  ...each(
    'pyinstaller nuitka cibuildwheel maturin shiv pex cxfreeze',
    use('build', undefined, /^(?:upload|publish)\b/),
    use('publish', /^(?:upload|publish)\b/),
  ),
  ...each('vsce ovsx', use('build', /^package\b/), use('publish', /^publish\b/)),
  ...each('gh', use('publish', /^release (?:create|upload)\b/), use('housekeeping', /^(?:issue|pr|label)\b/)),
  ...each('glab release-cli', use('publish', /^(?:release )?(?:create|upload)\b/)),
  ...each('crane skopeo oras regctl', use('publish', /^(?:push|copy|cp|mutate|tag|index|image copy)\b/)),
  ...each('cosign', use('publish', /^sign\b/)),
  ...each(
    'mkdocs sphinx-build hugo docusaurus typedoc jsdoc mdbook antora vitepress vuepress jekyll zola pdoc doxygen rustdoc godoc yard asciidoctor bikeshed docfx sphinx-apidoc make-docs storybook build-storybook',
    use('documentation', undefined, LOOKS_AROUND),
  ),
  ...each(
    'xcodebuild',
    use('unit', /\btest(?:-without-building)?\b/),
    use('build', /\b(?:build|archive|build-for-testing)\b|^(?!.*\btest)/),
  ),
  ...each('swift', use('unit', /^test\b/), use('build', /^build\b/), use('format', /^format\b/)),
];

/** Every program by its name. */
export const PROGRAMS: ReadonlyMap<string, Uses> = new Map([...STYLE, ...SECURITY, ...TESTS, ...BUILDS]);
