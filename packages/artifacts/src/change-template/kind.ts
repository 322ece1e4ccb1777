import type { Artifact, ChangeTemplateFacts } from '@shipworthy/model';
import { PAGE_EXTENSIONS } from '../document/page-of.ts';
import type { KindModule, Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { promptsOfForm } from './issue-form.ts';
import { promptsOfPage } from './page-prompts.ts';

const CONFIDENCE = 0.85;
/** Where forges look: the root, `docs/`, `.github/` and their own folders. */
const CHANGE =
  /^(?:(?:\.github|\.gitlab|\.gitea|\.forgejo|docs|\.azuredevops|\.vsts)\/)?(?:pull|merge)[-_]request[-_]template(?:\.\w+)?$|^(?:(?:\.github|docs|\.azuredevops)\/)?pull_request_template\/.+\.(?:md|markdown|txt)$|^\.gitlab\/merge_request_templates\/.+\.md$/i;
const ISSUE =
  /^(?:(?:\.github|\.gitea|\.forgejo|docs)\/)?issue_template(?:\/.+)?\.(?:md|ya?ml)$|^\.gitlab\/issue_templates\/.+\.md$/i;
const ISSUE_SETTINGS = /\/config\.ya?ml$/i;

function parseTemplate(file: RepositoryFile): Parsed<'change-template'> {
  const form = formOf(file);
  if (!form) return { artifacts: [], problems: [] };
  const prompts = /\.ya?ml$/i.test(file.path) ? promptsOfForm(file) : promptsOfPage(file.text);
  const artifact: Artifact<'change-template'> = {
    kind: 'change-template',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: CONFIDENCE,
    why: [
      form === 'change' ? 'where a forge looks for the template of a change' : 'where a forge looks for issue forms',
    ],
    id: file.path,
    facts: { form, prompts },
  };
  return { artifacts: [artifact], problems: [] };
}

function formOf({ path, declared }: RepositoryFile): ChangeTemplateFacts['form'] | undefined {
  if (CHANGE.test(path)) return 'change';
  if (ISSUE.test(path) && !ISSUE_SETTINGS.test(path)) return 'issue';
  return declared.includes('change-template') ? 'change' : undefined;
}

/** A form that whoever proposes or asks for a change fills in. */
export const changeTemplateKind: KindModule<'change-template'> = {
  kind: 'change-template',
  factsVersion: 2,
  paths: {
    extensions: [...PAGE_EXTENSIONS, 'txt', 'yml', 'yaml'],
    test: (name) => /^pull_request_template$/i.test(name),
  },
  notIn: ['vendored', 'fixture', 'about', 'example'],
  sniff: (file) => formOf(file) !== undefined && file.text.trim() !== '',
  load: async () => parseTemplate,
};
