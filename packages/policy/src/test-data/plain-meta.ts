/** What a rule has to say of itself, where a test does not ask about that. */
export const plainMeta = {
  title: 'Something holds',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'recommended',
  subject: 'repository',
  messages: {},
} as const;
