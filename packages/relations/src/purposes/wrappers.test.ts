import { expect, test } from '@jest/globals';
import { shellCommands } from './shell-commands.ts';
import { programName, unwrapped } from './wrappers.ts';

const innerOf = (command: string) => {
  const inner = unwrapped(shellCommands(command)[0]?.words ?? [], (word) => word === 'go' || word === 'make');
  return 'script' in inner ? `script: ${inner.script}` : inner.words.join(' ');
};

test.each([
  ['CI=1 NODE_ENV=test jest --ci', 'jest --ci'],
  ['time env -u B A=1 make test', 'make test'],
  ['npx -y --package jest jest', 'jest'],
  ['npx jest@29 --ci', 'jest --ci'],
  ['pnpm exec eslint .', 'eslint .'],
  ['pnpm dlx cspell lint', 'cspell lint'],
  ['uv run --extra dev --python 3.12 pytest -q', 'pytest -q'],
  ['poetry run python -m pytest tests', 'pytest tests'],
  ['bundle exec rspec spec/models', 'rspec spec/models'],
  ['go tool -modfile=tools/go.mod govulncheck ./...', 'govulncheck ./...'],
  ['coverage run --source=a -m pytest', 'pytest'],
  ['docker compose run --rm -e A=1 web pytest', 'pytest'],
  ['docker-compose -f a.yml exec -T web rspec', 'rspec'],
  ['docker run --rm -v "$PWD:/src" -w /src golang:1.23 go test ./...', 'go test ./...'],
  ['docker run --rm zricethezav/gitleaks:v8', 'gitleaks'],
  ['docker run --rm -v a:/b $(MAKEIMAGE) -v x', 'make -v x'],
  ['docker run --rm $(DOCKER_GO_IMAGE)', 'go'],
  ['docker run --rm $(OTHER_IMAGE) -v x', 'docker run --rm $(OTHER_IMAGE) -v x'],
  ['docker run --rm acme.io:5000/tools/go:1.23 vet ./...', 'go vet ./...'],
  ['docker run --rm acme/make:1 ./build.sh', './build.sh'],
  ['xvfb-run -a npm test', 'npm test'],
  ['timeout 10m make test', 'make test'],
  ['nix develop .#ci -c make lint', 'make lint'],
  ['nix-shell --run "make lint"', 'script: make lint'],
  ['bash -euo pipefail -c "a && b"', 'script: a && b'],
  ['bash scripts/test.sh x', 'scripts/test.sh x'],
  ['sh test.sh', './test.sh'],
  ['start-server-and-test start http://a "cypress run"', 'script: cypress run'],
  ['find . -name Chart.yaml -exec helm lint {} +', 'helm lint {} +'],
  ['$(Q) go test', 'go test'],
  [`\${{ env.IN_DOCKER }} make test`, 'make test'],
  ['mise exec -- go vet ./...', 'go vet ./...'],
  ['sudo -u ci -E make', 'make'],
])('%s: %s', (command, inner) => {
  expect(innerOf(command)).toBe(inner);
});

test.each([
  ['./node_modules/.bin/jest', 'jest'],
  ['$(GOLANGCI_LINT)', 'golangci-lint'],
  [`\${PROMTOOL_BIN}`, 'promtool'],
  ['@redocly/cli@1.2', 'redocly'],
  ['gradlew.bat', 'gradlew'],
  ['$(shell command -v uv 2> /dev/null)', 'uv'],
])('%s is %s', (word, name) => {
  expect(programName(word)).toBe(name);
});
