import {
  DEFAULT_VOCABULARY,
  type FileChoices,
  type Kind,
  type PathClass,
  type Place,
  type Preset,
  type RubricQuestion,
} from '@shipworthy/model';
import { folderPath } from './check-meaning.ts';
import type { Config, Evidence, Exemption, RuleSetting } from './config.ts';
import { matcherOf } from './glob.ts';
import { isArea, type RawConfig, type RawRules, several } from './raw.ts';
import { type ConfigNode, itemsOf, valueAt } from './tree.ts';
import { mergedVocabulary } from './vocabulary.ts';

/** One file's part of the configuration. */
export interface Layer {
  readonly path: string;
  readonly raw: RawConfig;
  readonly text: string;
  readonly root: ConfigNode | undefined;
  readonly preset?: Preset;
  readonly packs: readonly string[];
}

/** The layers in one: maps are merged key by key, lists follow each other, single values are replaced. Base layers first. */
export function effectiveConfig(layers: readonly Layer[]): Config {
  const last = <T>(pick: (raw: RawConfig) => T | null | undefined): T | undefined =>
    layers.reduce<T | undefined>((found, { raw }) => pick(raw) ?? found, undefined);
  const merged = <T>(pick: (raw: RawConfig) => Readonly<Record<string, T>> | null | undefined): Record<string, T> =>
    Object.fromEntries(layers.flatMap(({ raw }) => Object.entries(pick(raw) ?? {})));
  const preset = layers.reduce<Preset | undefined>((found, layer) => layer.preset ?? found, undefined);
  const criticality = last((raw) => raw.criticality);
  const archetypes = several(last((raw) => raw.archetype)) as NonNullable<Config['answers']['archetypes']>;
  const own = layers.at(-1);
  const areas = Object.entries(merged((raw) => raw.areas));
  const brings = areas.flatMap(([name, area]) => (isArea(area) && area.brings ? [[name, area.brings] as const] : []));
  return {
    files: layers.map(({ path }) => path),
    ...(preset === undefined ? {} : { preset }),
    packs: [...new Set(layers.flatMap(({ packs }) => packs))],
    packages: [...new Set(layers.flatMap(({ raw }) => several(raw.packages)))],
    rules: layers.flatMap(({ raw }) => ruleSettings(raw.rules ?? {})),
    overrides: layers.flatMap(({ raw }) =>
      (raw.overrides ?? []).map(({ files, rules }) => ({
        matches: matcherOf(several(files)),
        rules: ruleSettings(rules),
      })),
    ),
    ...(criticality === undefined ? {} : { criticality }),
    answers: {
      ...(archetypes.length === 0 ? {} : { archetypes }),
      ...(criticality === undefined ? {} : { criticality }),
      rubric: Object.fromEntries(
        Object.entries(merged((raw) => raw.rubric)).map(([question, answer]) => [question, yesOrNo(answer)]),
      ) as Partial<Record<RubricQuestion, 'yes' | 'no'>>,
      components: Object.fromEntries(
        Object.entries(merged((raw) => raw.components)).map(([name, folder]) => [name, folderPath(folder)]),
      ),
      areas: Object.fromEntries(areas.map(([name, area]) => [name, several(isArea(area) ? area.paths : area)])),
      ...(brings.length > 0 ? { brings: Object.fromEntries(brings) } : {}),
      ...(own ? { at: { path: own.path } } : {}),
    },
    vocabulary: mergedVocabulary(
      DEFAULT_VOCABULARY,
      layers.map(({ raw }) => raw.vocabulary ?? {}),
    ),
    choices: fileChoices(layers),
    runbookSites: Object.entries(merged((raw) => raw.runbookSites))
      .map(([prefix, folder]) => ({ prefix, folder: folderPath(folder) }))
      .sort((a, b) => b.prefix.length - a.prefix.length),
    exemptions: layers.flatMap(exemptionsOf),
    evidence: layers.flatMap(evidenceOf),
    questions: layers.flatMap(({ raw }) => raw.questions ?? []),
    ...(layers.length === 0
      ? {}
      : {
          texts: new Map(layers.map(({ path, text }) => [path, text])),
          written: layers.map(({ raw }) => raw),
        }),
  };
}

const yesOrNo = (answer: 'yes' | 'no' | boolean | undefined): 'yes' | 'no' =>
  answer === true || answer === 'yes' ? 'yes' : 'no';

function ruleSettings(rules: RawRules): RuleSetting[] {
  return Object.entries(rules).map(([name, written]) => {
    if (typeof written === 'string') return { name, severity: written, options: {} };
    if (isPair(written)) return { name, severity: written[0], options: written[1] ?? {} };
    const { severity, options = {} } = written;
    return { name, ...(severity === undefined ? {} : { severity }), options };
  });
}

type Pair = Extract<RawRules[string], readonly unknown[]>;
const isPair = (written: RawRules[string]): written is Pair => Array.isArray(written);

function fileChoices(layers: readonly Layer[]): FileChoices {
  const ignores = matcherOf(layers.flatMap(({ raw }) => several(raw.ignore)));
  const classes = layers
    .flatMap(({ raw }) => Object.entries(raw.pathClasses ?? {}))
    .map(([glob, pathClass]): readonly [(path: string) => boolean, PathClass] => [matcherOf([glob]), pathClass]);
  const kinds = layers
    .flatMap(({ raw }) => Object.entries(raw.artifacts ?? {}))
    .map(([kind, globs]): readonly [(path: string) => boolean, Kind] => [matcherOf(several(globs)), kind as Kind]);
  const kindsOf = (path: string): readonly Kind[] => [
    ...new Set(kinds.flatMap(([matches, kind]) => (matches(path) ? [kind] : []))),
  ];
  return {
    ignores,
    kindsOf,
    // What is declared to be an artifact is the repository's own, wherever it stands.
    classOf: (path) =>
      classes.findLast(([matches]) => matches(path))?.[1] ?? (kindsOf(path).length > 0 ? 'authored' : undefined),
  };
}

function exemptionsOf({ path, raw, root }: Layer): Exemption[] {
  return (raw.exemptions ?? []).map(({ rule, paths, reason, owner, expires }, index) => ({
    rule,
    paths: several(paths),
    matches: paths === undefined ? () => true : matcherOf(several(paths)),
    reason,
    owner,
    expires,
    at: placeOfEntry(path, root, 'exemptions', index, 'rule'),
  }));
}

function evidenceOf({ path, raw, root }: Layer): Evidence[] {
  return (raw.evidence ?? []).map((entry, index) => ({
    ...entry,
    at: placeOfEntry(path, root, 'evidence', index, entry.rule === undefined ? 'kind' : 'rule'),
  }));
}

function placeOfEntry(path: string, root: ConfigNode | undefined, list: string, index: number, key: string): Place {
  const entry = root && itemsOf(valueAt(root, list))[index];
  const span = (valueAt(entry, key) ?? entry)?.span;
  return span ? { path, span } : { path };
}
