import type { Artifact } from '@shipworthy/model';
import { placeInLog } from '../decision-record/place-in-log.ts';
import { proseOf } from '../decision-record/prose.ts';
import { signatureOf } from '../decision-record/signature.ts';
import { statusOf } from '../decision-record/status.ts';
import { isTemplateName } from '../decision-record/template-name.ts';
import { PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import type { KindModule, Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';

const PATH_AND_CONTENT = 0.85;
const CONTENT_ALONE = 0.7;
const OF_RECORDS = /(?:^|[-_.])(?:adr|madr|rfc|kep|decision|proposal|enhancement|design)(?:[-_.]|$)/i;

function parseTemplate(file: RepositoryFile): Parsed<'decision-template'> {
  const declared = file.declared.includes('decision-template');
  const page = file.once(pageOf);
  const { strength } = placeInLog(file.path);
  const placed = strength !== 'none' || OF_RECORDS.test(file.baseName);
  const signature = signatureOf(page, statusOf(page, file.once(proseOf)));
  const { decides, record, proposal } = signature;
  const isRecord = decides && record >= (placed ? 2 : 3);
  const isProposal = placed && proposal >= 3;
  if (!declared && !isRecord && !isProposal && !(strength === 'log' && record > 1))
    return { artifacts: [], problems: [] };
  const artifact: Artifact<'decision-template'> = {
    kind: 'decision-template',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: declared ? 1 : placed ? PATH_AND_CONTENT : CONTENT_ALONE,
    why: ['named as a template', 'headings of a record'],
    id: file.path,
    ...(page.title ? { title: page.title } : {}),
    facts: {
      form: isRecord || !isProposal ? 'record' : 'proposal',
      headings: page.sections.filter(({ level }) => level > 1).map(({ heading }) => heading),
    },
  };
  return { artifacts: [artifact], problems: [] };
}

/** A page to be copied for each new decision record. */
export const decisionTemplateKind: KindModule<'decision-template'> = {
  kind: 'decision-template',
  factsVersion: 1,
  paths: { extensions: PAGE_EXTENSIONS },
  notIn: ['vendored', 'fixture', 'about', 'translated'],
  sniff: (file) => {
    if (file.declared.includes('decision-template')) return true;
    if (/^(?:pull_request|merge_request|issue)_template/i.test(file.baseName) || /_template(?:\/|$)/i.test(file.folder))
      return false;
    return isTemplateName(file.path) || (file.pathClass === 'template' && placeInLog(file.path).strength !== 'none');
  },
  load: async () => parseTemplate,
};
