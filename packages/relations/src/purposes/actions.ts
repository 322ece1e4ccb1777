import type { Purpose } from '@shipworthy/model';

/**
 * What an action, an orb or a component is there for, by what it is called with: `owner/name`, without its version.
 * `with`: an input that must hold for it.
 */
export interface ActionUse {
  readonly action: RegExp;
  readonly purposes: readonly Purpose[];
  /** Name of an input, and what its value must be. Absent input: `otherwise`. */
  readonly input?: { readonly name: string; readonly value: RegExp; readonly otherwise: boolean };
}
const on = (action: RegExp, ...purposes: Purpose[]): ActionUse => ({ action, purposes });

export const ACTIONS: readonly ActionUse[] = [
  // Security.
  on(/^github\/codeql-action\/(?:analyze|autobuild)$/, 'sast'),
  on(
    /^(?:returntocorp|semgrep)\/semgrep-action|^securego\/gosec|^pycqa\/bandit|^bearer\/|^horusec|^ossf\/scorecard-action|^zizmorcore\/|^woodruffw\/zizmor|^checkmarx\/(?!kics)|^veracode\/|^shiftleft|^step-security\/(?!harden)|^advanced-security\/|^presidentbeef\/|^boostsecurityio\/poutine|^microsoft\/security-devops/i,
    'sast',
  ),
  on(
    /^actions\/dependency-review-action|^google\/osv-scanner|^pypa\/gh-action-pip-audit|^golang\/govulncheck-action|^rustsec\/audit-check|^actions-rs\/audit-check|^actions-rust-lang\/audit|^embarkstudios\/cargo-deny|^snyk\/actions|^anchore\/scan-action|^dependency-check\/|^sonatype|^nodesecurity|^oke-py\/npm-audit|^symfonycorp\/security-checker|^mend|^whitesource|^fossas?\/|^fossa-contrib\/|^blackduck|^synopsys|^jfrog\/frogbot|^pyupio\/safety|^lacework\/|^docker\/scout-action|^socketdev\/|^grafana\/(?:.*\/)?trivy/i,
    'dependency-scan',
  ),
  {
    action: /^(?:aquasecurity\/trivy-action|.*\/trivy)$/i,
    purposes: ['infrastructure-scan'],
    input: { name: 'scan-type', value: /config/, otherwise: false },
  },
  {
    action: /^(?:aquasecurity\/trivy-action|.*\/trivy)$/i,
    purposes: ['infrastructure-scan'],
    input: { name: 'scanners', value: /config/, otherwise: false },
  },
  {
    action: /^(?:aquasecurity\/trivy-action|.*\/trivy)$/i,
    purposes: ['secret-scan'],
    input: { name: 'scanners', value: /secret/, otherwise: false },
  },
  {
    action: /^(?:aquasecurity\/trivy-action|.*\/trivy)$/i,
    purposes: ['dependency-scan'],
    input: { name: 'scan-type', value: /^(?!config)/, otherwise: true },
  },
  on(
    /^(?:gitleaks\/gitleaks-action|zricethezav\/gitleaks|trufflesecurity\/trufflehog|gitguardian\/ggshield|reviewdog\/action-(?:gitleaks|detect-secrets)|secret-scanner\/|edplato\/trufflehog)|\/(?:gitleaks|trufflehog)(?:-action)?(?:[@/]|$)/i,
    'secret-scan',
  ),
  on(
    /^bridgecrewio\/checkov|^aquasecurity\/tfsec|^checkmarx\/kics|^tenable\/terrascan|^instrumenta\/conftest|^stelligent\/cfn|^infracost\/|^kubescape\//i,
    'infrastructure-scan',
  ),
  on(/^sonarsource\//i, 'sast', 'lint'),
  on(/^step-security\/harden-runner/i, 'housekeeping'),
  // Style.
  on(
    /^(?:super-linter|github)\/super-linter|^oxsecurity\/megalinter|^golangci\/|^reviewdog\/action-(?!setup|suggester)|^pre-commit\/action|^pre-commit-ci\/|^tox-dev\/action-pre-commit|^j178\/prek|^ibiqlik\/action-yamllint|^hadolint\/|^ludeeus\/action-shellcheck|^rhysd\/actionlint|^raven-actions\/|^davidanson\/markdownlint|^avto-dev\/markdown|^articulate\/actions-markdownlint|^nosborn\/|^crate-ci\/typos|^codespell-project\/|^streetsidesoftware\/cspell|^errata-ai\/vale|^vale-cli\/|^chartboost\/ruff-action|^astral-sh\/ruff-action|^biomejs\/(?!setup)|^stefanzweifel\/.*lint|^wearerequired\/lint-action|^dominikh\/staticcheck|^ansible\/ansible-lint|^stoplightio\/spectral|^helm\/chart-testing-action|^azure\/k8s-lint|^editorconfig-checker\/|^norio-nomura\/action-swiftlint|^cirruslabs\/swiftlint|^fsfe\/reuse|^apache\/skywalking-eyes|^wagoid\/commitlint|^amannn\/action-semantic|^bufbuild\/buf-(?:lint|action)|^clechasseur\/rs-clippy|^actions-rs\/clippy|^giraffate\/clippy|^auguwu\/clippy|^lycheeverse\/|^gaurav-nelson\/|^tcort\/|^trunk-io\/|^redhat-plumbers-in-action\/|^scacap\/action-surefire|^asottile\/|^docker:\/\/(?:rhysd\/actionlint|hadolint|koalaman\/shellcheck|cytopia)|^qlty|^codacy\/|^codeclimate|^swiftlint|^gradle\/(?:actions\/)?wrapper-validation|^hashicorp\/tflint|^frenck\/action-|^xmllint|^pycqa\/(?!bandit)|^piwheels|^azohra\/shell-linter|^jidicula\/clang-format|^cpp-linter\/|^crystal-ameba\//i,
    'lint',
  ),
  on(
    /^psf\/black|^jpetrucciani\/|^isort\/|^creyd|^actionsx\/prettier|^creyD\/prettier|^dotnet-format|^mvdan\/sh|^rickstaa\/action-black|^dprint\/|^actions-rust-lang\/rustfmt|^axel-op\/googlejavaformat|^doozyx\/clang-format|^dflook\/terraform-fmt/i,
    'format',
  ),
  on(/^jakebailey\/pyright|^tsuyoshicho\/action-mypy|^php-actions\/phpstan|^nullishcoalesce\/tsc/i, 'types'),
  // Tests.
  on(
    /^cypress-io\/github-action|^microsoft\/playwright|^saucelabs\/|^browserstack\/|^mobile-dev-inc\/action-maestro|^reactivecircus\/android-emulator-runner|^helm\/kind-action-test|^currents-dev\/|^chromaui\/|^argos-ci\//i,
    'e2e',
  ),
  on(/^grafana\/(?:k6-action|run-k6|setup-k6-and-run)|^artilleryio\/|^apimatic\/load|^treosh\/lighthouse/i, 'load'),
  on(
    /^schemathesis\/|^oasdiff\/|^pactflow\/|^bufbuild\/buf-breaking|^kamilkisiela\/graphql-inspector|^tufin\/oasdiff/i,
    'contract',
  ),
  on(
    /^php-actions\/phpunit|^robherley\/go-test|^n8maninger\/action-golang-test|^ClangBuiltArduino|^coactions\/.*test|^pavelzw\/pytest|^pypa\/cibuildwheel|^nick-fields\/jest|^game-ci\/unity-test|^google-github-actions\/run-.*tests|^julia-actions\/julia-runtest|^r-lib\/actions\/check-r-package|^gradle-test/i,
    'unit',
  ),
  // Builds.
  {
    action: /^docker\/(?:build-push-action|bake-action)$/i,
    purposes: ['build', 'publish'],
    input: { name: 'push', value: /^(?!false$)/i, otherwise: false },
  },
  on(
    /^docker\/(?:build-push-action|bake-action)$|^docker\/github-builder|^redhat-actions\/buildah-build|^ko-build\/|^imjasonh\/setup-ko|^pypa\/build|^hynek\/build-and-inspect|^pypa\/cibuildwheel|^game-ci\/unity-builder|^subosito\/.*build|^buildpacks\/|^depot\/(?:build|bake)|^whoan\/docker-build|^messense\/maturin|^pyo3\/maturin|^nixbuild|^cachix\/.*build|^julia-actions\/julia-buildpkg|^ilammy\/msvc/i,
    'build',
  ),
  on(
    /^redhat-actions\/push-to-registry|^pypa\/gh-action-pypi-publish|^js-devtools\/npm-publish|^softprops\/action-gh-release|^ncipollo\/release-action|^actions\/create-release|^actions\/upload-release-asset|^svenstaro\/upload-release|^goreleaser\/goreleaser-action|^googleapis\/release-please|^google-github-actions\/release-please|^changesets\/action|^cycjimmy\/semantic-release|^codfish\/semantic-release|^go-semantic-release|^python-semantic-release\/|^marvinpinto\/action-automatic|^helm\/chart-releaser|^katyo\/publish-crates|^rubygems\/release-gem|^cadensmith|^dart-lang\/setup-dart\/.github\/workflows\/publish|^jreleaser\/|^slsa-framework\/slsa-github-generator|^elgohr\/publish-docker|^mr-smithers-excellent\/docker-build-push|^nais\/(?:docker-build-push|attest-sign)|^release-drafter\/release-drafter|^hashicorp\/.*release|^snapcore\/action-publish|^r0adkll\/upload-google-play|^apple-actions\/upload|^appleboy\/docker|^taiki-e\/upload-rust-binary|^vedantmgoyal|^orhun\/git-cliff|^wangyoucao577\/go-release|^lannonbr\/vsce|^haaLeo\/publish-vscode|^stefanprodan\/helm-gh-pages|^appany\/helm-oci|^bsord\/helm-push|^actions\/attest|^dawidd6\/action-(?:homebrew|get-tag-release)/i,
    'publish',
  ),
  on(/^goreleaser\/goreleaser-action/i, 'build'),
  // Deployments.
  on(
    /^azure\/(?:webapps-deploy|k8s-deploy|functions-action|container-apps-deploy|aks-|arm-deploy|static-web-apps-deploy)|^aws-actions\/(?:amazon-ecs-deploy|aws-cloudformation|aws-lambda-deploy|aws-codedeploy)|^einaregilsson\/beanstalk|^google-github-actions\/deploy-|^nais\/deploy|^akhileshns\/heroku|^superfly\/flyctl-actions\/(?!setup)|^superfly\/fly-pr|^amondnet\/vercel|^bervprojects\/railway|^digitalocean\/app_action|^cloudflare\/(?:wrangler|pages)-action|^nwtgck\/actions-netlify|^netlify\/actions|^appleboy\/(?:ssh|scp)-action|^easingthemes\/ssh-deploy|^burnett01\/rsync|^firebaseextended\/|^w9jds\/firebase|^serverless\/github-action|^pulumi\/actions|^hashicorp\/(?!setup)(?:tfc|terraform)|^dflook\/(?:terraform|tofu)-apply|^deliverybot\/helm|^bitovi\/|^stefanprodan\/kustomize|^actions-hub\/kubectl|^steebchen\/kubectl|^koslib\/helm|^johnbeynon\/render|^render-examples|^jakejarvis\/s3-sync|^caprover\/|^dokku\/github-action|^cloud-gov\/cg-cli|^koyeb|^up(?:cloud|bound)\/deploy|^convictional\/trigger|^aws-actions\/amazon-ecs|^deployphp\/|^ansible\/.*playbook|^dawidd6\/action-ansible|^supabase\/.*deploy|^permify\/|^qovery|^northflank|^porter-dev/i,
    'deploy',
  ),
  on(
    /^actions\/deploy-pages|^peaceiris\/actions-gh-pages|^jamesives\/github-pages|^actions\/jekyll-build-pages|^crazy-max\/ghaction-github-pages|^readthedocs\/|^withastro\/action|^mhausenblas\/mkdocs|^peaceiris\/actions-(?:mdbook|hugo)|^squidfunk\//i,
    'documentation',
  ),
  // Housekeeping.
  on(
    /^actions\/(?:stale|labeler|first-interaction|add-to-project|create-github-app-token|delete-package)|^dessant\/|^peter-evans\/|^dependabot\/|^8398a7\/|^slackapi\/|^rtcamp\/|^actions-ecosystem\/|^mheap\/|^contributor-assistant|^cla-assistant|^tibdex\/|^renovatebot\/|^eps1lon\/|^korthout\/backport|^sqren\/backport|^tim-actions|^styfle\/cancel|^toko-bifrost|^hmarr\/auto-approve|^pascalgn\/|^kentaro-m\/|^toshimaru\/|^anthropics\/|^google-github-actions\/run-gemini|^openai\/|^coderabbitai/i,
    'housekeeping',
  ),
];

/** Actions that prepare, report or move things about: they hide no purpose. */
export const PREPARES =
  /^actions\/|(?:^|[/_-])(?:setup|set|install\w*|login|cache|caching|checkout|configure\w*|credentials|prepare|prep|get|find|fetch|download|upload|artifacts?|notify|notification|slack|discord|telegram|message|comment\w*|labels?|labeler|report\w*|summary|coverage|codecov|coveralls|badge|cancel|wait|sleep|retry|harden\w*|free|disk|space|cleanup|clean|delete|remove|prune|metadata|meta|version\w*|semver|tag|bump|changelog|changed|changes|paths?|filter|diff|env|environment|secrets?|vault|token|auth\w*|ssh|tunnel|agent|vpn|tailscale|toolchain|sdk|java|node|python|ruby|rust|golang|php|dotnet|emulator|kind|minikube|k3d|k3s|kind-action|cluster|docker|qemu|buildx|action-tmate|tmate|debug\w*|output|matrix|json|yq|jq|sccache|ccache|rust-cache|action-rs|import|gpg|sign\w*|cosign|sbom|attest\w*|provenance|commit|push|pull|pr|pull-request|merge|automerge|approve|assign\w*|reviewers?|issue\w*|project\w*|stale|backport|sync|mirror|status|check-?run|annotate|annotations?|timer|timestamp|date|skip-duplicate\w*|concurrency|turnstyle|swap|runner|start|stop|ec2|depot|nix|cachix|devbox|mise|asdf|conda|mamba|micromamba|pixi|uv|poetry|pnpm|bun|deno|zig|xcode|gradle|maven|bundler|msbuild|msys2|vcpkg|conan|apt|brew|choco\w*|winget|scoop|helm|kubectl|kustomize|terraform|opentofu|aws|gcloud|azure|flyctl|oc|openshift-client|keychain|provisioning|certificates?|keystore|decode|base64|file|files|write|read|replace|substitute|regex|template|render|variables?|parse|extract|convert|unzip|zip|copy)(?:[/_-]|$)/i;
