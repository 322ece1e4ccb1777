import type { Artifact, ReadProblem } from '@shipworthy/model';
import { readTemplateYaml } from '../formats/template/index.ts';
import type { Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { counted, type UncountedAlert } from './alert.ts';
import { documentArtifacts, overflow } from './document.ts';
import { jsonnetAlerts } from './jsonnet.ts';
import { scrapeAlerts } from './scrape.ts';
import { pathSignal } from './signals.ts';

/** An object that says of itself that it holds rules, even where the line scan finds none (JSON on one line). */
const RULE_OBJECT = /["']?kind["']?[ \t]*:[ \t]*["']?(?:PrometheusRule|VMRule)\b/;

type AlertArtifact = Artifact<'alert-rules'>;

/** All alert definitions of a file: one artifact per document that holds some. */
export function parseAlertRules(file: RepositoryFile): Parsed<'alert-rules'> {
  if (/\.(?:lib|j)sonnet$/i.test(file.path))
    return {
      artifacts: scraped(file, jsonnetAlerts(file.text), 'jsonnet', 'alerts with an expression, seen by a line scan'),
      problems: [],
    };
  const yaml = readTemplateYaml(file);
  const artifacts: AlertArtifact[] = [];
  const problems: ReadProblem[] = [];
  const place = (span: readonly [number, number]) => span;
  const text = { original: file.text, parsed: yaml.text, level: yaml.level, unknown: yaml.unknown, place };
  for (const document of yaml.documents) {
    const found = documentArtifacts(file, document, text);
    artifacts.push(...found.artifacts);
    problems.push(...found.problems);
  }
  if (yaml.problems.length > 0) {
    const known = new Set(artifacts.flatMap(({ facts }) => facts.alerts.map(({ name }) => name)));
    const missed = scrapeAlerts(file.text).filter(({ name }) => !known.has(name));
    artifacts.push(...scraped(file, missed, 'prometheus', 'lines that define alerts, in a file that does not parse'));
    if (missed.length > 0 || (artifacts.length === 0 && RULE_OBJECT.test(file.text)))
      for (const { what, at, effect } of yaml.problems)
        problems.push({ kind: 'alert-rules', what, at, effect: yaml.level === 'tolerant' ? 'unseen' : effect });
  }
  problems.push(...overflow(file));
  return { artifacts, problems };
}

function scraped(
  file: RepositoryFile,
  alerts: readonly UncountedAlert[],
  dialect: AlertArtifact['facts']['dialect'],
  why: string,
): AlertArtifact[] {
  if (alerts.length === 0) return [];
  const path = pathSignal(file.path);
  return [
    {
      kind: 'alert-rules',
      path: file.path,
      pathClass: file.pathClass,
      level: 'scraped',
      confidence: path ? 0.75 : 0.6,
      why: [why, ...(path ? [path] : [])],
      id: file.path,
      facts: { dialect, alerts: counted(alerts), faults: [] },
    },
  ];
}
