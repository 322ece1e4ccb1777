import { EXIT, type ExitCode } from '@shipworthy/audit/exit-codes';
import type { DiskReports } from '@shipworthy/cache';
import type { Seen, Witness } from './witness.ts';

/** What a run of `lint` tells. */
export interface Told {
  readonly text: string;
  /** Sentences for people about what the audit leaves out. */
  readonly notes: readonly string[];
  readonly code: ExitCode;
}

/** Told again as long as nothing has changed. What could not be audited, or broke, is asked again each time. */
const SETTLED: readonly ExitCode[] = [EXIT.ok, EXIT.findings];

/** The report that an earlier run gave to the same question, if it is still the answer. */
export class ReportMemory {
  readonly #reports: DiskReports;
  readonly #question: string;
  readonly #witness: Promise<Witness>;

  constructor(reports: DiskReports, question: string, witness: Promise<Witness>) {
    this.#reports = reports;
    this.#question = question;
    this.#witness = witness;
  }

  /** Why the report could not be kept, one clause each. */
  get troubles(): readonly string[] {
    return this.#reports.troubles;
  }

  /** Undefined when there is none, when anything that it was made of has changed, and when the source cannot be had. */
  async recall(): Promise<Told | undefined> {
    const kept = this.#reports.find(this.#question);
    const about = kept && aboutIn(kept.seen);
    if (!about) return undefined;
    try {
      const { notes, code } = about;
      return (await (await this.#witness).isAsBefore(about.seen)) ? { text: kept.text, notes, code } : undefined;
    } catch {
      // Whoever asks next says what is wrong with the source.
      return undefined;
    }
  }

  async keep({ text, notes, code }: Told): Promise<void> {
    const witness = await this.#witness;
    if (!witness.isSteady || !SETTLED.includes(code)) return;
    const about: About = { seen: await witness.seen(), notes, code };
    this.#reports.keep(this.#question, { seen: JSON.stringify(about), text });
  }
}

interface About extends Omit<Told, 'text'> {
  readonly seen: Seen;
}

/** Undefined for what no run has kept. */
function aboutIn(json: string): About | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isAbout(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isPairs = (value: unknown): boolean =>
  Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.every((part) => typeof part === 'string'));

function isAbout(value: unknown): value is About {
  if (!isRecord(value) || !isRecord(value.seen)) return false;
  const { notes, code, seen } = value;
  return (
    Array.isArray(notes) &&
    notes.every((note) => typeof note === 'string') &&
    SETTLED.some((settled) => settled === code) &&
    typeof seen.tree === 'string' &&
    isPairs(seen.files) &&
    isPairs(seen.config)
  );
}
