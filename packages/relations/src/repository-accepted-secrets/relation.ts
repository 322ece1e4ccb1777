import {
  type AcceptedBy,
  type AcceptedSecrets,
  artifactsOf,
  type RelationContext,
  type RelationModule,
} from '@shipworthy/model';
import ignore from 'ignore';
import { RE2JS } from 're2js';

/** Files with what looks like a secret that somebody has looked at, and told a scanner to accept. */
export const repositoryAcceptedSecrets: RelationModule<'repository -> accepted secrets'> = {
  name: 'repository -> accepted secrets',
  build(context) {
    return () => acceptedIn(context);
  },
};

function acceptedIn({ own }: RelationContext): ReadonlyMap<string, AcceptedBy> {
  const lists = artifactsOf(own, 'secret-scanning').flatMap(({ path, facts }) =>
    (facts.accepts ?? []).map(({ at, ...accepted }) => ({
      by: { tool: facts.tool, at: { path, span: at } },
      fits: fitting(accepted),
    })),
  );
  if (lists.length === 0) return new Map();
  return new Map(
    artifactsOf(own, 'leaked-secret').flatMap(({ path }): (readonly [string, AcceptedBy])[] => {
      const list = lists.find(({ fits }) => fits(path));
      return list ? [[path, list.by]] : [];
    }),
  );
}

/** An expression that is none fits nothing. It runs in time linear in the path, whatever it says. */
function fitting({ form, text }: Omit<AcceptedSecrets, 'at'>): (path: string) => boolean {
  if (form === 'path') return (path) => path === text;
  try {
    if (form === 'pattern') {
      const patterns = ignore().add(text);
      return (path) => patterns.ignores(path);
    }
    const expression = RE2JS.compile(text);
    return (path) => expression.matcher(path).find();
  } catch {
    return () => false;
  }
}
