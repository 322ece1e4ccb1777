import { type Html, html, type Part, trusted } from './html.ts';

export interface Column {
  readonly name: string;
  /** Numbers stand on the right and sort as numbers, the greatest first. */
  readonly numeric?: true;
}

/** The first cell names the row. */
export type Row = readonly Part[];

export interface Table {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Rows, rendered already by `rowOf`. */
  readonly rows: readonly Html[];
  /** Asks for a field that searches the rows, under this label. */
  readonly search?: string;
}

/** A table in a region of its own, which scrolls where the screen is narrow; sorted and searched where there is script. */
export function tableOf({ id, caption, columns, rows, search }: Table): Html {
  return html`${search === undefined ? '' : searchFor(id, search)}<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-caption">
<table id="${id}" data-sort>
<caption id="${id}-caption"><span>${caption}</span></caption>
<thead><tr>${columns.map(({ name, numeric }) => html`<th scope="col"${numeric ? trusted(' class="num"') : ''}>${name}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
`;
}

const searchFor = (id: string, label: string): Html =>
  html`<div class="search" data-for="${id}" role="search" aria-label="${label}" hidden><label for="${id}-search">${label}</label><input type="search" id="${id}-search" autocomplete="off" spellcheck="false"><output for="${id}-search" aria-live="polite"></output></div>
`;

export const rowOf = (columns: readonly Column[], row: Row): Html =>
  html`<tr>${row.map((cell, index) => {
    if (index === 0) return html`<th scope="row">${cell}</th>`;
    return columns[index]?.numeric ? html`<td class="num">${cell}</td>` : html`<td>${cell}</td>`;
  })}</tr>
`;
