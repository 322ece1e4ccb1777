const DOCKERFILE = /^(?:docker|container)file(?:[._-][\w.-]+)?$|[\w-]\.(?:docker|container)file$/i;
/** Files beside a recipe, pages about it and programs that handle it. */
const BESIDE =
  /(?:ignore|\.(?:mdx?|adoc|rst|txt|html?|sh|py|[cm]?[jt]sx?|go|rb|rs|java|kt|cs|php|vue|json|ya?ml|toml|lock|patch|bats|svg|png))$/i;

/** Is a file of the base name a recipe for one image? `Dockerfile`, `Dockerfile.prod`, `Dockerfile_worker`, `api.dockerfile`. */
export const isDockerfile = (name: string): boolean => DOCKERFILE.test(name) && !BESIDE.test(name);
