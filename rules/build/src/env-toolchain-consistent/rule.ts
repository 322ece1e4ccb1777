import { defineRule, link, type ToolUse } from '@shipworthy/rule-kit';
import { compareUses } from '../tool-disagreements.ts';

export default defineRule({
  id: 'env/toolchain-consistent',
  title: 'Every place that names the version of a tool names the same one',
  stages: ['build'],
  qualities: ['maintainability', 'reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  needs: { toolchains: link('repository -> toolchains') },
  messages: {
    differs:
      '{place} says {tool} {version}, and {pin} says {pinned}: what works on one machine proves nothing about the other. Pick one version, and let the other places read it from there.',
    differ:
      '{count} places like {place} say another version of {tool} than {pin} ({pinned}): what works on one machine proves nothing about the other. Pick one version, and let the other places read it from there.',
    stated:
      'The page says {tool} {version}, and {pin} says {pinned}: whoever prepares a machine by it finds out when the build fails. Correct the sentence, or name the file instead of a version.',
  },
  check(repository, { given, fault, gaps, skip }) {
    const { disagreements, agreeing } = compareUses(given.toolchains);
    const faults = disagreements.map(({ tool, use, pin }) => {
      const values = { tool: NAMES[tool] ?? tool, version: use.version, pin: pin.at.path, pinned: pin.version };
      const options = {
        discriminator: `${tool} ${use.by} ${use.at.path}`,
        related: [{ at: pin.at, message: `says ${pin.version}` }],
      };
      return use.by === 'page'
        ? fault('stated', use.at, values, options)
        : fault(
            'differs',
            use.at,
            { ...values, place: placeOf(use) },
            // Whoever works in the container sees it at once, and it is rebuilt for one line.
            use.by === 'container'
              ? { ...options, severity: 'info' }
              : { ...options, cause: `${tool} ${pin.at.path}`, joined: 'differ' },
          );
    });
    if (faults.length === 0 && agreeing.length === 0)
      return skip('no tool has its version named in two places that can be compared');
    return gaps(faults, agreeing.length > 0 ? agreeing.map(({ at }) => at) : repository.at());
  },
});

const NAMES: Readonly<Record<string, string>> = {
  node: 'Node.js',
  python: 'Python',
  go: 'Go',
  java: 'Java',
  ruby: 'Ruby',
  php: 'PHP',
  dotnet: '.NET',
  terraform: 'Terraform',
  elixir: 'Elixir',
};

const placeOf = ({ at }: ToolUse): string => at.path;
