import { type Artifact, artifactsOf, type ChangeForm, namesTopic, type RelationContext } from '@shipworthy/model';

/** The forms and pages of the repository that a checklist of a change belongs to: the form for changes first. */
export function formsOf(context: RelationContext): ChangeForm[] {
  const templates = artifactsOf(context.own, 'change-template').filter(({ facts }) => facts.form === 'change');
  const lists = artifactsOf(context.own, 'release-checklist').sort((a, b) => depth(a.path) - depth(b.path));
  return [...templates.map((template) => formOf(template, context)), ...lists.map(checklistOf)];
}

const depth = (path: string): number => path.split('/').length;

function formOf({ path, facts }: Artifact<'change-template'>, { vocabulary }: RelationContext): ChangeForm {
  const headings = facts.prompts.filter(({ form }) => form === 'heading');
  const asking =
    headings.find(({ text }) => /\bchecklist\b/i.test(text) || namesTopic(vocabulary, text, 'wayBack')) ??
    headings.find(({ text }) => namesTopic(vocabulary, text, 'asks-undo'));
  return {
    what: 'change-template',
    at: { path, ...(asking ? { span: asking.at } : {}) },
    ...(asking ? { heading: asking.text } : {}),
  };
}

const checklistOf = ({ path }: Artifact<'release-checklist'>): ChangeForm => ({
  what: 'release-checklist',
  at: { path },
});
