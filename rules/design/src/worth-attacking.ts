import type { Presence } from '@shipworthy/rule-kit';

/** What is asked how it can be attacked: programs that run or are handed to others, and whose failure can hurt. */
export const WORTH_ATTACKING = {
  asked: ['service', 'web-app', 'mobile', 'data-pipeline', 'infrastructure', 'shipped-component'],
  when: 'harm',
  kinds: ['threat-model'],
} as const satisfies Presence;
