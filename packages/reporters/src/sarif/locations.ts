import type { Location } from '@shipworthy/model';
import type { Anchors } from '../page/anchors.ts';

/** The root of the repository, in the spelling that GitHub and CodeQL use. */
export const ROOT_ID = '%SRCROOT%';

export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

type WholeRegion = Required<SarifRegion>;

export interface SarifLocation {
  readonly id?: number;
  readonly message?: { readonly text: string };
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: typeof ROOT_ID };
    readonly region?: SarifRegion;
    readonly contextRegion?: SarifRegion & { readonly snippet: { readonly text: string } };
  };
}

/** A path as a relative URI reference: GitHub refuses a file that holds one reference with a space, or an empty one. */
export function uriOf(path: string): string {
  if (path === '') return '.';
  return path.split('/').map(encodeSegment).join('/');
}

/** Also a colon is escaped, which in the first segment would read as a scheme. */
const encodeSegment = (segment: string): string => encodeURIComponent(wellFormed(segment));

/** Lone surrogates have no UTF-8; `encodeURIComponent` throws on them. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** A place as it is, for `relatedLocations` and notifications. */
export function locationOf(location: Location): SarifLocation {
  const region = regionOf(location);
  return { physicalLocation: { artifactLocation: artifactLocation(location.path), ...(region && { region }) } };
}

/**
 * The one location that GitHub uses of a result. GitHub asks for an address and all four numbers of a region: a file as a
 * whole is its first line, and what is missing is shown on the first line of a file that is there, so that the alert has
 * something to show; where it is expected follows as a related location.
 */
export function primaryLocation(location: Location, excerpt: string | undefined, anchors: Anchors): SarifLocation {
  const missing = location.absent === true || location.path === '';
  const path = missing ? (anchors(location.path) ?? location.path) : location.path;
  const region = wholeRegion((missing ? undefined : regionOf(location)) ?? { startLine: 1 }, missing ? '' : excerpt);
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(path),
      region,
      ...(excerpt !== undefined &&
        !missing && {
          contextRegion: { startLine: region.startLine, endLine: region.startLine, snippet: { text: excerpt } },
        }),
    },
  };
}

/** What is not known of an end is the end of the line, as far as that is known. */
function wholeRegion(
  { startLine, startColumn = 1, endLine = startLine, endColumn }: SarifRegion,
  line = '',
): WholeRegion {
  const end = endLine === startLine ? Math.max(startColumn, line.length + 1) : 1;
  return { startLine, startColumn, endLine, endColumn: endColumn ?? end };
}

const artifactLocation = (path: string) => ({ uri: uriOf(path), uriBaseId: ROOT_ID }) as const;

/** Lines and columns of SARIF are 1-based with an exclusive end, as ours are. */
function regionOf({ line, column, endLine, endColumn, absent }: Location): SarifRegion | undefined {
  if (line === undefined || absent) return undefined;
  return {
    startLine: line,
    ...(column !== undefined && { startColumn: column }),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
}
