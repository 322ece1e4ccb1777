export const CONTENT_ONLY = 0.7;
export const PATH_AND_CONTENT = 0.85;

const PATH_WORD =
  /(?:^|[/._-])(?:dash-?boards?|grafana|grafonnet|perses|monitoring|observability|mixins?)(?=[/._-]|$)/i;

/** What in a path speaks for dashboards; undefined when nothing does. */
export function pathSignal(path: string): string | undefined {
  const word = PATH_WORD.exec(path.replace(/([a-z])([A-Z])/g, '$1-$2'))?.[0].replace(/^[/._-]/, '');
  return word ? `path says \`${word}\`` : undefined;
}
