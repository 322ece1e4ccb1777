import type { Archetype } from '@shipworthy/model';

// Archetypes that rules on presence name together.

/** What its own people keep running day and night. */
export const OPERATED = ['service', 'web-app', 'data-pipeline'] as const satisfies readonly Archetype[];

/** What is made for people who use it, and not for those who build with it. */
export const PRODUCTS = [
  'service',
  'web-app',
  'mobile',
  'data-pipeline',
  'shipped-component',
] as const satisfies readonly Archetype[];

/** What is built, and then imported, installed or run: everything in which a change can break somebody else's day. */
export const BUILT = [
  'library',
  'command',
  'service',
  'web-app',
  'mobile',
  'data-pipeline',
  'infrastructure',
  'shipped-component',
] as const satisfies readonly Archetype[];
