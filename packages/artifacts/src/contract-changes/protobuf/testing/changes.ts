import type { ContractChange } from '@shipworthy/model';
import { compareContracts } from '../../index.ts';

export interface Files {
  readonly path?: string;
  readonly others?: Readonly<Record<string, string>>;
}

export async function changes(before: string, after: string, { path = 'a.proto', others = {} }: Files = {}) {
  const side = (text: string) => ({ path, text, read: (other: string) => others[other], touched: Object.keys(others) });
  const compared = await compareContracts('protobuf', side(before), side(after));
  if (compared.state === 'unknown') throw new Error(compared.why);
  return compared.changes;
}

export const told = (found: readonly ContractChange[]) => found.map(({ check, about }) => `${check} ${about}`);
export const proto3 = (body: string) => `syntax = "proto3";\npackage acme;\n${body}\n`;
export const proto2 = (body: string) => `syntax = "proto2";\npackage acme;\n${body}\n`;
export const edition = (body: string) => `edition = "2023";\npackage acme;\n${body}\n`;
export const message = (body: string) => proto3(`message M { ${body} }\nmessage N {}\nenum E { E0 = 0; }`);
