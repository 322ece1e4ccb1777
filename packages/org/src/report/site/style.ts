/**
 * The one style sheet, in each page. Colours have a contrast of at least 4.5 to 1 on what they stand on. What is warm wants
 * attention, the paler the less; a number stands wherever a colour does.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #faf9f7; --sheet: #fff; --text: #1d2126; --soft: #59616b; --line: #e3e0da; --link: #0b5a88; --focus: #0b5a88;
  --good: #17693f; --bad: #a5311c; --note: #fff4d6; --note-line: #d9b44a;
  --heat0: #e8906b; --heat1: #f1b496; --heat2: #f7d6c3; --heat3: #fcebe1; --heat4: #e9f3ee; --heat5: #c3e2d2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171a; --sheet: #1c2024; --text: #e8eaec; --soft: #a3abb4; --line: #30363c; --link: #85c4ef; --focus: #85c4ef;
    --good: #74cba0; --bad: #f29a86; --note: #332b14; --note-line: #8a6d1d;
    --heat0: #8c4023; --heat1: #6c3a26; --heat2: #4e3228; --heat3: #382c28; --heat4: #20332c; --heat5: #23553f;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -100rem; padding: .5rem 1rem; background: var(--sheet); }
.skip:focus { left: .5rem; top: .5rem; z-index: 2; }
.bar, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
.bar { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding-top: 1rem; padding-bottom: .75rem; border-bottom: 1px solid var(--line); }
.bar p { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.bar ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; list-style: none; margin: 0; padding: 0; }
.bar a { color: var(--soft); text-decoration: none; padding: .2rem 0; display: inline-block; }
.bar a:hover { color: var(--link); text-decoration: underline; }
.bar a[aria-current] { color: var(--text); box-shadow: 0 2px 0 var(--text); }
footer { padding-top: 1.5rem; padding-bottom: 3rem; color: var(--soft); font-size: .875rem; }
h1 { font-size: 1.5rem; line-height: 1.25; font-weight: 650; margin: 1.75rem 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; line-height: 1.3; font-weight: 650; margin: 0 0 .6rem; }
h3 { font-size: 1rem; line-height: 1.4; font-weight: 650; margin: 1.25rem 0 .35rem; overflow-wrap: anywhere; }
p { margin: 0 0 .75rem; }
section { margin: 2.25rem 0 0; }
.soft { color: var(--soft); }
.small { font-size: .875rem; }
.sub { color: var(--soft); margin-bottom: 0; overflow-wrap: anywhere; }
.good { color: var(--good); } .bad { color: var(--bad); }
.hero { display: flex; flex-wrap: wrap; gap: .25rem 2rem; align-items: flex-end; margin: 1.5rem 0 .5rem; }
.hero .big { font-size: 3.25rem; line-height: 1; font-weight: 650; letter-spacing: -.02em; font-variant-numeric: tabular-nums; margin: 0; }
.hero .said { margin: 0; flex: 1 1 16rem; }
.gauge { display: block; width: 100%; height: .5rem; margin: .9rem 0 .75rem; }
.gauge .all { fill: var(--line); } .gauge .met { fill: var(--good); }
.facts { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .15rem 1.5rem; color: var(--soft); }
.facts b { color: var(--text); font-weight: 600; font-variant-numeric: tabular-nums; }
.banner { background: var(--note); border: 1px solid var(--note-line); border-radius: 6px; padding: .7rem 1rem; margin: 1.25rem 0 0; overflow-wrap: anywhere; }
.banner + p { margin-top: .75rem; }
.banner p:last-child, .banner ul { margin-bottom: 0; }
.two, .three { display: grid; gap: 0 2.25rem; }
.two { grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); }
.three { grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); }
.three > section { margin-top: 1.75rem; }
.list { list-style: none; margin: 0 0 .5rem; padding: 0; }
.list > li { padding: .5rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.list > li > p { margin: 0; line-height: 1.4; }
.where { color: var(--soft); font-size: .8125rem; line-height: 1.45; overflow-wrap: anywhere; }
.where a { color: inherit; } h3 .soft { font-weight: 400; } h3 .soft a { color: inherit; }
code, .path { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .875em; overflow-wrap: anywhere; }
.tag { display: inline-block; border: 1px solid currentColor; border-radius: 4px; padding: 0 .4em; font-size: .75rem; line-height: 1.5; font-weight: 600; vertical-align: .08em; white-space: nowrap; }
.tag.error { color: var(--bad); } .tag.warning { color: var(--text); } .tag.info, .tag.plain { color: var(--soft); } .tag.new { color: var(--bad); border-style: dashed; }
.actions { counter-reset: action; list-style: none; margin: 0; padding: .35rem 1.1rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; }
.actions > li { counter-increment: action; position: relative; padding: .65rem 0 .65rem 1.9rem; overflow-wrap: anywhere; }
.actions > li + li { border-top: 1px solid var(--line); }
.actions > li::before { content: counter(action); position: absolute; left: 0; font-size: 1.5rem; line-height: 1.1; font-weight: 650; color: var(--soft); }
.actions p { margin: 0 0 .2rem; } .actions .what { font-weight: 600; line-height: 1.35; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); margin: 0 0 .75rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .6rem .8rem; color: var(--soft); font-size: .875rem; }
caption span { display: inline-block; position: sticky; left: .8rem; max-width: min(100%, 100vw - 4.5rem); }
th, td { text-align: left; padding: .45rem .8rem; border-top: 1px solid var(--line); vertical-align: top; }
thead th { font-weight: 600; font-size: .8125rem; color: var(--soft); vertical-align: bottom; white-space: nowrap; }
tbody th { font-weight: 500; min-width: 8rem; overflow-wrap: anywhere; }
th:first-child { position: sticky; left: 0; background: var(--sheet); }
.num { text-align: right; white-space: nowrap; }
th button { all: unset; cursor: pointer; display: inline-flex; gap: .3em; padding: .15rem 0; }
th button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
th button::after { content: "\\2195"; opacity: .55; }
th[aria-sort=ascending] button::after { content: "\\2191"; opacity: 1; }
th[aria-sort=descending] button::after { content: "\\2193"; opacity: 1; }
.heat td { text-align: center; border-left: 1px solid var(--line); padding: .35rem .5rem; min-width: 4.2rem; }
.heat thead th + th { text-align: center; }
.heat td small { display: block; white-space: nowrap; font-size: .75rem; }
.heat .h0 { background: var(--heat0); } .heat .h1 { background: var(--heat1); } .heat .h2 { background: var(--heat2); }
.heat .h3 { background: var(--heat3); } .heat .h4 { background: var(--heat4); } .heat .h5 { background: var(--heat5); }
.heat .none { color: var(--soft); }
.search { display: flex; flex-wrap: wrap; gap: .4rem .75rem; align-items: baseline; margin: 0 0 .75rem; }
.search[hidden] { display: none; }
.search input { font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--soft); border-radius: 6px; padding: .35rem .7rem; width: min(20rem, 100%); }
.search output { color: var(--soft); font-size: .875rem; }
details { margin: .5rem 0; } summary { cursor: pointer; color: var(--link); width: fit-content; }
details > :nth-child(2) { margin-top: .6rem; }
figure { margin: 0; } figcaption { font-weight: 600; font-size: .9375rem; margin-bottom: .25rem; }
.chart { display: block; width: 100%; max-width: 28rem; height: auto; }
.chart text { fill: var(--soft); font-size: 12px; } .chart .last { fill: var(--text); font-weight: 600; paint-order: stroke; stroke: var(--ground); stroke-width: 4px; }
.chart .grid { stroke: var(--line); } .chart .break { stroke: var(--soft); stroke-dasharray: 3 3; }
.chart polyline { fill: none; stroke: var(--link); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; } .chart circle { fill: var(--link); }
.prose { max-width: 46rem; overflow-wrap: anywhere; } .prose pre { overflow-x: auto; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: .7rem .9rem; }
.prose table { display: block; overflow-x: auto; }
@media (max-width: 40rem) {
  .bar, main, footer { padding-left: .9rem; padding-right: .9rem; }
  .hero .big { font-size: 2.6rem; }
  th, td { padding: .4rem .6rem; }
  tbody th { min-width: 7.5rem; max-width: 9rem; box-shadow: 1px 0 var(--line); }
}
@media print {
  :root { color-scheme: light; --ground: #fff; --sheet: #fff; --text: #000; --soft: #444; --line: #bbb; --link: #000; --good: #17693f; --bad: #a5311c; --note: #fff; --note-line: #777; --heat0: #e8906b; --heat1: #f1b496; --heat2: #f7d6c3; --heat3: #fcebe1; --heat4: #e9f3ee; --heat5: #c3e2d2; }
  body { font-size: 10pt; }
  .bar ul, .skip, .search { display: none !important; }
  .bar, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .scroll { overflow: visible; border: 0; }
  .scroll:has(.heat) td, .gauge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  section { margin-top: 1.25rem; }
  h2, h3, thead { break-after: avoid; } tr, .list > li, .actions > li, figure { break-inside: avoid; }
  .three { grid-template-columns: 1fr 1fr; } .three > section:last-child { grid-column: 1 / -1; } th:first-child { position: static; }
  details::details-content { content-visibility: visible; block-size: auto; }
  th, td { padding: .2rem .4rem; } th button::after { content: ""; }
}
@media (prefers-contrast: more) { :root { --soft: var(--text); --line: var(--text); } }
`;
