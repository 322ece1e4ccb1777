import { artifactsOf, type RelationContext, type RelationModule } from '@shipworthy/model';
import { repositoryIdentity } from '../identity/repository-identity.ts';
import { oncePerContext } from '../once-per-context.ts';

/** A longer title of a README describes the repository instead of naming it. */
const MAX_TITLE_WORDS = 3;
const ROOT_README = /^(?:\.github\/|docs\/)?readme(?:\.\w+)?$/i;
/** Of a Go module the path, of npm the scope and the name, of Maven nothing but the name: `@acme/shop`, `github.com/acme/shop/v2`. */
const SEPARATORS = /^@|\//;
const MAJOR_VERSION = /^v\d+$/;

/**
 * What the repository, its owner and the packages at its root call themselves. The page it greets with names it too
 * (`# APiLos`), unless its title is a sentence.
 */
const namesOf = oncePerContext((context: RelationContext): readonly string[] => {
  const identity = repositoryIdentity(context)?.split('/').reverse() ?? [];
  const packages = artifactsOf(context.inventory, 'dependency-manifest').flatMap(({ path, facts }) =>
    path.includes('/') || facts.name === undefined ? [] : namesOfPackage(facts.name),
  );
  const titles = artifactsOf(context.own, 'document').flatMap(({ path, facts }) =>
    ROOT_README.test(path) && facts.title !== undefined && facts.title.trim().split(/\s+/).length <= MAX_TITLE_WORDS
      ? [facts.title.trim()]
      : [],
  );
  return [...new Set([...identity, ...packages, ...titles].map((name) => name.toLowerCase()))];
});

/** The last part names the package, the one before it whose it is; hosts of modules name nothing. */
function namesOfPackage(name: string): string[] {
  const parts = name
    .split(SEPARATORS)
    .filter((part) => part !== '' && !part.includes('.') && !MAJOR_VERSION.test(part));
  return parts.slice(-2).reverse();
}

export const repositoryNames: RelationModule<'repository -> names'> = {
  name: 'repository -> names',
  build: (context) => () => namesOf(context),
};
