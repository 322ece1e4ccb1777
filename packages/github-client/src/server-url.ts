/** Where people look at what an API tells of, and git fetches: of GitHub itself another host, of one's own server the same. */
export function serverUrlOf(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl);
  if (host === 'api.github.com') return 'https://github.com';
  // Data residency: https://api.SUBDOMAIN.ghe.com
  return `${protocol}//${host.endsWith('.ghe.com') ? host.replace(/^api\./, '') : host}`;
}
