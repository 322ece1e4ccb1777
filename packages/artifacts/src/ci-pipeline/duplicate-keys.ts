import type { PipelineFault } from '@shipworthy/model';
import type { DuplicateKey } from '../formats/yaml/index.ts';
import { broken } from './fault.ts';

/** One of two equal keys is lost, or the whole file refused; neither is meant. */
export const duplicateKeyFaults = (duplicates: readonly DuplicateKey[]): PipelineFault[] =>
  duplicates.map(({ key, at }) => broken('duplicate-key', `'${key}' is written twice in the same place`, at));
