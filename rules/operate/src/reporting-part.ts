import type { Artifact, Place } from '@shipworthy/model';

/** Pages at which somebody with a finding looks when there is no policy. */
const ENTRANCE = /^(?:(?:\.github|docs)\/)?(?:readme|contributing|support|security[-_ \w]*)(?:\.\w+)?$/i;
const ABOUT =
  /\b(?:secur(?:e|ity)|vulnerabilit(?:y|ies)|responsible disclosure)\b|sicherheit|sécurité|seguridad|segurança|sikkerhet|セキュリティ|脆弱性|安全/i;
const CHANNEL = /^mailto:|\/security\/advisor|hackerone|bugcrowd|vulnerab|disclos|secur/i;

/** A headed part of the README or a page beside it that tells how to report a hole. */
export function reportingPart(documents: readonly Artifact<'document'>[]): Place | undefined {
  for (const { path, facts } of documents) {
    if (!ENTRANCE.test(path)) continue;
    for (const [index, section] of facts.sections.entries())
      if (
        ABOUT.test(section.heading) &&
        facts.links.some((link) => link.section === index && CHANNEL.test(link.target) && link.form !== 'image')
      )
        return { path, span: section.at };
  }
  return undefined;
}
