/** What stands in the content of pages: code, tables, permissions, drawings, changes. */
export const CONTENT_STYLE = `
code, pre { font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
code { font-size: 0.88em; overflow-wrap: anywhere; }
:not(pre) > code { background: var(--shade); border-radius: 3px; padding: 0.08em 0.3em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
a code, summary code { background: none; padding: 0; }
pre {
  background: var(--shade);
  border: 1px solid var(--rule);
  border-radius: 6px;
  padding: 0.8rem 1rem;
  margin: 0.75rem 0;
  overflow-x: auto;
  line-height: 1.5;
}
pre code { overflow-wrap: normal; }
pre code, .once { user-select: all; -webkit-user-select: all; }

.facts { margin: 0.75rem 0; }
.facts > div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 1rem; padding: 0.3rem 0; }
.facts > div + div { border-top: 1px solid var(--rule); }
dt { color: var(--soft); font-size: 0.92rem; overflow-wrap: anywhere; }
dd { margin: 0; }
dd > ul, td > ul { margin: 0; padding-left: 1.1rem; }
.plain { list-style: none; padding: 0; }

table { width: 100%; border-collapse: collapse; margin: 0.75rem 0; }
caption { text-align: left; color: var(--soft); font-size: 0.9rem; padding-bottom: 0.35rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--rule); }
thead th { font-size: 0.88rem; color: var(--soft); border-bottom-width: 2px; }
tbody th { font-weight: 600; }
td > p:first-child { margin-top: 0; }
th code, .plain code { overflow-wrap: break-word; }
td pre { white-space: pre-wrap; }
.scroll { overflow-x: auto; }
:target { background: var(--mark); }

details { margin: 0.5rem 0; }
summary { cursor: pointer; color: var(--accent); padding: 0.15rem 0; }
summary:hover { text-decoration: underline; }
summary h3 { display: inline; }
.card h4 code { background: none; padding: 0; }
.card { border: 1px solid var(--rule); border-radius: 8px; padding: 0.6rem 1.1rem; margin: 0.6rem 0; }
.card h4 { margin: 0.3rem 0 0; }
.badge { font-size: 0.78rem; font-weight: 600; border: 1px solid var(--rule); border-radius: 1rem; padding: 0 0.6rem; color: var(--soft); }

.diagram { margin: 1.25rem 0; container-type: inline-size; }
.star { display: flex; align-items: stretch; margin-bottom: 0.75rem; }
.star ul { flex: 1; list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; justify-content: space-around; gap: 1.6rem; }
.star .what { flex: 2; min-width: 0; }
.star li { display: flex; align-items: center; margin: 0; }
.box { border: 1px solid var(--soft); border-radius: 4px; padding: 0.35rem 0.6rem; font-size: 0.88rem; }
.star > .box { flex: none; max-width: 13rem; overflow-wrap: anywhere; margin: 0; display: grid; align-content: center; background: var(--shade); font-weight: 600; }
.who .line { min-width: 8rem; }
.what .box { flex: none; width: 16.5rem; overflow-wrap: anywhere; }
.outside { border-color: var(--accent); border-radius: 1rem; background: var(--mark); }
.line { flex: 1; position: relative; text-align: center; color: var(--soft); font-size: 0.8rem; line-height: 1.3; padding: 0 0.9rem 0.15rem 0.4rem; border-bottom: 2px solid var(--soft); translate: 0 -50%; overflow-wrap: anywhere; }
.dotted .line { border-bottom-style: dotted; }
.line::after { content: ''; position: absolute; right: 0; bottom: -6px; border: 5px solid transparent; border-left: 9px solid var(--soft); border-right: 0; }
@container (max-width: 52rem) {
  .star, .star ul, .star li, .box { display: block; }
  .star > .box { margin: 0.6rem 0; max-width: none; }
  .star .what { padding-left: 1rem; }
  .line { display: block; text-align: left; border-bottom: 0; translate: none; border-left: 2px solid var(--soft); padding: 0.3rem 0 0.5rem 0.6rem; margin-left: 0.8rem; }
  .dotted .line { border-left-style: dotted; }
  .line::after { right: auto; left: -6px; bottom: 0; border: 5px solid transparent; border-top: 9px solid var(--soft); border-bottom: 0; }
  .what .box { width: auto; }
}
figcaption { color: var(--soft); font-size: 0.92rem; }

.changes { list-style: none; padding: 0; }
.changes > li { border-left: 4px solid var(--rule); padding: 0.3rem 0 0.3rem 0.9rem; margin: 0.6rem 0; }
.changes > .major { border-color: var(--bad); }
.changes > .minor { border-color: var(--good); }
.sign { font-weight: 600; white-space: nowrap; }
ins .sign { color: var(--good); }
del .sign { color: var(--bad); }
ins, del { display: block; text-decoration: none; border-radius: 4px; padding: 0.1rem 0.5rem; margin: 0.2rem 0; overflow-wrap: anywhere; }
ins { background: var(--good-shade); }
del { background: var(--bad-shade); }

@media (min-width: 80rem) {
  tbody th > a { white-space: nowrap; }
}
@media (max-width: 44rem) {
  .facts > div { grid-template-columns: minmax(0, 1fr); }
}
/* rows below each other, with the name of its column above each cell */
@media (max-width: 79.99rem) {
  table[role], caption, [role='rowgroup'], [role='row'], [role='rowheader'], [role='cell'] { display: block; }
  table[role] thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  [role='row'] { border-bottom: 1px solid var(--rule); padding: 0.5rem 0; }
  [role='rowheader'], [role='cell'] { border: 0; padding: 0.15rem 0; }
  [role='cell']::before { content: attr(data-label); display: block; color: var(--soft); font-size: 0.85rem; }
  [role='cell']:empty { display: none; }
}
`;
