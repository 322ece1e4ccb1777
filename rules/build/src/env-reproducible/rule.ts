import { all, defineRule, OPERATED, profile } from '@shipworthy/rule-kit';
import { applicationOf } from '../applications.ts';
import { servicesNeeded, startsThem } from '../local-services.ts';

/** Forms that start something beside the program, or describe a whole machine. */
const STARTS: ReadonlySet<string> = new Set([
  'compose',
  'devcontainer',
  'gitpod',
  'nix',
  'devbox',
  'vagrant',
  'tilt',
  'winget',
]);
/** Deployments that a developer brings up on a machine. */
const LOCAL: ReadonlySet<string> = new Set(['compose', 'skaffold']);
/** Targets by which a script of the repository prepares a machine. */
const TARGET =
  /^(?:setup|bootstrap|init|services?|deps|dev|up|start|db|database|docker|compose|local|env(?:ironment)?|infra)(?:[-_:.](?:up|start|dev|setup|local|db|services?|deps|create|all))*$/i;

export default defineRule({
  id: 'env/reproducible',
  title: 'What a developer needs beside the code is started by the repository',
  stages: ['build'],
  qualities: ['maintainability'],
  severity: 'info',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: { asked: OPERATED, kinds: ['dev-environment'] },
  needs: {
    environments: all('dev-environment'),
    deployments: all('deployment'),
    manifests: all('dependency-manifest'),
    scripts: all('build-script'),
    profile: profile(),
  },
  messages: {
    none: 'The program needs {services} on the machine ({manifest} says so), and nothing here starts {them}: whoever comes new, or is called at night, loses the first day. Add a compose.yaml or a development container with {them}.',
  },
  check(repository, { given, fault, gaps, pass, skip }) {
    const machine = given.environments.find(({ facts }) => STARTS.has(facts.form));
    if (machine) return pass({ path: machine.path });
    const local = given.deployments.find(({ facts }) => LOCAL.has(facts.form));
    if (local) return pass({ path: local.path });
    const script = given.environments.find(({ facts }) => facts.form === 'setup-script');
    if (script) return pass({ path: script.path });
    const ours = given.manifests.filter(({ path }) => applicationOf(path, given.profile) !== undefined);
    const everything = given.manifests.flatMap(({ facts }) => [...facts.dependencies, ...(facts.development ?? [])]);
    const needing = ours.flatMap((manifest) => {
      const services = servicesNeeded(manifest.facts.dependencies);
      return services.length > 0 ? [{ manifest, services }] : [];
    });
    const [first] = needing;
    if (!first) return skip('nothing shows that a service is needed beside the program');
    const target = given.scripts.flatMap(({ path, facts }) =>
      facts.targets.filter(({ name }) => TARGET.test(name)).map(({ at }) => ({ path, span: at })),
    )[0];
    if (target) return pass(target, 'a target prepares the machine, by its name');
    if (startsThem(everything)) return pass({ path: first.manifest.path }, 'a library starts what tests need');
    const services = [...new Set(needing.flatMap((found) => found.services))];
    const { path, facts } = first.manifest;
    return gaps(
      [
        fault(
          'none',
          repository.at('compose.yaml'),
          { services: services.join(' and '), manifest: path, them: services.length === 1 ? 'it' : 'them' },
          {
            related: [
              { at: { path, ...(facts.needsAt ? { span: facts.needsAt } : {}) }, message: 'names the drivers' },
            ],
          },
        ),
      ],
      repository.at(),
    );
  },
});
