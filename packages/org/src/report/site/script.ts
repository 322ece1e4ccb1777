/**
 * What pages with tables can do with script: search and sort. Without it all rows are there, in their order. It reads and
 * sets nothing but the page: no network, no storage.
 */
export const SCRIPT = `
'use strict';
for (const table of document.querySelectorAll('table[data-sort]')) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const numeric = head.classList.contains('num');
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    const valueOf = (row) => {
      const cell = row.cells[column];
      if (!numeric) return cell.textContent.trim().toLowerCase();
      const value = parseFloat(cell.textContent.replaceAll(',', ''));
      return Number.isNaN(value) ? -1 : value;
    };
    button.addEventListener('click', () => {
      const before = head.getAttribute('aria-sort');
      const up = before ? before === 'descending' : !numeric;
      const rows = [...body.rows].map((row) => [valueOf(row), row]);
      rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (up ? 1 : -1));
      body.append(...rows.map(([, row]) => row));
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    });
  });
}
for (const search of document.querySelectorAll('.search')) {
  const rows = [...document.getElementById(search.dataset.for).tBodies[0].rows].map((row) => [row.textContent.toLowerCase(), row]);
  const input = search.querySelector('input');
  const output = search.querySelector('output');
  const find = () => {
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const [text, row] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown++;
    }
    output.textContent = words.length === 0 ? '' : shown + ' of ' + rows.length + ' shown';
  };
  input.addEventListener('input', find);
  search.hidden = false;
  find();
}
`;
