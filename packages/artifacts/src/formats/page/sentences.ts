/**
 * What a sentence is about, told from its words. Prose that answers a pager question without a heading of that name
 * is known by these (runbooks were seen to write "fires when", "users will not be able", "restart the pod").
 */
const SENTENCE_CLASSES: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'meaning',
    /\b(?:fires? (?:when|if)|fired|firing|is raised when|goes off|triggers?|triggered|means that|this means|indicates?|is because|this alert|the alert|wird ausgelöst|bedeutet|se déclenche|signifie|se dispara|significa|utløses|betyr)\b/i,
  ],
  [
    'impact',
    /\b(?:users?|customers?|clients?|requests? (?:will )?fail|data loss|lose data|unavailable|outage|downtime|degraded|will not be able|won't be able|cannot|can't|unable to|slower|latency|nutzer|kunden|utilisateurs|usuarios|brukere|brukerne)\b/i,
  ],
  [
    'diagnosis',
    /\b(?:check|look (?:at|for|in|into)|verify|inspect|investigate|dashboards?|logs|log (?:files?|lines?|entries|output|messages?)|grafana|kibana|find out|see if|confirm|examine|query|prüfen|überprüfen|vérifiez|vérifier|compruebe|verificar|sjekk|undersøk)\b/i,
  ],
  [
    'mitigation',
    /\b(?:restart|scale (?:up|down|out|the)|roll(?:ing)? ?back|rollback|fix|increase|decrease|reduce|delete|remove|drain|mitigate|to resolve|resolve|run the following|re-?run|redeploy|recreate|replace|retry|rotate|renew|fail ?over|restore|repair|neu starten|neustarten|beheben|redémarrer|reiniciar|start på nytt|omstart|rett opp)\b/i,
  ],
  [
    'escalation',
    /\b(?:escalate|escalation|page the|contact|on-?call|slack|pagerduty|opsgenie|reach out|call the|eskalieren|contacter|contactar|kontakt)\b/i,
  ],
];

/** Bit mask of the classes that `text` shows beyond those in `known`; see `sentenceNames`. */
export function sentenceMask(text: string, known: number): number {
  let mask = known;
  for (let i = 0; i < SENTENCE_CLASSES.length; i++) {
    const pattern = SENTENCE_CLASSES[i]?.[1];
    if ((mask & (1 << i)) === 0 && pattern?.test(text)) mask |= 1 << i;
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
