/** What stands in the content of pages: code, tables, permissions, changes. */
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
.scroll table { min-width: 36rem; }
:target { background: var(--mark); }

details { margin: 0.5rem 0; }
summary { cursor: pointer; color: var(--accent); padding: 0.15rem 0; }
summary:hover { text-decoration: underline; }
summary h3 { display: inline; }
.card h4 code { background: none; padding: 0; }
.card { border: 1px solid var(--rule); border-radius: 8px; padding: 0.6rem 1.1rem; margin: 0.6rem 0; }
.card h4 { margin: 0.3rem 0 0; }
.badge { font-size: 0.78rem; font-weight: 600; border: 1px solid var(--rule); border-radius: 1rem; padding: 0 0.6rem; color: var(--soft); }

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
`;
