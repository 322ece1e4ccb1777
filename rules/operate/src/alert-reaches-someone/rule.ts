import { all, defineRule, link } from '@shipworthy/rule-kit';
import { undefinedReceivers } from './undefined-receivers.ts';

export default defineRule({
  id: 'alert/reaches-someone',
  title: 'Every alert that fires is told to somebody',
  stages: ['operate'],
  qualities: ['reliability'],
  severity: 'error',
  confidence: 'high',
  preset: 'essential',
  subject: 'receiver',
  needs: { reach: link('receiver -> alerts'), files: all('alert-routing') },
  messages: {
    silent:
      "{what} is routed to receiver '{receiver}', which has no integrations: the alert fires and nobody is told. Give it a notifier (e-mail, chat, pager, webhook), or name it null if silence is meant.",
    placeholder:
      "{what} is routed to receiver '{receiver}', whose only address is {address}, a placeholder: the alert fires and nobody reads it. Put in an address that somebody reads.",
    undefined:
      "A route hands alerts to receiver '{receiver}', which {file} does not define: Alertmanager refuses to load the file, and no alert is told to anybody. Define it or correct the name.",
  },
  check(receiver, { given, fault, gaps, pass, skip, unknown }) {
    const { reach, files } = given;
    if (receiver.pathClass === 'example') return skip('an example; whoever copies it puts in addresses');
    const faults = undefinedReceivers(receiver).map(({ name, at }) =>
      fault('undefined', at, { receiver: name, file: receiver.path }, { discriminator: `undefined ${name}` }),
    );
    const [first] = receiver.integrations;
    if (reach.reaches === 'nobody' && !reach.deliberate && reach.unknown === undefined && isUsed()) {
      // Alerts that page into silence beside receivers that are told contradict them, and so do addresses that read as if
      // somebody had them. A silent catch-all may be meant; a visible blank, or a file that tells nobody at all, waits to
      // be filled in.
      const pages = reach.pagingSeverity !== undefined && isWired() && !(reach.default && hasSeveralTrees());
      const certain = reach.address === undefined ? pages : READS_AS_REAL.test(reach.address) && !isSample();
      const isBlank = reach.address === undefined ? !isWired() : !READS_AS_REAL.test(reach.address);
      const isMeant = isBlank || (reach.address === undefined ? reach.default : isSample());
      const severity = reach.doubtful === undefined && certain ? 'error' : isMeant ? 'info' : 'warning';
      const related = reach.routes.map(({ at }) => ({ at, message: 'routed here' }));
      const values = { what: whatIsRouted(), receiver: receiver.name };
      const options = { severity, related, discriminator: 'silent' } as const;
      const address = reach.address;
      if (address !== undefined && first)
        faults.push(fault('placeholder', { path: receiver.path, span: first.at }, { ...values, address }, options));
      else faults.push(fault('silent', receiver.at('name'), values, options));
    }
    if (faults.length > 0) return gaps(faults, receiver.at());
    if (receiver.level === 'scraped') return skip('read by a line scan; judged where it is compiled');
    if (reach.reaches === 'someone') return pass(first ? { path: receiver.path, span: first.at } : receiver.at());
    if (reach.unknown !== undefined) return unknown(reach.unknown, receiver.at());
    return skip(reach.deliberate ? 'it is silent on purpose' : 'nothing is routed to it');

    function isUsed(): boolean {
      return receiver.level !== 'scraped' && (reach.default || reach.routes.length > 0 || reach.alerts > 0);
    }

    /** Does the file tell anybody? A shipped default has receivers by name only, for each user to fill in. */
    function isWired(): boolean {
      return receiver.artifact.facts.receivers.some(({ integrations }) => integrations.length > 0);
    }

    /** Are all addresses of the file those of documentation? Then nobody mistook one of them for an address. */
    function isSample(): boolean {
      const targets = receiver.artifact.facts.receivers.flatMap(({ integrations }) =>
        integrations.flatMap(({ target }) => target ?? []),
      );
      return targets.length > 1 && targets.every((target) => DOCUMENTATION.test(target));
    }

    /** Which of several Alertmanagers gets an alert is not written down, so a catch-all of one may never see it. */
    function hasSeveralTrees(): boolean {
      return files.filter(({ facts }) => facts.route && facts.dialect !== 'grafana').length > 1;
    }

    function isOnlyRoute(): boolean {
      return receiver.artifact.facts.route?.routes.length === 0 && !hasSeveralTrees();
    }

    function whatIsRouted(): string {
      const matchers = reach.routes.map((route) => route.matchers).filter((text) => text !== '');
      if (reach.default)
        return `${isOnlyRoute() ? 'Every alert' : 'Whatever no other route takes'}${reach.sample === undefined || hasSeveralTrees() ? '' : `, ${reach.sample} for one,`}`;
      if (matchers.length > 0) return `What matches ${matchers.slice(0, MAX_MATCHERS).join(' or ')}`;
      return reach.sample ?? 'An alert';
    }
  },
});

/** `admin@example.com` passes for an address at a glance; `#<channel>` does not. */
const READS_AS_REAL = /^[^<>]*(?:@|:\/\/)[^<>]*$/;

/** Names that are reserved for documentation (RFC 2606), and visible blanks. */
const DOCUMENTATION = /(?:^|[@/.])example\.(?:com|org|net|edu)\b|\.(?:example|invalid)\b|<[^<>]+>/i;

/** Matchers named in a message; the routes themselves are listed as related places. */
const MAX_MATCHERS = 2;
