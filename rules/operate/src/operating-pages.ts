import type { Artifact } from '@shipworthy/model';

/** What pages for those who operate a program are called. */
const NAMED =
  /(?:^|\/)(?:maintenance|operat(?:ions?|ing)(?:[-_](?:notes|guide|manual|handbook))?|ops|trouble-?shooting|disaster[-_]recovery|incidents?|on-?call|emergenc(?:y|ies))\.\w+$/i;
/** Of these, help for somebody who sets the program up on a machine of their own. */
const SETS_UP = /\b(?:local|develop\w*|install\w*|build\w*|contribut\w*|setup|set-up)\b/i;
/** Fewer commands are an aside. */
const MIN_COMMANDS = 3;

/** A page for those who operate it, with commands to go by: not called a runbook, and used as one. */
export const tellsHowToOperate = ({ path, pathClass, title, facts }: Artifact<'document'>): boolean =>
  pathClass === 'authored' &&
  NAMED.test(path) &&
  !SETS_UP.test(`${path.replaceAll('/', ' ')} ${title ?? ''}`) &&
  facts.sections.reduce((sum, { commands }) => sum + commands, 0) >= MIN_COMMANDS;
