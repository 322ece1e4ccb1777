import { all, defineRule } from '@shipworthy/rule-kit';

const HEADING =
  /^(?:[\d.\s]*)(?:(?:system|high[- ]level|technical|software|overall) )?(?:architecture|arkitektur|architektur|arquitectura|arquitetura|アーキテクチャ|架构)(?: overview| diagram)?[\s.:]*$|^(?:how it works|system overview)$/i;
const PICTURE = /architect|system[-_ ]?(?:overview|diagram)/i;
const DIAGRAM = /^(?:mermaid|plantuml|puml|dot|graphviz)$/;
const PLAIN = /^(?:text|txt|ascii|plain)?$/;
/** Boxes and arrows of characters. */
const DRAWN = /-{3,}>|<-{3,}|[┌│├└▶]|\+-{3,}\+/;
/** A section with fewer words and no picture does not tell how the parts work together. */
const MIN_WORDS = 30;

export default defineRule({
  id: 'architecture/present',
  title: 'A document tells how the parts of the system work together',
  stages: ['design'],
  qualities: ['maintainability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'strict',
  subject: 'repository',
  presence: { asked: ['service', 'web-app', 'mobile', 'data-pipeline'], kinds: ['architecture-doc'] },
  needs: { architecture: all('architecture-doc'), documents: all('document') },
  messages: {
    absent:
      'No document tells how the parts of this system work together. Whoever is on call cannot see what talks to what. Add docs/architecture.md: the parts, where state lives, what is called outside, as a list or a diagram in text.',
  },
  check(repository, { given, gap, pass, unknown }) {
    const [first] = given.architecture;
    if (first)
      return pass(
        first.facts.diagrams[0] ? { path: first.path, span: first.facts.diagrams[0].at } : { path: first.path },
      );
    for (const { path, facts } of given.documents)
      for (const section of facts.sections)
        if (HEADING.test(section.heading) && (section.words >= MIN_WORDS || section.bullets > 1 || section.links > 0))
          return pass({ path, span: section.at }, 'a section of a page');
    for (const { path, facts } of given.documents)
      for (const { language, first: line, at } of facts.fences)
        if (DIAGRAM.test(language) || (PLAIN.test(language) && DRAWN.test(line)))
          return unknown('a diagram may show it, whose content is not read', { path, span: at });
    for (const { path, facts } of given.documents)
      for (const { form, target, text, at } of facts.links)
        if ((form === 'image' || form === 'html') && PICTURE.test(`${target} ${text}`))
          return unknown('a picture may show it, whose content is not read', { path, span: at });
    return gap('absent', repository.at('docs/architecture.md'));
  },
});
