import type { Link, RelationModule } from '@shipworthy/model';

/**
 * Configuration files of formatters and linters, by the names under which their tools look for them. `.editorconfig` is
 * the least of them and comes last.
 */
const CONFIGURATION: readonly RegExp[] = [
  /^(?:\.eslintrc(?:\.\w+)?|eslint\.config\.\w+|\.prettierrc(?:\.\w+)?|prettier\.config\.\w+|biome\.jsonc?|\.oxlintrc\.json|deno\.jsonc?|\.stylelintrc(?:\.\w+)?|dprint\.json|tslint\.json)$/,
  /^(?:\.golangci\.(?:ya?ml|toml|json)|\.?ruff\.toml|\.flake8|\.pylintrc|\.pre-commit-config\.ya?ml|\.?lefthook\.ya?ml|\.pycodestyle)$/,
  /^(?:\.?rustfmt\.toml|\.?clippy\.toml|\.rubocop\.ya?ml|\.standard\.ya?ml|\.clang-format|\.clang-tidy|checkstyle\.xml|\.?ktlint\.ya?ml|detekt\.ya?ml|\.scalafmt\.conf|\.swiftlint\.ya?ml|\.swiftformat|stylecop\.json|\.php[-_]cs(?:-fixer)?(?:\.dist)?(?:\.php)?|phpcs\.xml(?:\.dist)?|\.credo\.exs|\.formatter\.exs|analysis_options\.yaml)$/,
  /^(?:\.tflint\.hcl|\.ansible-lint(?:\.ya?ml)?|\.yamllint(?:\.ya?ml)?|\.hadolint\.ya?ml|\.markdownlint(?:-cli2)?\.\w+|\.mega-linter\.ya?ml|\.spectral\.ya?ml|buf\.yaml|\.sqlfluff|\.shellcheckrc)$/,
  /^\.editorconfig$/,
];
/** Such a file deeper than this speaks for a corner of the tree. */
const MAX_DEPTH = 3;
const OF_OTHERS = /(?:^|\/)(?:vendor|node_modules|third_party)(?:\/|$)/;

/** The coding standard that a tool enforces: the configuration nearest to the root. */
export const repositoryStyle: RelationModule<'repository -> style'> = {
  name: 'repository -> style',
  build({ tree }) {
    let found: Link | undefined;
    return () => {
      found ??= nearest(tree.paths);
      return found;
    };
  },
};

function nearest(paths: readonly string[]): Link {
  let best: { readonly path: string; readonly rank: number } | undefined;
  for (const path of paths) {
    const depth = depthOf(path);
    if (depth > MAX_DEPTH) continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const sort = CONFIGURATION.findIndex((pattern) => pattern.test(name));
    if (sort < 0 || OF_OTHERS.test(path)) continue;
    const rank = (sort === CONFIGURATION.length - 1 ? 100 : 0) + depth;
    if (!best || rank < best.rank) best = { path, rank };
  }
  return best ? { state: 'resolved', to: { path: best.path }, how: 'a tool reads it' } : { state: 'missing' };
}

/** Names on the way to the file, its own included; of deep paths only that they are too deep. */
function depthOf(path: string): number {
  let depth = 1;
  for (let cut = path.indexOf('/'); cut >= 0 && depth <= MAX_DEPTH; cut = path.indexOf('/', cut + 1)) depth++;
  return depth;
}
