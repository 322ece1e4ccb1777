import { kindModules } from '@shipworthy/artifacts';
import {
  type AnyArtifact,
  type Inventory,
  type Location,
  type Place,
  PUBLIC_KINDS,
  type Span,
} from '@shipworthy/model';
import { locator, namerOf } from '@shipworthy/policy';
import type { ArtifactJson, ElementJson, InventoryJson } from '@shipworthy/reporters/json';

interface InventoryRequest {
  readonly inventory: Inventory;
  readonly files: number;
  readonly version: string;
  readonly elements: boolean;
  /** Folders of the components, with their names; an artifact belongs to the nearest. */
  readonly components: readonly { readonly name: string; readonly folder: string }[];
  readonly readTexts: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** The public artifacts by kind, then path; texts are read only for the lines that are asked for. */
export async function inventoryReport(request: InventoryRequest): Promise<InventoryJson> {
  const { inventory, files, version, elements, components, readTexts } = request;
  const artifacts = PUBLIC_KINDS.flatMap((kind) =>
    inventory.files.flatMap((file) => file.artifacts.filter((artifact) => artifact.kind === kind)),
  );
  const located = artifacts.filter((artifact) => elements || artifact.at).map((artifact) => artifact.path);
  const nameOf = namerOf(components);
  const componentOf = (path: string) => {
    const component = nameOf(path);
    return component === undefined ? {} : { component };
  };
  const where = locator(await readTexts([...new Set(located)].sort()));
  return {
    schema: 1,
    tool: { name: 'shipworthy', version },
    artifacts: artifacts.map((artifact) => ({
      ...entry(artifact, elements, where.location),
      ...componentOf(artifact.path),
    })),
    files,
    ...(inventory.sampled ? { sampled: inventory.sampled } : {}),
  };
}

type Locate = (place: Place) => Location;

function entry(artifact: AnyArtifact, elements: boolean, locate: Locate): ArtifactJson {
  const { kind, path, id, title, confidence, pathClass, at } = artifact;
  return {
    kind,
    path,
    ...lineOf(path, at, locate),
    id,
    ...(title === undefined ? {} : { title }),
    confidence,
    pathClass,
    ...(elements ? { elements: elementsOf(artifact, locate) } : {}),
  };
}

function lineOf(path: string, span: Span | undefined, locate: Locate): { line?: number } {
  const line = span === undefined ? undefined : locate({ path, span }).line;
  return line === undefined ? {} : { line };
}

function elementsOf(artifact: AnyArtifact, locate: Locate): ElementJson[] {
  const kind = kindModules.find((module) => module.kind === artifact.kind);
  return (kind?.elements?.(artifact) ?? []).map(({ type, name, at }) => ({
    type,
    name,
    ...lineOf(artifact.path, at, locate),
  }));
}
