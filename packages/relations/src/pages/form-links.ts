/** Texts that the forge puts into a form: their links are read from the page of the change request or issue. */
const FORM = /(?:^|\/)(?:pull_request_template|issue_template|merge_request_templates?)(?:\/[^/]+)*(?:\.\w+)?$/i;
/** A file by an address below the repository's own: `../blob/main/CONTRIBUTING.md`. */
const FILE = /^(?:\.\.\/){1,3}(?:-\/)?(?:blob|tree|raw|blame)\/([^/]+)\/(.+)$/;
/** Pages that the forge makes: `../security/policy`, `../issues`. */
const PAGE =
  /^(?:\.\.\/){1,3}(?:-\/)?(?:security|issues|pulls?|discussions|wiki|releases|actions|projects|labels|milestones?|compare|commits?|tags|new|contribute|graphs|merge_requests)(?:\/|$)/;

/** What a relative address means where a form is read; undefined where the page is no form, or the address is an ordinary one. */
export function readInForm(
  page: string,
  written: string,
): { readonly kind: 'page' } | { readonly kind: 'file'; readonly ref: string; readonly path: string } | undefined {
  if (!FORM.test(page)) return undefined;
  const file = FILE.exec(written);
  if (file?.[1] !== undefined && file[2] !== undefined) return { kind: 'file', ref: file[1], path: file[2] };
  return PAGE.test(written) ? { kind: 'page' } : undefined;
}
