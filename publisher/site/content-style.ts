/** Rows below each other, with the name of its column above each cell. */
const stacked = (
  around: string,
): string => `  ${around}table[role], ${around}caption { display: block; }
  ${around}[role='rowgroup'], ${around}[role='row'], ${around}[role='rowheader'], ${around}[role='cell'] { display: block; }
  ${around}table[role] thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  ${around}[role='row'] { border-bottom: 1px solid var(--rule); padding: 0.5rem 0; }
  ${around}[role='rowheader'], ${around}[role='cell'] { border: 0; padding: 0.15rem 0; }
  ${around}[role='cell']::before { content: attr(data-label); display: block; color: var(--soft); font-size: 0.85rem; }
  ${around}[role='cell']:empty { display: none; }
`;

/** What stands in the content of pages: code, tables, statements, drawings, changes. */
export const CONTENT_STYLE = `
code, pre, svg text { font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
code { font-size: 0.88em; overflow-wrap: anywhere; }
:not(pre) > code { background: var(--shade); border-radius: 3px; padding: 0.08em 0.3em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
a code { background: none; padding: 0; }
pre {
  background: var(--shade);
  border: 1px solid var(--rule);
  border-radius: 6px;
  padding: 0.8rem 1rem;
  margin: 0.75rem 0;
  overflow-x: auto;
  line-height: 1.5;
}
pre code { overflow-wrap: normal; user-select: all; -webkit-user-select: all; }
.once { user-select: all; -webkit-user-select: all; }

.facts { margin: 0.75rem 0; }
.facts > div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 1rem; padding: 0.3rem 0; }
.facts > div + div { border-top: 1px solid var(--rule); }
dt { color: var(--soft); font-size: 0.92rem; }
dd { margin: 0; }
dd > ul { margin: 0; padding-left: 1.1rem; }

table { width: 100%; border-collapse: collapse; margin: 0.75rem 0; }
caption { text-align: left; color: var(--soft); font-size: 0.9rem; padding-bottom: 0.35rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--rule); }
thead th { font-size: 0.88rem; color: var(--soft); border-bottom-width: 2px; }
tbody th { font-weight: 600; }
td > p:first-child, td > ul { margin-top: 0; }
td > ul { padding-left: 1.1rem; }
.type { display: block; font-weight: 400; color: var(--soft); }
.type code { background: none; padding: 0; }
th code { overflow-wrap: break-word; }
td pre { white-space: pre-wrap; }
td pre code { overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
:target { background: var(--mark); }

details { margin: 0.5rem 0; }
summary { cursor: pointer; color: var(--accent); padding: 0.15rem 0; width: fit-content; max-width: 100%; }
summary:hover { text-decoration: underline; }
summary .name { font-weight: 600; overflow-wrap: anywhere; }

.card { border: 1px solid var(--rule); border-radius: 8px; padding: 0.9rem 1.1rem 0.4rem; margin: 1rem 0; }
.card h3 { margin: 0; overflow-wrap: anywhere; }
.card h3 a { color: inherit; text-decoration: none; }
.card h3 a:hover { text-decoration: underline; }
.badge {
  display: inline-block;
  font-size: 0.78rem;
  font-weight: 600;
  border: 1px dashed var(--soft);
  border-radius: 1rem;
  padding: 0 0.6rem;
  margin-left: 0.25rem;
  color: var(--soft);
}
.badge.default { border-style: solid; border-color: var(--accent); background: var(--mark); color: var(--ink); }

.diagram { margin: 1.25rem 0; }
.diagram svg { display: block; height: auto; }
.diagram .wide { max-width: 100%; min-width: 44rem; }
svg text { fill: var(--ink); dominant-baseline: central; text-anchor: middle; font-size: 13px; }
svg rect { stroke: var(--soft); fill: var(--paper); }
svg .outside rect { fill: var(--mark); stroke: var(--accent); }
svg .line { fill: none; stroke: var(--soft); stroke-width: 1.5; }
svg .dotted .line { stroke-dasharray: 2 4; }
svg .tip { fill: var(--soft); }
svg .arrow text { font-size: 12px; fill: var(--soft); }
figcaption { color: var(--soft); font-size: 0.92rem; margin-top: 0.5rem; }

.changes { list-style: none; padding: 0; }
.changes > li { border-left: 4px solid var(--rule); padding: 0.3rem 0 0.3rem 0.9rem; margin: 0.6rem 0; }
.changes > .added { border-color: var(--good); }
.changes > .removed { border-color: var(--bad); }
.changes details { margin: 0; }
.changes summary { color: inherit; }
.sign { font-weight: 600; white-space: nowrap; }
.added > .sign, .added summary .sign, ins .sign { color: var(--good); }
.removed > .sign, .removed summary .sign, del .sign { color: var(--bad); }
.detail { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 1rem; margin: 0.35rem 0; }
.detail p { margin: 0; color: var(--soft); font-size: 0.92rem; }
.detail ul { list-style: none; margin: 0; padding: 0; }
ins, del { display: block; text-decoration: none; border-radius: 4px; padding: 0.1rem 0.5rem; overflow-wrap: anywhere; }
ins { background: var(--good-shade); }
del { background: var(--bad-shade); }
ins code, del code { background: none; padding: 0; }

@media (min-width: 60.01rem) {
  tbody th > a { white-space: nowrap; }
}
@media (max-width: 44rem) {
  .facts > div, .detail { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 60rem) {
${stacked('')}}
@media (max-width: 80rem) {
${stacked('td ')}}
@media (min-width: 44.01rem) and (max-width: 80rem) {
  td [role='cell'] { position: relative; padding-left: 7rem; }
  td [role='cell']::before { position: absolute; left: 0; }
}
`;
