import { SourceError } from '@shipworthy/model';
import { commitOf, isShallow, mergeBaseOf, parentsOf } from '@shipworthy/sources';

/** A checkout of the repository in the workspace. */
export interface Checkout {
  readonly root: string;
  /** The commit that is checked out. */
  readonly head: string;
  /** Those that `head` names, whether they are there or not. */
  readonly parents: readonly string[];
  readonly shallow: boolean;
}

/** The checkout in a folder, or why there is none that git reads; one clause. */
export async function openCheckout(root: string): Promise<Checkout | { readonly missing: string }> {
  try {
    const at = await commitOf(root);
    if (!at) return { missing: 'the checkout has no commit' };
    const parents = (await parentsOf(root, at.commit)) ?? [];
    return { root, head: at.commit, parents, shallow: await isShallow(root) };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { missing: error.message };
  }
}

/** Where two commits parted, as far as git can be sure of it: a shallow clone may hide where they meet last. */
export const surelyParted = ({ root, shallow }: Checkout, one: string, other: string): Promise<string | undefined> =>
  shallow ? Promise.resolve(undefined) : mergeBaseOf(root, one, other);
