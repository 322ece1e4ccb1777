import { all, defineRule, link, OPERATED, profile, vocabulary } from '@shipworthy/rule-kit';
import { watcherIn } from '../monitoring-services.ts';
import { tellsHowToOperate, tellsWhoWatches, wikiLink } from '../operating-pages.ts';
import { deployedBy, inWords, keptFor, mayKeepToo, PERHAPS_WATCHED } from '../watched-components.ts';

/** Texts for assistants, logs, records and what others wrote. */
const NOT_ABOUT_IT =
  /(?:^|\/)(?:agents|claude|gemini|copilot-instructions|change-?log|changes|history|news|credits)(?:\.\w+)?$|(?:^|\/)(?:adrs?|decisions?|rfcs?|posts?|vendor|\.(?:claude|cursor|agents))\//i;
/** The page that everybody opens first. */
const README = /^readme(?:\.\w+)?$/i;

export default defineRule({
  id: 'runbook/present',
  title: 'Whoever is called finds a page that says what to do',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'essential',
  subject: 'component',
  presence: { asked: OPERATED, hinted: PERHAPS_WATCHED, kinds: ['runbook'], vital: true },
  needs: {
    runbooks: all('runbook'),
    alerts: all('alert-rules'),
    deployments: all('deployment'),
    tools: all('release-tool'),
    manifests: all('dependency-manifest'),
    pages: all('document'),
    words: vocabulary(),
    names: link('repository -> names'),
    repository: profile(),
  },
  messages: {
    absent:
      '{service} watches {component}, and nothing here says what to do when it calls: whoever is woken starts from zero. Write docs/runbooks/ for the failures you have had: what it means, who is hurt, where to look, how to stop the harm.',
    absents:
      '{service} watches {count} parts of this repository, {part} among them, and nothing here says what to do when it calls: whoever is woken starts from zero. Begin with the failures you have had: what it means, who is hurt, where to look, how to stop the harm.',
  },
  check(subject, { given, fault, gaps, pass, skip, unknown }) {
    const { component } = subject;
    const kept = keptFor(component, given.repository);
    const [runbook] = kept(given.runbooks);
    if (runbook) return pass({ path: runbook.path });
    const manual = kept(given.pages).find(tellsHowToOperate);
    if (manual) return pass({ path: manual.path }, 'a page with commands for those who operate it');
    const playbook = kept(given.pages).find(tellsWhoWatches);
    if (playbook) return pass({ path: playbook.path }, 'a playbook for those who watch it');
    const alerts = kept(given.alerts);
    const guiding = new Set([...given.words.runbookAnnotations, ...given.words.actionAnnotations]);
    for (const { path, facts } of alerts)
      for (const { annotations, spans } of facts.alerts) {
        const name = Object.keys(annotations).find((key) => guiding.has(key.toLowerCase()));
        const span = name === undefined ? undefined : spans[`annotations.${name}`];
        if (span) return pass({ path, span }, 'its alerts link to what to do, or say it');
      }
    if (alerts.length > 0) return skip('alert/has-runbook asks it of each alert');
    const watcher = watcherIn(kept(given.manifests));
    if (!watcher) return skip('alert/present asks for both');
    const pointer = given.pages.find(({ path, facts }) => facts.leadsToRunbooks && !NOT_ABOUT_IT.test(path));
    if (pointer?.facts.leadsToRunbooks)
      return unknown('it speaks of runbooks that are kept where it leads', {
        path: pointer.path,
        span: pointer.facts.leadsToRunbooks,
      });
    const wiki = given.pages.flatMap((page) => (README.test(page.path) ? (wikiLink(page, given.names) ?? []) : []))[0];
    if (wiki) return unknown('the README leads to the wiki of the repository, which is not seen', wiki);
    const deployed = deployedBy(component, given.repository, given.tools, given.deployments);
    if (deployed?.by !== undefined) return unknown(mayKeepToo(deployed.by, 'runbooks'), deployed.at);
    return gaps(
      [
        fault(
          'absent',
          subject.at('docs/runbooks'),
          { ...inWords(component), service: watcher.service },
          {
            cause: `watched by ${watcher.service}${deployed ? '' : ', perhaps'}`,
            joined: 'absents',
            related: [{ at: { path: watcher.path }, message: `needs ${watcher.dependency}` }],
            ...(deployed ? {} : { severity: 'info' }),
          },
        ),
      ],
      subject.at(),
    );
  },
});
