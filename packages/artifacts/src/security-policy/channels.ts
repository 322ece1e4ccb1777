import type { DocumentFacts, LinkFacts, ReportChannel } from '@shipworthy/model';

const MAIL = /(?<![\w.+/@-])[\w.+-]{1,64}(?:@|\s?(?:\[at\]|\(at\))\s?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gi;
/** `security at acme dot org` and `security[at]acme[dot]org`, as people write against collectors. */
const SPOKEN_MAIL =
  /\b[\w.+-]{1,64}(?: at | ?[[(]at[\])] ?)[\w-]{1,63}(?:(?: dot | ?[[(]dot[\])] ?)(?!(?:on|of|or|as|in|is|to)\b)[\w-]{1,63}){1,4}\b/gi;
const EXAMPLE_MAIL = /@(?:example\.(?:com|org|net)|your[-\w]*\.\w+|domain\.tld)$|^(?:your|name|user)[-\w]*@/i;
const ADVISORY =
  /\/security\/advisor(?:y|ies)\b|git(?:hub|lab)[^\s/]*\/[^\s?#]*\/security(?:\/policy)?\/?$|privately-reporting-a-security-vulnerability/i;
const ADVISORY_WORDS =
  /\b(?:private(?:ly)? (?:vulnerability )?report(?:ing)?|private (?:security )?advisor(?:y|ies)|(?:github|security) (?:private )?(?:security )?advisor(?:y|ies)|report a vulnerability["”'*_`]*,? (?:button|(?:on|in|under|from) the)|security["”'*_`]* tab|confidential issue|git(?:hub|lab)(?:['’]s)? (?:private )?(?:security|vulnerability) (?:disclosures?|report(?:s|ing)?)|private disclosures? (?:on|via|through|in) git(?:hub|lab))\b/gi;
const FORM =
  /hackerone\.com|bugcrowd\.com|intigriti\.com|yeswehack\.com|huntr\.(?:dev|com)|tidelift\.com\/security|zerodayinitiative|\bforms?\.(?:gle|office)|docs\.google\.com\/forms|g\.co\/vulnz|bughunters\.google|msrc\.microsoft|opensource\.org\/security|bounty|vulnerability-report|report-a?-?vulnerability/i;
/** Pages that hold the policy, by their address or by what the link is called. */
const ELSEWHERE = /secur(?:e|ity)|vulnerab|disclos|sicherheit|sécurité|seguridad|segurança|sikkerhet|responsible/i;
const PUBLIC = /\/issues(?:\/new)?(?:[/?#]|$)|\/discussions/i;
const PEOPLE =
  /\b(?:contact|e-?mail|message|reach out to|notify|write to|dm)\b[^.\n]{0,60}?\b(?:(?:core |project |the )?maintainers?|security team|owners?|author|(?<=[\s(])@[\w-]+)/gi;
const CHAT =
  /\b(?:direct|private) messages?\b|\b(?:slack|discord|keybase|matrix|telegram|signal)\b[^.\n]{0,60}\b(?:direct|private|dm)\b/gi;

/** Ways to report that the text names, in the order of the text. */
export function channelsIn(page: DocumentFacts, text: string): ReportChannel[] {
  const channels: ReportChannel[] = [];
  for (const { target, text: name, at, form } of page.links) {
    if (form === 'image') continue;
    if (/^mailto:/i.test(target)) {
      if (!EXAMPLE_MAIL.test(target.slice(7))) channels.push({ form: 'mail', value: target, at });
    } else if (FORM.test(target)) channels.push({ form: 'form', value: target, at });
    else if (ADVISORY.test(target)) channels.push({ form: 'advisory', value: target, at });
    else if (!PUBLIC.test(target) && (ELSEWHERE.test(target) || ELSEWHERE.test(name)) && !target.startsWith('#'))
      channels.push({ form: 'elsewhere', value: target, at });
  }
  const scan = (pattern: RegExp, form: ReportChannel['form']) => {
    for (const match of text.matchAll(pattern))
      channels.push({ form, value: match[0], at: [match.index, match.index + match[0].length] });
  };
  for (const match of text.matchAll(MAIL))
    if (!EXAMPLE_MAIL.test(match[0]))
      channels.push({ form: 'mail', value: match[0], at: [match.index, match.index + match[0].length] });
  scan(SPOKEN_MAIL, 'mail');
  scan(ADVISORY_WORDS, 'advisory');
  scan(PEOPLE, 'people');
  scan(CHAT, 'chat');
  return channels.sort((a, b) => a.at[0] - b.at[0]);
}

/** A page with more words is more than a link. */
const POINTER_WORDS = 40;

/** The link of a page that is hardly more than one, wherever it leads but to public issues. */
export function loneLink(page: DocumentFacts): LinkFacts | undefined {
  const words = page.sections.reduce((sum, section) => sum + section.words, 0);
  return words <= POINTER_WORDS
    ? page.links.find(({ form, target }) => form !== 'image' && !PUBLIC.test(target))
    : undefined;
}
