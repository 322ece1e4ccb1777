import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'limits over several texts, a person asked by CODEOWNERS',
      files: {
        'CLAUDE.md': '@AGENTS.md\n',
        'AGENTS.md': '# Agents\n\nRun `make lint`.\n',
        '.cursor/rules/dependencies.mdc': '---\nalwaysApply: true\n---\n\nNever add a dependency without a reason.\n',
        CODEOWNERS: '* @acme/shop\n',
      },
    },
    {
      name: 'på norsk',
      files: {
        '.github/copilot-instructions.md':
          '# Instruksjoner\n\nKjør `./gradlew test`.\n\n## Grenser\n\n### Spør først\n\n- Nye avhengigheter\n- Endringer i autentisering og sikkerhet\n',
        CODEOWNERS: '* @navn/team\n',
      },
    },
  ],
  gap: [
    {
      name: 'limits, and nothing to run',
      files: {
        'AGENTS.md':
          '# Agents\n\n- Never touch authentication without review by a maintainer.\n- Do not add dependencies.\n',
      },
      findings: [
        'AGENTS.md:1:1 info AGENTS.md names no command that tests or lints a change, so what an assistant hands over was never run. Add the two commands.',
      ],
    },
    {
      name: 'a skill sets no limits',
      files: {
        'AGENTS.md': '# Agents\n\nRun `cargo test`.\n',
        '.claude/skills/limits/SKILL.md':
          '# Limits\n\nNever add dependencies. Never touch authentication. Ask a person.\n',
      },
      findings: [
        'AGENTS.md:1:1 info AGENTS.md sets assistants no limits on security logic, new dependencies or what a person has to approve. What they invent there looks finished and is not: add a line on each, such as "no new dependency without a reason in the pull request; changes to authentication need an owner".',
      ],
    },
  ],
  skip: [
    { name: 'no instructions', files: { 'README.md': '# A\n' } },
    {
      name: 'for a part only',
      files: { 'web/AGENTS.md': '# Agents\n\nThis folder holds pages.\n' },
    },
  ],
  unknown: [
    {
      name: 'rules that a generator writes into every repository',
      files: {
        '.cursor/rules/zz_generated.base.mdc': '---\nalwaysApply: true\n---\n\n# Assistants\n\nWrite clean code.\n',
      },
    },
    {
      name: 'the guide may hold the rest',
      files: { 'AGENTS.md': '# Agents\n\nFollow CONTRIBUTING.md.\n\nWrite short sentences.\n'.repeat(9) },
    },
    {
      name: 'hands over to a text that is no instruction',
      files: { 'CLAUDE.md': 'See CONTRIBUTING.md\n', 'CONTRIBUTING.md': '# C\n' },
    },
  ],
});
