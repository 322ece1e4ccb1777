import type { Place, SaidLine } from '@shipworthy/rule-kit';

/** Something that caught mistakes or told people of them, and is gone or does so no more. */
export interface LostGuard {
  readonly kind: GuardKind;
  /** How people call it. */
  readonly name: string;
  /** In the head, or where it would be expected there. */
  readonly at: Place;
}

export type GuardKind =
  | 'alert'
  | 'objective'
  | 'runbook'
  | 'test'
  | 'check'
  | 'harmless'
  | 'approval'
  | 'token'
  | 'probe'
  | 'owner'
  | 'timeout';

/** Words by which people say that something goes, changes or is put elsewhere. */
const GOES =
  /\b(?:remov|exclud|omit|drop|delet|disabl|deprecat|replac|retir|skip|stop|clean|revert|mov|migrat|renam|split|merg|switch|consolidat|simplif|kill|cut|relax|loosen|weaken|allow|grant|widen|unus|obsolet|tear|extract|rewrit|rework|refactor|rip|silenc|mut|flak|turn(?:ed|ing|s)? off|comment(?:ed|ing|s)? out|nois(?:y|e)|chatty|spam|instead of|get(?:ting)? rid|no longer|not? need)\w*/i;

/** What the guards of a kind are called. */
const NOUNS: Readonly<Record<GuardKind, RegExp>> = {
  alert: /\balert|\brules?\b|\bmonitor/i,
  objective: /\bslos?\b|\bobjective|\bburn/i,
  runbook: /\brun-?books?\b|\bplay-?books?\b|\bdocs?\b|\bdocument/i,
  test: /\btests?\b|\bspecs?\b|\bcoverage\b/i,
  check: /\bci\b|\bworkflows?\b|\bpipelines?\b|\bjobs?\b|\bactions?\b|\blint|\btests?\b|\bscan|\bcheck/i,
  harmless:
    /\bci\b|\bworkflows?\b|\bpipelines?\b|\bjobs?\b|\bcontinue|\bnon-?blocking|\bfail|\blint|\btests?\b|\bscan|\bcheck/i,
  approval: /\benvironments?\b|\bapprov|\bgate|\bdeploy|\bmanual/i,
  token: /\bpermissions?\b|\btokens?\b/i,
  probe: /\bprobes?\b|\bhealth|\bliveness|\breadiness/i,
  owner: /\bowners?\b|\bcodeowners\b|\bownership\b|\bteams?\b/i,
  timeout: /\btime-?outs?\b|\blimits?\b/i,
};

/** Parts of paths and names that say nothing of a thing. */
const COMMON: ReadonlySet<string> = new Set(
  'test tests spec specs unit integration packages internal modules github workflows docs runbooks playbooks main index readme probe liveness readiness startup more'.split(
    ' ',
  ),
);
const MIN_WORD = 4;
/** Whoever writes a name as long as this means the thing: `AlertmanagerClusterFailedPeers`. */
const MIN_NAME = 10;

/** Where somebody wrote that the guard goes: its whole name; or what is done to it, and a word of its name or what it is. */
export function whereSaid({ kind, name }: LostGuard, lines: readonly SaidLine[]): SaidLine | undefined {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= MIN_WORD && !COMMON.has(word));
  const whole = name.length >= MIN_NAME ? name.toLowerCase() : undefined;
  return lines.find(({ text }) => {
    const said = text.toLowerCase();
    // `tf sec` is tfsec.
    const squeezed = said.replace(/\s+/g, '');
    if (whole !== undefined && said.includes(whole)) return true;
    return GOES.test(text) && (NOUNS[kind].test(text) || words.some((word) => squeezed.includes(word)));
  });
}
