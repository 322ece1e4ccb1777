import type { ActionItemFacts } from '@shipworthy/model';
import { defineRule, option, today } from '@shipworthy/rule-kit';

const DAY_MS = 24 * 60 * 60 * 1000;
const DATE = /\b\d{4}-\d{2}-\d{2}\b/;

export default defineRule({
  id: 'postmortem/actions-tracked',
  title: 'Every follow-up of an incident has a ticket, or an owner and a date',
  stages: ['improve'],
  qualities: ['reliability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
  subject: 'postmortem',
  needs: {
    today: today(),
    grace: option({
      type: 'integer',
      default: 90,
      minimum: 0,
      describe: 'days after its date before an open follow-up is reported',
    }),
  },
  messages: {
    untracked:
      "'{action}' is open and has no ticket, nor an owner with a date. An action that nobody holds is a wish, and the incident will return: link a ticket.",
    untrackeds:
      "{count} follow-ups are open and have no ticket, nor an owner with a date, '{action}' first. An action that nobody holds is a wish, and the incident will return: link tickets.",
    overdue:
      "'{action}' was due on {due} and is still marked open. Either it was done and the page does not say so, or the incident can return: close it or set a new date.",
    overdues:
      "{count} follow-ups are long past their date and still marked open, '{action}' ({due}) first. Either they were done and the page does not say so, or the incident can return: close them or set new dates.",
  },
  check({ facts, path }, { given, fault, gaps, skip }) {
    const { actions } = facts;
    if (actions.length === 0) return skip('lists no follow-ups; postmortem/complete asks for them');
    const faults = actions.flatMap((action) => {
      if (action.done) return [];
      const at = { path, span: action.at };
      const name = shortened(action.text);
      if (!isHeld(action))
        return [
          fault(
            'untracked',
            at,
            { action: name },
            { cause: `${path} untracked`, joined: 'untrackeds', discriminator: action.text },
          ),
        ];
      const due = DATE.exec(action.due ?? '')?.[0];
      if (due === undefined || daysBetween(due, given.today) <= given.grace) return [];
      return [
        fault(
          'overdue',
          at,
          { action: name, due },
          { severity: 'info', cause: `${path} overdue`, joined: 'overdues', discriminator: action.text },
        ),
      ];
    });
    return gaps(faults, { path, span: actions[0]?.at ?? [0, 0] });
  },
});

/** A ticket has an owner and a state of its own. */
const isHeld = ({ link, owner, due }: ActionItemFacts): boolean =>
  link !== undefined || (owner !== undefined && due !== undefined);

/** NaN, and so never above a limit, for what is no day. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

const MAX_NAME = 70;
const shortened = (text: string): string =>
  text.length > MAX_NAME ? `${text.slice(0, MAX_NAME).replace(/\s+\S*$/, '')}…` : text;
