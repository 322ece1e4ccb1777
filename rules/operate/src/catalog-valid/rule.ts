import type { Gap, Link } from '@shipworthy/model';
import { defineRule, link } from '@shipworthy/rule-kit';

/** Addresses that stand for one that nobody filled in. */
const PLACEHOLDER = /^https?:\/\/(?:www\.)?(?:example\.(?:com|org|net)|todo|changeme|your[-.])|^(?:todo|tbd|#|)$/i;

export default defineRule({
  id: 'catalog/valid',
  title: 'The service catalog takes in every entity, and what it names is there',
  stages: ['operate'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'high',
  preset: 'recommended',
  subject: 'service-catalog',
  needs: { files: link('service-catalog -> files') },
  messages: {
    refused: 'In {entity} {what}. The catalog refuses the entity, so nobody finds it, or who owns it, by night.',
    absent:
      '{entity} is not taken in by the catalog: {what}. Until it is, nobody finds it, or who owns it, by night. Add what is missing.',
    manyAbsent:
      '{entity} is not taken in by the catalog: {count} fields are missing, and first, {what}. Until they are there, nobody finds it, or who owns it, by night. Add them.',
    definition:
      "{entity} takes its definition from '{wanted}', which is not there, so the catalog shows an interface without a description. Correct the path.",
    documentation:
      "{entity} has its documentation in '{wanted}', a folder that is not there, so its page in the catalog is an error. Correct `backstage.io/techdocs-ref`.",
    target: "{entity} takes in '{wanted}', which is not there, so the catalog misses what it holds. Correct the path.",
    undescribed:
      "{entity} says it provides the API '{api}', and no entity here describes it, although {contract} does. Callers find a name without a contract. Add an API entity whose definition is that file.",
    twin: '{entity} is described here and in {other}, and the catalog keeps only one of them. Remove one, or name it otherwise.',
    twins:
      '{entity} is described in {count} places, {other} among them, and the catalog keeps only one of them. Remove the others, or name them otherwise.',
    placeholder: "{entity} links to '{url}', which is no address yet. Name the page, or remove the link.",
  },
  check(subject, { given, fault, gaps, skip, unknown }) {
    const { facts, path } = subject;
    const { files } = given;
    const entity = `${facts.entity} ${facts.name ?? 'without a name'}`;
    if (subject.pathClass === 'example') return skip('an example describes no service');
    if (facts.templated.includes('metadata.name')) return skip('a scaffolder fills it in');
    const found: Gap[] = [];
    for (const { what, at, effect } of facts.faults)
      found.push(
        effect === 'refused'
          ? fault('refused', { path, span: at }, { entity, what }, { severity: 'error' })
          : fault(
              'absent',
              { path, span: at },
              { entity, what },
              {
                cause: `${path} ${entity}`,
                joined: 'manyAbsent',
                discriminator: what,
              },
            ),
      );
    const dangling = (id: 'definition' | 'documentation' | 'target', asked: Link | undefined) => {
      if (asked?.state === 'dangling')
        found.push(fault(id, asked.at, { entity, wanted: asked.wanted }, { severity: 'error' }));
    };
    dangling('definition', files.definition);
    dangling('documentation', files.techdocs);
    for (const target of files.targets) dangling('target', target);
    const [contract] = files.undescribed;
    for (const { target, at, link: api } of files.provided)
      if (api.state === 'missing' && contract)
        found.push(
          fault('undescribed', at, { entity, api: target, contract: contract.path }, { discriminator: target }),
        );
    if (files.twin) {
      const span = facts.spans['metadata.name'];
      const at = span ? { path, span } : subject.at();
      const options = { cause: `${facts.namespace} ${entity}`.toLowerCase(), joined: 'twins' } as const;
      found.push(fault('twin', at, { entity, other: files.twin.path }, options));
    }
    for (const { url, at } of facts.links)
      if (PLACEHOLDER.test(url.trim()))
        found.push(fault('placeholder', { path, span: at }, { entity, url }, { severity: 'info', discriminator: url }));
    const open = [files.definition, files.techdocs].find((asked) => asked?.state === 'unknown');
    if (found.length === 0 && open?.state === 'unknown') return unknown(open.why, open.at);
    return gaps(found, subject.at());
  },
});
