/** A selector followed by a log pipeline, or a log range function on a bare selector: LogQL. */
const LOG_PIPELINE = /\}\s*(?:(?:\|[=~>]|!=|!~|!>)\s*["`]|\|\s*[a-z_]+)/;
const LOG_RANGE = /\b(?:bytes_rate|bytes_over_time|rate_counter|unwrap)\b/;
const BARE_SELECTOR = /(?:^|\()\s*\{/;
/** Words and forms that MetricsQL has and PromQL has not. */
const METRICSQL = /\b(?:default|if|ifnot|keep_metric_names|limit|WITH)\b|\[\d+i\]|\}\s*or\s*\{|=\s+or\s/;
/** What is not closed goes to the end, so that many quotes stay linear. */
const STRING = /"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|`[^`]*`?/g;

/** Is it LogQL? `loki`: the file or data source says Loki, without which a bare selector is PromQL. */
export function isLogql(expression: string, loki: boolean): boolean {
  return LOG_PIPELINE.test(expression) || LOG_RANGE.test(expression) || (loki && BARE_SELECTOR.test(expression));
}

/** Does a text that is not PromQL look like MetricsQL? */
export function looksLikeMetricsql(expression: string): boolean {
  return METRICSQL.test(expression.replace(STRING, ''));
}

/** Dashboard and environment variables, each replaced by text of equal length that PromQL reads. */
export function withoutVariables(expression: string): { readonly text: string; readonly replaced: boolean } {
  const text = expression
    // In a range or offset a variable stands for a duration.
    .replace(
      /(?<=\[|:|\boffset[ \t]{1,20})[ \t]{0,20}\$(?:\{\w+(?::\w+)?\}|\w+)/g,
      (found) => `${'1'.repeat(found.length - 1)}s`,
    )
    .replace(/\$(?:\{[^}\n]{1,80}\}|\w+)/g, (found) => '1'.repeat(found.length));
  return { text, replaced: text !== expression };
}
