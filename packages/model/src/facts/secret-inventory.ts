import type { Span } from '../place.ts';

/** Names of secrets, never their values: what there is to rotate, who holds it and how. */
export interface SecretInventoryFacts {
  readonly form: 'env-example' | 'external-secret' | 'sealed-secret' | 'encrypted-file' | 'terraform' | 'page';
  readonly names: readonly SecretNameFacts[];
  /** Of a page: says how secrets are replaced. */
  readonly rotation?: Span;
}

export interface SecretNameFacts {
  readonly name: string;
  readonly at: Span;
  /** Looks secret by its name: `SMTP_PASSWORD`, not `PORT`. */
  readonly secret: boolean;
  readonly owner?: string;
  readonly store?: string;
  readonly rotation?: Span;
}
