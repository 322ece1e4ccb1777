import type { FocusSignal, Judged, Profile, ProfileReport, RubricQuestion, RunOrShipped } from '@shipworthy/model';
import type { TextOptions } from './options.ts';
import { type Style, styleFor } from './style.ts';
import { visible } from './visible.ts';
import { counted, wrap } from './wrap.ts';

/** The rubric as the article asks it. */
const QUESTIONS: Readonly<Record<RubricQuestion, string>> = {
  maintainers: 'Will more than one person maintain this?',
  unattended: 'Will it run without you watching it?',
  harm: 'Can a failure cause financial, legal, or trust damage?',
  change: 'Will it need changes every month?',
};

/** Its five situations to focus on software development in. */
const SIGNALS: Readonly<Record<FocusSignal, string>> = {
  customers: 'You ship to paying customers',
  'personal-data': 'You store personal or financial data',
  cloud: 'You deploy to cloud infrastructure',
  contributors: 'You have multiple contributors',
  lasting: 'You expect it to last more than a few weeks',
};

const DELIVERY: Readonly<Record<RunOrShipped, string>> = {
  run: 'software you run: asked how it is deployed, watched and rolled back',
  shipped: 'software you ship: asked how it is released; whoever installs it runs it',
  both: 'software you run and ship',
  neither: 'nothing that runs unattended or is released',
  unknown: 'asked no more than a script would be, in hints',
};

/** More components than this are counted, not listed. */
const MAX_COMPONENTS = 20;
const INDENT = '  ';

/** What the repository is, the four questions with their evidence, and the verdict. */
export function renderProfileText(report: ProfileReport, options: TextOptions): string {
  const style = styleFor(options);
  const { profile, rubric, signals } = report;
  return `${[
    style.strong('What it is'),
    ...judged(profile, style),
    ...stated(profile, style),
    ...line(DELIVERY[report.delivery], '', style),
    ...line(`criticality: ${profile.criticality}`, '', style),
    ...(profile.retired && profile.criticality === 'experimental' ? reason(profile.retired.because, style) : []),
    ...components(report, style),
    '',
    style.strong('The rubric'),
    ...Object.entries(QUESTIONS).flatMap(([question, text]) => {
      const { answer, evidence, declared } = rubric[question as RubricQuestion];
      const shown = answer === 'yes' ? style.strong('yes') : answer === 'no' ? 'no' : style.dim('unknown');
      return [
        `${INDENT}${text}  ${shown}${declared ? ' (declared)' : ''}`,
        ...evidence.flatMap(({ because }) => reason(because, style)),
      ];
    }),
    '',
    style.strong('Focus on software development when'),
    ...signals.flatMap(({ name, seen, because }) => [
      `${INDENT}${seen ? style.good('✔') : style.dim('·')} ${SIGNALS[name]}`,
      ...reason(because, style),
    ]),
    ...questions(report, style),
    '',
    style.strong('If this runs on my laptop, am I done?'),
    ...wrap(visible(report.verdict), style.width, INDENT, INDENT),
    ...wrap(next(report), style.width, INDENT, INDENT),
  ].join('\n')}\n`;
}

function judged({ archetypes, unknown }: Judged, style: Style): string[] {
  if (unknown) return line('not known', unknown.because, style);
  return archetypes.length === 0
    ? line('an empty repository', '', style)
    : archetypes.flatMap(({ name, because }) => line(name, because, style));
}

/** How loudly it is asked; what is not known is not inferred either. */
function stated({ stated: by, unknown }: Profile, style: Style): string[] {
  if (by) return line('stated: what is missing is a warning', by.because, style);
  return unknown ? [] : line('inferred: what is missing is a hint', '', style);
}

function line(what: string, because: string, style: Style): string[] {
  return [`${INDENT}${visible(what)}`, ...(because === '' ? [] : reason(because, style))];
}

const reason = (because: string, style: Style): string[] =>
  wrap(visible(because), style.width, '      ', '      ').map((text) => style.dim(text));

function components({ profile }: ProfileReport, style: Style): string[] {
  const { components: all } = profile;
  if (all.length < 2) return [];
  const shown = all.slice(0, MAX_COMPONENTS).map(({ name, folder, archetypes, unknown }) => {
    const what = unknown ? 'not known' : archetypes.map((archetype) => archetype.name).join(', ');
    const title = folder === '' && name === '.' ? '' : `${visible(name)} `;
    return `${INDENT}${title}${style.dim(`(${folder === '' ? 'root' : visible(folder)}): ${what}`)}`;
  });
  const more = all.length - shown.length;
  return ['', style.strong('Components'), ...shown, ...(more > 0 ? [style.dim(`${INDENT}and ${more} more`)] : [])];
}

function questions({ questions: answered }: ProfileReport, style: Style): string[] {
  if (answered.length === 0) return [];
  return ['', style.strong(`Questions nobody can see the answer to: ${counted(answered.length, 'answer')} recorded`)];
}

/** The smallest thing that comes next; a wrong judgement is one line of configuration away. */
function next({ enough, profile }: ProfileReport): string {
  const other = profile.archetypes.some(({ name }) => name === 'service') ? 'library' : 'service';
  const wrong = profile.unknown
    ? 'Say what it is in .shipworthy.yaml, for example archetype: library'
    : `If it is something else, say so in .shipworthy.yaml, for example archetype: ${other}`;
  return enough ? wrong : `Next: shipworthy lint names the gaps, one at a time. ${wrong}`;
}
