import { all, defineRule, profile } from '@shipworthy/rule-kit';
import { toolsOfProduct } from '../operated.ts';

export default defineRule({
  id: 'rollback/present',
  title: 'There is a way back from a bad release',
  stages: ['deploy'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'repository',
  presence: {
    asked: ['service', 'web-app', 'data-pipeline', 'infrastructure'],
    hinted: ['mobile'],
    kinds: ['rollback-plan'],
    vital: true,
  },
  needs: {
    plans: all('rollback-plan'),
    tools: all('release-tool'),
    code: all('infrastructure-code'),
    profile: profile(),
  },
  messages: {
    none: 'No page, workflow or platform here says how to take a release back, and {tool} brings releases out. The worst time to invent a way back is during the incident: write down when to go back, the command, and what becomes of the data.',
  },
  check(repository, { given, fault, gaps, pass, skip, unknown }) {
    const plans = given.plans.filter(({ facts }) => !facts.ofOneChange);
    const plan = plans.find(({ facts }) => facts.scope === 'page') ?? plans[0];
    if (plan) return pass({ path: plan.path, ...(plan.at ? { span: plan.at } : {}) });
    const tools = toolsOfProduct(given.tools, given.profile);
    const back = tools.find(({ facts }) => facts.does.includes('way-back'));
    if (back)
      return pass(
        { path: back.path, ...(back.facts.at ? { span: back.facts.at } : {}) },
        back.facts.tool.startsWith('the form')
          ? `${back.facts.tool} asks for it`
          : `by ${back.facts.tool}, which can bring an earlier release back; no page says when to`,
      );
    const gradual = given.code.find(({ facts, pathClass }) => facts.takesBack !== undefined && pathClass !== 'example');
    if (gradual?.facts.takesBack)
      return pass(
        { path: gradual.path, span: gradual.facts.takesBack },
        'a release that fails while it is let out is taken back; no page says what to do later',
      );
    const deploys = tools.find(({ facts }) => facts.does.includes('deploys'));
    if (!deploys) return skip('nothing in this tree deploys it');
    if (deploys.facts.by !== undefined)
      return unknown(`deployed by a workflow of ${deploys.facts.by}, which may know a way back`, {
        path: deploys.path,
      });
    const related = [
      { at: { path: deploys.path, ...(deploys.facts.at ? { span: deploys.facts.at } : {}) }, message: 'deploys it' },
    ];
    return gaps(
      [fault('none', repository.at('docs/rollback.md'), { tool: deploys.facts.tool }, { related })],
      repository.at(),
    );
  },
});
