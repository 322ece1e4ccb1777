import type { Artifact, HealthCheckFacts } from '@shipworthy/model';
import { readDockerfile } from '../container-build/dockerfile.ts';
import { deploymentKind } from '../deployment/kind.ts';
import { readDeployment } from '../deployment/parse.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { frameworkChecks, mayTurnOnHealth } from './frameworks.ts';
import { isNamedAfterHealth, isSourceCandidate, roleOf, sourceChecks } from './source-signs.ts';

type Check = HealthCheckFacts['checks'][number];

const BY_CONTENT = 0.7;
const NAMED = 0.85;

export function parseHealthCheck(file: RepositoryFile): Parsed<'health-check'> {
  const source = isSourceCandidate(file.path);
  const named = isNamedAfterHealth(file.baseName);
  const checks = checksOf(file, source, named);
  if (checks.length === 0) return { artifacts: [], problems: [] };
  const artifact: Artifact<'health-check'> = {
    kind: 'health-check',
    path: file.path,
    pathClass: file.pathClass,
    level: source ? 'scraped' : 'parsed',
    confidence: named ? NAMED : BY_CONTENT,
    why: [source ? 'answers a check' : 'asks a program whether it is well', ...(named ? ['is named after it'] : [])],
    id: file.path,
    facts: { checks },
  };
  return { artifacts: [artifact], problems: [] };
}

function checksOf(file: RepositoryFile, source: boolean, named: boolean): Check[] {
  if (source) return sourceChecks(file.text, named);
  if (mayTurnOnHealth(file.baseName)) return frameworkChecks(file);
  return /file/i.test(file.baseName) ? imageCheck(file) : probes(file);
}

function imageCheck(file: RepositoryFile): Check[] {
  const check = readDockerfile(file.text)?.healthCheck;
  if (!check || check.none) return [];
  const path = /https?:\/\/[^/\s"']+(\/[^\s"'|&;)]*)?/.exec(check.command)?.[1];
  return [{ at: check.at, how: 'command', role: 'health', ...(path === undefined ? {} : { path }) }];
}

/** The probes of a manifest, of everything that runs by itself. */
function probes(file: RepositoryFile): Check[] {
  if (!deploymentKind.sniff(file)) return [];
  const deployment = readDeployment(file);
  if (deployment?.level === 'scraped') return scrapedProbes(file.text);
  const workloads = deployment?.pieces.workloads ?? [];
  return workloads.flatMap(({ containers }) =>
    containers.flatMap((container) =>
      (['liveness', 'readiness', 'startup'] as const).flatMap((role): Check[] => {
        const probe = container[role];
        if (!probe) return [];
        const path = probe.path?.text;
        const how = probe.how === 'grpc' ? 'grpc' : probe.how === 'command' ? 'command' : 'probe';
        const said = path === undefined ? role : roleOf(path);
        return [{ at: probe.at, how, role: said === 'health' ? role : said, ...(path === undefined ? {} : { path }) }];
      }),
    ),
  );
}

const PROBE = /^[ \t]+(?:- )?(liveness|readiness|startup)Probe:/gm;

/** Of a template that only its engine can put together. */
function scrapedProbes(text: string): Check[] {
  return [...text.matchAll(PROBE)].map(({ 0: line, 1: role, index }) => ({
    at: [index + line.search(/\S/), index + line.length],
    how: 'probe',
    role: role === 'readiness' ? 'readiness' : role === 'startup' ? 'startup' : 'liveness',
  }));
}
