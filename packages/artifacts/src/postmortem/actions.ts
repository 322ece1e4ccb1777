import { type ActionItemFacts, DEFAULT_VOCABULARY, type DocumentFacts, namesTopic, type Span } from '@shipworthy/model';
import { listItemsIn } from '../formats/page/list-items.ts';
import { type PageTable, plainText, type TableCell, tablesIn } from '../formats/page/tables.ts';

/** Action items of one page that are read. */
const MAX_ACTIONS = 200;
/** A line with fewer letters is a label. */
const MIN_LETTERS = 8;

const COLUMNS = {
  text: /^(?:action(?: items?)?|items?|tasks?|description|what|follow[- ]?ups?|improvement|maßnahme|mesure|acción|ação|tiltak|アクション|対応|内容|行动项|措施)s?$/i,
  type: /^(?:type|kind|category|art|tipo|種別|类型)$/i,
  owner:
    /^(?:owners?|assignees?|assigned(?: to)?|who|responsible|dri|lead|team|verantwortlich|responsable|responsável|ansvarlig|担当|担当者|负责人)$/i,
  link: /^(?:bugs?|tickets?|issues?|links?|tracking|jira|prs?|pull requests?|references?|tracked(?: in| by)?|sak|チケット|関連|链接)(?: ?(?:\/|id|#|no\.?|link).*)?$/i,
  due: /^(?:due(?: date)?|deadline|eta|target(?: date)?|by when|when|date|frist|échéance|fecha límite|prazo|期限|截止日期)$/i,
  status: /^(?:status|state|done\??|progress|erledigt|statut|estado|状態|ステータス|状态)$/i,
} as const;
type Column = keyof typeof COLUMNS;

const EMPTY = /^(?:[-–—?.…]*|tbd|tba|todo|tbc|none|n\/?a|unassigned|nobody|no ?one|未定|なし)$/i;
const DONE =
  /\b(?:done|completed?|closed|fixed|resolved|shipped|merged|finished|implemented|deployed|erledigt|terminé|hecho|concluído|ferdig|utført)\b|[✅✔☑]|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):|完了|已完成|対応済/iu;
const NOT_DONE = /\b(?:not|in|partially|to be) (?:done|completed?|closed|fixed|resolved|progress)\b|未完了|未着手/iu;
/** The mark of a ticket; `UTF-8` and the like are names of standards, `SEV-1` is a severity. */
const LINK =
  /https?:\/\/[^\s)\]>|]+|(?<![\w&/])#\d{1,7}\b|\b(?!(?:UTF|SHA|AES|RSA|ISO|RFC|GPT|SEV)-)[A-Z][A-Z0-9]{1,9}-\d{1,6}\b|\[\[[^\]]+\]\]|\]\([^)\s]+\)/;
const OWNER_LABEL =
  /(?:\b(?:owners?|assignees?|assigned to|responsible|dri|verantwortlich|responsable)|担当者?|负责人)\**\s*[:=：]\s*\**\s*([^\s*,;|)、）][^*,;|)、。）]{0,60})/i;
const MENTION = /(?<![\w./])@[\w][\w/-]{1,40}/;
/** `(Ada)`, `(Ada Lovelace)`, `[ada]:` as somebody writes who does it. */
const NAMED =
  /^\[?\(?([A-Z][\p{L}'-]{1,20}(?: [A-Z][\p{L}'-]{1,20}){0,2})\)?\]?\s*[:：]\s|[(（]([A-Z][\p{L}'-]{1,20} [A-Z][\p{L}'-]{1,20})[)）]\s*\.?$/u;
const DUE =
  /(?:\b(?:due|by|deadline|eta|until|frist)|期限|截止日期)\**\s*[:：]?\s*\**\s*(\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:q[1-4]|[a-z]{3,9}\.? \d{1,2}(?:,? \d{4})?))/i;

/** The follow-ups that a page lists below its headings for them: rows of tables, else items of lists. */
export function actionsOf(page: DocumentFacts, text: string): ActionItemFacts[] {
  const parts = actionParts(page).map((part) => ({
    ...part,
    tables: tablesIn(text, part.body).filter(({ header }) => columnOf(namesOf(header), 'text') >= 0),
  }));
  // Lists beside tables explain these: what a priority means, which types there are.
  const tabled = parts.flatMap(({ tables, heading }) => tables.flatMap((table) => rowsOf(table, heading)));
  if (tabled.length > 0) return tabled.slice(0, MAX_ACTIONS);
  const certain = parts.filter(({ certain }) => certain).flatMap(({ body, heading }) => itemsOf(text, body, heading));
  if (certain.length > 0) return certain.map(({ item }) => item).slice(0, MAX_ACTIONS);
  return parts
    .flatMap(({ body, heading }) => itemsOf(text, body, heading))
    .flatMap(({ item, boxed }) => (boxed ? [item] : []))
    .slice(0, MAX_ACTIONS);
}

interface ActionPart {
  readonly body: Span;
  readonly heading: string;
  /** The heading above says that a list below it is one of follow-ups. */
  readonly certain: boolean;
}

/** Headings under "Lessons learned" and the like are no follow-ups, whatever they are called. */
const NO_ACTIONS = /\b(?:went (?:well|wrong|poorly)|lucky|taken during|response actions|actions? taken|implemented)\b/i;
/** A heading of more words is about something else that was followed up. */
const MAX_HEADING_WORDS = 5;

