import { expect, test } from '@jest/globals';
import { purposesOfCommand } from './program-purposes.ts';
import { shellCommands } from './shell-commands.ts';

const purposesOf = (command: string, hint = '') =>
  purposesOfCommand(shellCommands(command)[0]?.words ?? [], hint)
    .map(({ purpose, only }) => (only ? `${purpose}[${only}]` : purpose))
    .join(' ');

test.each([
  ['vitest run', 'unit'],
  ['vitest run test/unit', 'unit[test/unit]'],
  ['vitest run test/integration', 'integration[test/integration]'],
  ['pytest -m integration', 'integration[integration]'],
  ['pytest -m "not integration" --ignore=tests/e2e', 'unit[not integration]'],
  ['pytest -n auto --cov=src tests/unit', 'unit[tests/unit]'],
  ['go test -race -tags=e2e ./...', 'e2e[e2e]'],
  ['go test -v -race ./...', 'unit'],
  ['go test -run ^$ -bench . ./...', ''],
  ['jest --testPathIgnorePatterns e2e', 'unit'],
  ['playwright test --project=chromium', 'e2e[chromium]'],
  ['playwright install', ''],
  ['cypress run', 'e2e'],
  ['k6 run load.js', 'load[load.js]'],
  ['schemathesis run openapi.yaml', 'contract[openapi.yaml]'],
  ['mvn -B verify', 'unit integration build'],
  ['./mvnw package -DskipTests', 'build'],
  ['./gradlew :app:testDebugUnitTest', 'unit'],
  ['./gradlew -Pcoverage testBetaDebugUnitTestCoverage --stacktrace', 'unit'],
  ['gradle check --no-daemon', 'unit lint'],
  ['gradle build -x test', 'build lint'],
  ['cargo clippy -- -D warnings', 'lint'],
  ['cargo test --workspace', 'unit'],
  ['helm unittest charts/shop', 'lint unit'],
  ['helm plugin install https://example.org/helm-unittest', ''],
  ['helm template charts/unittest', ''],
  ['dotnet test', 'unit'],
  ['dotnet test Shop.sln', 'unit'],
  ['dotnet test tests/Shop.IntegrationTests/Shop.IntegrationTests.csproj', 'integration[tests/Shop.IntegrationTests]'],
  ['mix format --check-formatted', 'format'],
  ['eslint --version', ''],
  ['biome ci', 'lint format'],
  ['trivy fs .', 'secret-scan dependency-scan'],
  ['trivy config .', 'infrastructure-scan'],
  ['npm audit --audit-level high', 'dependency-scan'],
  ['docker build -t a .', 'build'],
  ['docker push a', 'publish'],
  ['docker buildx build --push -t a .', 'build publish'],
  ['npm publish --dry-run', ''],
  ['kubectl apply -f k8s --dry-run=server', ''],
  ['kubectl apply -f k8s', 'deploy'],
  ['helm upgrade --install cart ./chart --atomic', 'deploy rollback smoke'],
  ['terraform plan', 'lint'],
  ['terraform apply -auto-approve', 'deploy'],
  ['node server.js', ''],
])('%s: %s', (command, purposes) => {
  expect(purposesOf(command)).toBe(purposes);
});

test('what led to a runner tells its layer where its words do not', () => {
  expect(purposesOf('jest', 'test:e2e')).toBe('e2e');
  expect(purposesOf('jest src', 'test:unit')).toBe('unit[src]');
});
