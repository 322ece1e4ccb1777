const PATH_WORD =
  /(?:^|[/._-])(?:alert(?:s|ing|-?rules?)?|(?:prometheus-?)?rules?|monitoring|observability|prometheus|mixins?)(?=[/._-])/i;

/** What in a path speaks for alerts; undefined when nothing does. */
export function pathSignal(path: string): string | undefined {
  const word = PATH_WORD.exec(path.replace(/([a-z])([A-Z])/g, '$1-$2'))?.[0].replace(/^[/._-]/, '');
  return word ? `path says \`${word}\`` : undefined;
}
