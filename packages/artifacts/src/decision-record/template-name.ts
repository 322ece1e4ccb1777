const TEMPLATE = /template/i;
/** What stands where a number will be. */
const BLANK = /^(?:nnnn|xxxx|yyyymmdd|yyyy-mm-dd)(?:[-_.]|$)/i;
/** `5978-cluster-resource-claim-template`: a record about templates, under a number of its own. */
const RECORD = /^(?:[a-z]{2,6}[-_]?)?0*[1-9]\d*(?:[-_][a-z\d]+){3,}$/i;

/** Is the page there to be copied, by its own name or by that of the folder it is kept in (`NNNN-kep-template/README.md`)? */
export function isTemplateName(path: string): boolean {
  const segments = path.split('/');
  const stem = (segments.pop() ?? '').replace(/\.[a-z]+$/i, '');
  return [stem, segments.at(-1) ?? ''].some((name) => BLANK.test(name) || (TEMPLATE.test(name) && !RECORD.test(name)));
}
