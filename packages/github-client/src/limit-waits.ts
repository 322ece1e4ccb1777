/** How often one request waits for a limit to pass before it fails. */
const MAX_WAITS = 3;

/** Tells a person that we wait, or why less was done than asked. One sentence. */
export type Note = (sentence: string) => void;

/** The two questions of Octokit's throttling plugin: is this wait (seconds) worth it? True: wait and ask again. */
export interface LimitHandlers {
  onRateLimit(seconds: number, options: unknown, octokit: unknown, retryCount: number): boolean;
  onSecondaryRateLimit(seconds: number, options: unknown, octokit: unknown, retryCount: number): boolean;
}

/**
 * Waits for limits of GitHub up to `maxWaitSeconds` each and says so: an hour of silence helps nobody whose pull request
 * stands still.
 */
export function limitWaits(maxWaitSeconds: number, note: Note): LimitHandlers {
  const worthIt = (name: string, seconds: number, waits: number): boolean => {
    if (seconds > maxWaitSeconds || waits >= MAX_WAITS) return false;
    if (seconds > 0) note(`GitHub asks for a pause of ${seconds} s (${name}); waiting.`);
    return true;
  };
  return {
    onRateLimit: (seconds, _options, _octokit, waits) => worthIt('its hourly limit is used up', seconds, waits),
    onSecondaryRateLimit: (seconds, _options, _octokit, waits) => worthIt('secondary rate limit', seconds, waits),
  };
}
