import type { AlertFacts } from '@shipworthy/rule-kit';

/** What Prometheus defines for the templates of an alert (template/template.go: `defs`). */
const VARIABLES: readonly string[] = ['$labels', '$externalLabels', '$externalURL', '$value'];
const EXPRESSION = /\{\{([^{}]*)\}\}/g;
const VARIABLE = /\$[A-Za-z_]\w*/g;

export interface MisspelledVariable {
  readonly field: readonly ['annotations' | 'labels', string];
  readonly variable: string;
  readonly meant: string;
}

/**
 * The first variable of an alert's templates that is a real one in another case or number (`$label`, `$Labels`).
 * Go's templates do not load with it. Other unknown names may be set by a template of another engine.
 */
export function misspelledVariable(alert: AlertFacts): MisspelledVariable | undefined {
  for (const part of ['annotations', 'labels'] as const)
    for (const [name, text] of Object.entries(alert[part])) {
      if (!text.includes('$') || alert.templated.some((open) => open.startsWith(part))) continue;
      const seen = new Set<string>();
      for (const [, expression = ''] of text.matchAll(EXPRESSION))
        for (const [variable] of expression.matchAll(VARIABLE)) {
          if (seen.has(variable)) continue;
          seen.add(variable);
          const meant = VARIABLES.find((real) => real !== variable && alike(real) === alike(variable));
          if (meant !== undefined && !VARIABLES.includes(variable) && !isSet(text, variable))
            return { field: [part, name], variable, meant };
        }
    }
  return undefined;
}

const alike = (variable: string): string => variable.toLowerCase().replace(/s$/, '');

/** Does the template set the variable itself: `{{ $label := ... }}`, `{{ range $i, $label := ... }}`? */
function isSet(text: string, variable: string): boolean {
  const at = text.indexOf(`${variable} :=`);
  return at >= 0 || text.includes(`${variable}:=`) || text.includes(`${variable},`);
}
