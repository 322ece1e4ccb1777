import { type CachePlace, cacheStem } from './cache-stem.ts';
import { evict } from './evict.ts';
import { REPORT_ENDING, readOurs, writeOurs } from './private-file.ts';
import { decodeReportFile, encodeReportFile, type KeptReport } from './report-file.ts';
import { reasonOf } from './system-reason.ts';

/** Bytes of a report with what it was made of; one that is larger takes so long to write that asking again is no loss. */
export const MAX_REPORT_BYTES = 16 * 1024 * 1024;
/** Hexadecimal digits of a question in the name of its file. */
const QUESTION_LENGTH = 32;

export interface DiskReportsRequest extends CachePlace {
  /** Names all code that takes part in a report: those of another build are not found. No spaces. */
  readonly build: string;
}

/**
 * Reports on disk, one file for each audited folder and question; a newer one takes the place of an older. As with facts,
 * whatever is wrong with a file is as if there were none.
 */
export class DiskReports {
  readonly #stem: string | undefined;
  readonly #build: string;
  readonly #troubles: string[] = [];

  constructor({ build, ...place }: DiskReportsRequest) {
    this.#build = build;
    this.#stem = cacheStem(place).stem;
  }

  /** @param question hexadecimal, a digest of all that is asked */
  find(question: string): KeptReport | undefined {
    if (this.#stem === undefined) return undefined;
    try {
      const bytes = readOurs(this.#fileOf(this.#stem, question), MAX_REPORT_BYTES);
      return bytes && decodeReportFile(bytes, this.#build, question);
    } catch {
      // None yet, mostly; why one cannot be read helps nobody, for the next takes its place.
      return undefined;
    }
  }

  keep(question: string, report: KeptReport): void {
    if (this.#stem === undefined) return;
    try {
      const [header, payload] = encodeReportFile(report, this.#build, question);
      if (header.length + payload.length > MAX_REPORT_BYTES) return;
      const file = this.#fileOf(this.#stem, question);
      writeOurs(file, [header, payload]);
      evict(file);
    } catch (error) {
      this.#troubles.push(`report not saved: ${reasonOf(error)}`);
    }
  }

  /** Why a report could not be kept, one clause each. */
  get troubles(): readonly string[] {
    return this.#troubles;
  }

  #fileOf(stem: string, question: string): string {
    return `${stem}-${question.slice(0, QUESTION_LENGTH)}${REPORT_ENDING}`;
  }
}
