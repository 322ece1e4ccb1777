/** Filled by the kind `security-policy`. */
export interface SecurityPolicyFacts {
  readonly form: string;
}
