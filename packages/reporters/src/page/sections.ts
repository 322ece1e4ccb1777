/** A section of a rule's page, without its heading; undefined when the page has none of that title. Fences are skipped. */
export function sectionOf(page: string, title: string): string | undefined {
  const lines = page.split('\n');
  const kept: string[] = [];
  let inside = false;
  let fence = '';
  for (const line of lines) {
    const marker = /^(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '') {
      if (/^##? /.test(line)) {
        if (inside) break;
        inside = line === `## ${title}`;
        continue;
      }
      fence = marker;
    } else if (marker.startsWith(fence)) fence = '';
    if (inside) kept.push(line);
  }
  const text = kept.join('\n').trim();
  return text === '' ? undefined : text;
}
