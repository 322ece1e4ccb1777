/**
 * What a sentence is about, told from its words. Prose that answers a pager question without a heading of that name
 * is known by these (runbooks were seen to write "fires when", "users will not be able", "restart the pod").
 */
const SENTENCE_CLASSES: readonly (readonly [name: string, phrases: string])[] = [
  [
    'meaning',
    'fires? (?:when|if)|fired|firing|is raised when|goes off|triggers?|triggered|means that|this means|indicates?|is because|this alert|the alert|wird ausgelöst|bedeutet|se déclenche|signifie|se dispara|significa|utløses|betyr',
  ],
  [
    'impact',
    "users?|customers?|clients?|subscribers?|visitors?|stops? working|requests? (?:will )?fail|data loss|lose data|unavailable|outage|downtime|degraded|will not be able|won't be able|cannot|can't|unable to|slower|latency|nutzer|kunden|utilisateurs|usuarios|brukere|brukerne",
  ],
  [
    'diagnosis',
    'check|look (?:at|for|in|into)|verify|inspect|investigate|dashboards?|logs|log (?:files?|lines?|entries|output|messages?)|grafana|kibana|find out|see if|confirm|examine|query|prüfen|überprüfen|vérifiez|vérifier|compruebe|verificar|sjekk|undersøk',
  ],
  [
    'mitigation',
    'restart(?:ing)?|scale (?:up|down|out|the)|roll(?:ing)? ?back|rollback|fix|increase|decrease|reduce|delet(?:e|ing)|remov(?:e|ing)|drain|mitigate|resolved? by|to resolve|resolve|run (?:the|this)|re-?run|re-?queues?|redeploy|recreate|replace|retry|rotate|renew|fail ?over|restore|repair|be (?:increased|raised|lowered|decreased|reduced|restarted|deleted|removed|replaced|scaled|drained|restored|rotated|renewed|retried|reverted)|neu starten|neustarten|beheben|redémarrer|reiniciar|start på nytt|omstart|rett opp',
  ],
  [
    'escalation',
    'escalate|escalation|page the|contact|on-?call|slack|pagerduty|opsgenie|reach out|call the|eskalieren|contacter|contactar|kontakt',
  ],
];

const ALL = (1 << SENTENCE_CLASSES.length) - 1;
const patterns = new Map<number, RegExp>();

/** One pattern for all classes that are not in `known`, each in a group of its own: a text is read once, not once per class. */
function patternBeyond(known: number): RegExp {
  const made = patterns.get(known);
  if (made) return made;
  const groups = SENTENCE_CLASSES.flatMap(([name, phrases], i) =>
    (known & (1 << i)) === 0 ? `(?<${name}>${phrases})` : [],
  );
  // `\b` knows no letters but those of English: it does not see the beginning of a word in ü.
  const pattern = new RegExp(`(?<![\\wß-ÿ])(?:${groups.join('|')})(?![\\wß-ÿ])`, 'g');
  patterns.set(known, pattern);
  return pattern;
}

/**
 * Bit mask of the classes that a text shows beyond those in `known`; see `sentenceNames`.
 * @param lower the text in lower case, which is cheaper to match than to match without regard to case
 */
export function sentenceMask(lower: string, known: number): number {
  let mask = known;
  let at = 0;
  while (mask !== ALL) {
    const pattern = patternBeyond(mask);
    pattern.lastIndex = at;
    const groups = pattern.exec(lower)?.groups;
    if (!groups) break;
    SENTENCE_CLASSES.forEach(([name], i) => {
      if (groups[name] !== undefined) mask |= 1 << i;
    });
    at = pattern.lastIndex;
  }
  return mask;
}

/** The bit of one class. */
export function sentenceBit(name: string): number {
  return 1 << SENTENCE_CLASSES.findIndex(([known]) => known === name);
}

/** Names of the classes in a mask, in the order of the table. */
export function sentenceNames(mask: number): string[] {
  return SENTENCE_CLASSES.filter((_, i) => (mask & (1 << i)) !== 0).map(([name]) => name);
}
