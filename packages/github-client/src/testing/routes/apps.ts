import type { App } from '../caller.ts';

/** An app as answers name it. */
export const appBody = (app: App): Record<string, unknown> => ({
  id: app.id,
  slug: app.slug,
  name: app.slug,
  owner: { login: 'somebody', id: 583_231, type: 'User' },
});
