import type { Artifact, FlagFacts } from '@shipworthy/model';
import { resourceBlocks, stringArgument } from '../formats/terraform/resource-blocks.ts';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { FLAG_MODULES, isFlagModule, namesFlagCode, readFlagCode, readFlagModule } from './code.ts';
import { type FlagsRead, namesFlags, readFlagData } from './data.ts';

const NAMED_CONFIDENCE = 0.85;
const CONTENT_CONFIDENCE = 0.7;

/** Services of flags that Terraform sets up. */
const RESOURCE =
  /^(?:launchdarkly_feature_flag|unleash_feature(?:_v2)?|configcat_setting|flagsmith_feature|growthbook_feature)$/;

function read(file: RepositoryFile): FlagsRead | undefined {
  if (/\.tf$/i.test(file.path)) return readTerraform(file);
  if (isFlagModule(file.path)) return readFlagModule(file.text);
  return namesFlagCode(file.baseName) ? readFlagCode(file.text) : readFlagData(file);
}

function readTerraform(file: RepositoryFile): FlagsRead | undefined {
  const flags = resourceBlocks(file)
    .filter(({ type }) => RESOURCE.test(type))
    .map((block): FlagFacts => {
      const owner = stringArgument(block, 'maintainer_id') ?? stringArgument(block, 'owner');
      return {
        key: stringArgument(block, 'key') ?? stringArgument(block, 'name') ?? block.name,
        at: block.at,
        ...(owner === undefined ? {} : { owner }),
        permanent: /^\s*temporary\s*=\s*false/m.test(block.body),
      };
    });
  return flags.length > 0 ? { format: 'launchdarkly', flags } : undefined;
}

function parseFeatureFlags(file: RepositoryFile): Parsed<'feature-flags'> {
  const found = read(file);
  if (!found) return { artifacts: [], problems: [] };
  const named = namesFlags(file.path) || namesFlagCode(file.baseName);
  const artifact: Artifact<'feature-flags'> = {
    kind: 'feature-flags',
    path: file.path,
    pathClass: file.pathClass,
    level: found.format === 'code' || /\.tf$/i.test(file.path) ? 'scraped' : 'parsed',
    confidence: named ? NAMED_CONFIDENCE : CONTENT_CONFIDENCE,
    why: [...(named ? [`is named ${file.baseName}`] : []), `declares flags as ${found.format} does`],
    id: file.path,
    facts: found,
  };
  return { artifacts: [artifact], problems: [] };
}

/** The whole of a file's signature lies in a few words that no other data holds together. */
const holdsFlags = (text: { includes(part: string): boolean }): boolean =>
  (text.includes('defaultVariant') && text.includes('variants')) ||
  (text.includes('flagType') && text.includes('defaultValue'));

/** Files that declare the flags of a program; what evaluates them is none. */
export const featureFlagsKind: KindModule<'feature-flags'> = {
  kind: 'feature-flags',
  factsVersion: 2,
  paths: {
    extensions: ['json', 'yaml', 'yml', 'tf'],
    test: namesFlagCode,
    suggested: (path) => namesFlags(path),
  },
  sample: FLAG_MODULES,
  notIn: NEVER_OURS,
  sniffBytes: (bytes, path) =>
    namesFlags(path) ||
    (isFlagModule(path) && bytes.includes('flags/')) ||
    namesFlagCode(path.slice(path.lastIndexOf('/') + 1)) ||
    (/\.tf$/i.test(path) ? bytes.includes('_feature') : holdsFlags(bytes)),
  sniff: (file) => {
    if (/\.tf$/i.test(file.path))
      return /^resource\s+"(?:launchdarkly|unleash|configcat|flagsmith|growthbook)_/m.test(file.text);
    // A schema of the format says what flags look like and declares none.
    if (/"\$defs"|"definitions"\s*:/.test(file.text)) return false;
    return namesFlags(file.path) || isFlagModule(file.path) || namesFlagCode(file.baseName) || holdsFlags(file.text);
  },
  load: async () => parseFeatureFlags,
  elements: ({ facts }) => facts.flags.map(({ key, at }) => listed('flag', key, at)),
};
