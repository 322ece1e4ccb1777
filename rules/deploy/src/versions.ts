/** A version that is not to be compared: a stand-in of a build, or none at all. */
const STAND_IN = /^v?0\.0\.[01]$|^v?0\.0\.0|snapshot|development|placeholder|unreleased|\$|^v?0$/i;
/** What `helm create` writes, and what it once wrote. */
export const CHART_STAND_IN: ReadonlySet<string> = new Set(['1.0', '1.16.0', '0.1.0']);
const PRERELEASE = /[-_.]?(?:alpha|beta|rc|pre|dev|next|canary|nightly|snapshot|a\d|b\d|m\d)/i;

const RELEASE = /^\d{1,9}(?:\.\d{1,9}){1,3}(?:\+[\w.-]+)?$/;

/** Numbers of a release (`1.2.0`, `v2024.05`); undefined for prereleases, stand-ins and everything without a dot. */
export function releaseNumbers(version: string): readonly number[] | undefined {
  const bare = version.trim().replace(/^v/i, '');
  if (!RELEASE.test(bare) || STAND_IN.test(bare) || PRERELEASE.test(bare)) return undefined;
  return bare.replace(/\+.*$/, '').split('.').map(Number);
}

/** Below zero when `a` is the older. Missing numbers are 0: 1.2 is 1.2.0. */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
