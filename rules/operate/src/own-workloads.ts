import type { Artifact, ContainerFacts, SubjectMap } from '@shipworthy/model';

type Workload = SubjectMap['workload'];

/** Forms whose platform makes the image itself from this repository. */
const BUILT_BY_PLATFORM: ReadonlySet<string> = new Set([
  ...['fly', 'render', 'railway', 'heroku', 'procfile', 'cloud-foundry', 'app-engine', 'vercel', 'cloudflare'],
]);

/** Written alike whatever stands between the words: `order_service`, `OrderService`. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What the name of a recipe says besides that it is one: `docs` of `Dockerfile.docs`; '' where it says nothing more. */
const namedAfter = (path: string): string =>
  plain((path.split('/').at(-1) ?? '').replace(/[._-]?(?:docker|container)file[._-]?/i, ''));

const names = new WeakMap<readonly Artifact<'container-build'>[], ReadonlySet<string>>();

/** Folders and file names of the recipes for images: what they are commonly called after. */
function namesOf(images: readonly Artifact<'container-build'>[]): ReadonlySet<string> {
  const known = names.get(images);
  if (known) return known;
  const made = new Set(
    images.flatMap(({ path }) => {
      const segments = path.split('/');
      const file = segments.pop() ?? '';
      return [...segments.map(plain), namedAfter(file)].filter((name) => name !== '');
    }),
  );
  names.set(images, made);
  return made;
}

/** How a program of others is probed is theirs to know: is the image made from this repository, as far as names show it? */
export function isBuiltHere(
  { artifact, workload }: Workload,
  container: ContainerFacts,
  images: readonly Artifact<'container-build'>[],
): boolean {
  if (container.builds !== undefined || BUILT_BY_PLATFORM.has(artifact.facts.form)) return true;
  if (artifact.facts.form === 'nais') return true;
  if (images.length === 0 || !container.image) return false;
  if (container.image.text.trim() === '') return false;
  const [image = ''] = container.image.text.split(/[@{]/, 1);
  const last = plain(
    image
      .replace(/:[^/]*$/, '')
      .split('/')
      .at(-1) ?? '',
  );
  const made = namesOf(images);
  // A chart beside the one recipe at the root is the chart of what it makes.
  if (last === '') return made.has(plain(workload.name)) || images.some(({ path }) => !path.includes('/'));
  return made.has(last);
}

/** Containers whose absent fields are absent: no helpers, and nothing that is laid over another document. */
export const ownContainers = (
  subject: Workload,
  images: readonly Artifact<'container-build'>[],
): readonly ContainerFacts[] =>
  subject.workload.containers.filter(
    (container) => container.aside === undefined && isBuiltHere(subject, container, images),
  );

/** Programs that serve files as they are: their first page is no more work than any other. */
const FILE_SERVER = /(?:^|\/)(?:nginx|nginx-unprivileged|caddy|httpd|lighttpd|static-web-server)(?:[:@].*)?$/;
const SERVES_FILES = /(?:^|[\s/])(?:serve|nginx|caddy|httpd|http-server)(?:\s|\/|$)/;

/** The recipe of the workload's image, as far as names tell, starts nothing but a server of files. */
export function servesFiles({ workload }: Workload, images: readonly Artifact<'container-build'>[]): boolean {
  const called = [workload.name, ...workload.containers.map(({ name }) => name ?? '')].map((name) =>
    plain(name.replace(TEMPLATE, '')),
  );
  const named = images.filter(({ path }) => {
    const name = namedAfter(path);
    return name !== '' && called.some((one) => one.endsWith(name));
  });
  // A recipe that is called after it comes before the one that the folder shows.
  const own =
    named.length > 0
      ? named
      : images.filter(({ path }) => {
          const folder = plain(path.split('/').at(-2) ?? '');
          return folder === '' || called.some((one) => one.endsWith(folder));
        });
  return own.some(
    ({ facts }) => FILE_SERVER.test(facts.stages.at(-1)?.image ?? '') || SERVES_FILES.test(facts.command?.text ?? ''),
  );
}

const TEMPLATE = /\{\{[^{}]*\}\}/g;
const EDGES = /^[-_. ]+|[-_. ]+$/g;

/** The name as people call the workload: what is left without templates, or the name of its file. */
export function nameOfWorkload({ workload, path }: Workload): string {
  const literal = workload.name.replace(TEMPLATE, '').replace(EDGES, '');
  return literal === '' ? (path.split('/').at(-1) ?? path).replace(/\.[\w.]+$/, '') : literal;
}
