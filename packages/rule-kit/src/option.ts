import type { OptionValue } from '@shipworthy/model';

interface Described<T extends OptionValue> {
  readonly default: T;
  /** One clause for the documentation: what the value decides. */
  readonly describe: string;
}

/** A setting of a rule: its type, its default and its bounds. The configuration is checked against it. */
export type OptionSchema =
  | (Described<number> & { readonly type: 'integer'; readonly minimum?: number; readonly maximum?: number })
  | (Described<boolean> & { readonly type: 'boolean' })
  | (Described<string> & { readonly type: 'string' })
  | (Described<string> & { readonly type: 'enum'; readonly values: readonly string[] })
  | (Described<readonly string[]> & { readonly type: 'list' });

/** A declared setting; `given` holds its value. `V` is the type of the value. */
export interface OptionNeed<V extends OptionValue = OptionValue> {
  readonly need: 'option';
  readonly option: OptionSchema;
  /** Carries the type; never there. */
  readonly value?: V;
}

type EnumSchema<V extends string> = Omit<Extract<OptionSchema, { type: 'enum' }>, 'values' | 'default'> & {
  readonly values: readonly V[];
  readonly default: NoInfer<V>;
};

/** A setting that a configuration may change: `option({ type: 'integer', default: 25, minimum: 1, describe: '…' })`. */
export function option(schema: Extract<OptionSchema, { type: 'integer' }>): OptionNeed<number>;
export function option(schema: Extract<OptionSchema, { type: 'boolean' }>): OptionNeed<boolean>;
export function option(schema: Extract<OptionSchema, { type: 'string' }>): OptionNeed<string>;
export function option(schema: Extract<OptionSchema, { type: 'list' }>): OptionNeed<readonly string[]>;
export function option<const V extends string>(schema: EnumSchema<V>): OptionNeed<V>;
export function option(schema: OptionSchema): OptionNeed {
  return { need: 'option', option: schema };
}