/** Each section for follow-ups, and the sections below it. */
function actionParts({ sections }: DocumentFacts): ActionPart[] {
  const parts: ActionPart[] = [];
  let until = 0;
  sections.forEach(({ heading, level, body }, index) => {
    if (level === 0 || body[0] < until || NO_ACTIONS.test(heading) || index === 0) return;
    if (!namesTopic(DEFAULT_VOCABULARY, heading, 'incidentActions')) return;
    const certain =
      namesTopic(DEFAULT_VOCABULARY, heading, 'incidentFollowUps') && heading.split(/\s+/).length <= MAX_HEADING_WORDS;
    const deeper = sections.slice(index + 1);
    const stop = deeper.findIndex((other) => other.level <= level);
    parts.push({ body, heading, certain });
    for (const part of stop < 0 ? deeper : deeper.slice(0, stop))
      parts.push({ body: part.body, heading: part.heading, certain });
    until = parts.at(-1)?.body[1] ?? body[1];
  });
  return parts;
}

const namesOf = (header: PageTable['header']): string[] => header.map((cell) => plainText(cell.text));
const columnOf = (names: readonly string[], column: Column): number =>
  names.findIndex((name) => COLUMNS[column].test(name));

function rowsOf({ header, rows }: PageTable, heading: string): ActionItemFacts[] {
  const names = namesOf(header);
  const text = columnOf(names, 'text');
  return rows.flatMap((cells) => {
    const row = rejoined(cells, names.length);
    const cell = row[text];
    if (!cell || EMPTY.test(plainText(cell.text))) return [];
    const raw = (column: Column): string | undefined => {
      const written = row[columnOf(names, column)]?.text;
      return written === undefined || EMPTY.test(plainText(written)) ? undefined : written;
    };
    const status = raw('status');
    const link = raw('link') ?? LINK.exec(row.map((other) => other.text).join(' '))?.[0];
    const owner = raw('owner') ?? (columnOf(names, 'owner') >= 0 ? undefined : MENTION.exec(cell.text)?.[0]);
    const type = raw('type') ?? heading;
    const due = raw('due');
    return [
      {
        text: plainText(cell.text),
        at: cell.at,
        type: plainText(type),
        ...(owner === undefined ? {} : { owner: plainText(owner) }),
        ...(link === undefined ? {} : { link }),
        ...(due === undefined ? {} : { due: plainText(due) }),
        done: isDone(status ?? '') || isDone(due ?? ''),
      },
    ];
  });
}

/** A row with more cells than columns, put together where a bar stands inside code, as its writer meant it. */
function rejoined(cells: PageTable['header'], columns: number): PageTable['header'] {
  if (cells.length <= columns) return cells;
  const whole: TableCell[] = [];
  let isOpen = false;
  for (const cell of cells) {
    const before: TableCell | undefined = isOpen ? whole.pop() : undefined;
    const text: string = before ? `${before.text} | ${cell.text}` : cell.text;
    whole.push({ text, at: [before?.at[0] ?? cell.at[0], cell.at[1]] });
    isOpen = (text.split('`').length - 1) % 2 === 1;
  }
  return whole.length === columns ? whole : cells;
}

/** Items of the outermost lists; `boxed` when the item has a check box. */
function itemsOf(
  text: string,
  body: Span,
  heading: string,
): { readonly item: ActionItemFacts; readonly boxed: boolean }[] {
  const items = listItemsIn(text, body);
  const top = Math.min(...items.map(({ indent }) => indent), Number.MAX_SAFE_INTEGER);
  const actions: { readonly item: ActionItemFacts; readonly boxed: boolean }[] = [];
  const finished = isDone(heading);
  items.forEach((item, index) => {
    if (item.indent > top || (item.text.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return;
    // What stands below an item belongs to it: its owner, its ticket.
    const rest = items.slice(index + 1);
    const next = rest.findIndex(({ indent }) => indent <= top);
    const whole = [item.text, ...(next < 0 ? rest : rest.slice(0, next)).map((below) => below.text)].join(' ');
    const struck = /^~~.*~~\W*$/.test(item.text.trim());
    const named = NAMED.exec(item.text);
    const labelled = OWNER_LABEL.exec(whole)?.[1]?.replace(/[.\s]+$/, '');
    const someone = labelled === undefined || EMPTY.test(labelled) ? undefined : labelled;
    const owner = someone ?? MENTION.exec(whole)?.[0] ?? named?.[1] ?? named?.[2];
    const link = LINK.exec(whole)?.[0];
    const due = DUE.exec(whole)?.[1];
    const action: ActionItemFacts = {
      text: plainText(item.text),
      at: item.at,
      type: heading,
      ...(owner === undefined ? {} : { owner: plainText(owner) }),
      ...(link === undefined ? {} : { link }),
      ...(due === undefined ? {} : { due }),
      done: finished || item.checked === true || struck || DONE_MARK.test(item.text),
    };
    actions.push({ item: action, boxed: item.checked !== undefined });
  });
  return actions;
}

/** A mark at the start or end of an item; in the middle of a sentence "fixed" says nothing about the item. */
const DONE_MARK =
  /^[*_~\s[(]*(?:done|completed?|fixed|✅|✔|☑|:white_check_mark:)|[([](?:done|completed?|fixed|closed)[)\]]|(?:✅|✔|— ?done|- done)\W*$/iu;

const isDone = (status: string): boolean => DONE.test(status) && !NOT_DONE.test(status);
