/** How a page is divided: top, menus, content, foot. */
export const PAGE_STYLE = `
*, ::before, ::after { box-sizing: border-box; }
html {
  font: 100%/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  color: var(--ink);
  background: var(--paper);
  text-size-adjust: 100%;
  scroll-padding-top: 1rem;
}
body { margin: 0; overflow-wrap: break-word; }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
main:focus, main:focus-visible { outline: none; }
.skip {
  position: absolute;
  left: 0.5rem;
  top: -10rem;
  padding: 0.5rem 1rem;
  background: var(--paper);
  z-index: 1;
}
.skip:focus { top: 0.5rem; }
.hidden {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

header { border-bottom: 1px solid var(--rule); background: var(--shade); }
header p, .page, footer { max-width: 78rem; margin: 0 auto; padding: 0 1.25rem; }
header a { display: inline-block; padding: 0.75rem 0; }

.page { padding-top: 1.5rem; padding-bottom: 3rem; }
main { min-width: 0; max-width: 58rem; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.9rem; margin: 0 0 0.75rem; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 {
  font-size: 1.35rem;
  margin: 2.5rem 0 0.75rem;
  padding-bottom: 0.25rem;
  border-bottom: 1px solid var(--rule);
}
h3 { font-size: 1.08rem; margin: 1.75rem 0 0.5rem; }
p, ul, ol { margin: 0.6rem 0; }
li { margin: 0.2rem 0; }
.lead { font-size: 1.1rem; color: var(--soft); max-width: 46rem; }
.note { color: var(--soft); font-size: 0.92rem; }
.button { display: inline-block; border: 1px solid var(--accent); border-radius: 6px; padding: 0.2rem 0.8rem; text-decoration: none; }

.menus { margin-bottom: 1.5rem; font-size: 0.94rem; }
.menus nav { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; }
.menus p { margin: 0; font-weight: 600; color: var(--soft); font-size: 0.85rem; }
.menus ul { display: flex; flex-wrap: wrap; gap: 0 1rem; list-style: none; margin: 0; padding: 0; }
.menus li { margin: 0; }
.menus a { display: block; padding: 0.2rem 0; text-decoration: none; }
.menus a:hover { text-decoration: underline; }
.menus [aria-current] { color: var(--ink); font-weight: 600; }

@media (min-width: 64rem) {
  .page:not(:has(.menus)) main { max-width: none; }
  .page:has(.menus) { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 3rem; align-items: start; }
  .menus { position: sticky; top: 1.5rem; max-height: calc(100vh - 3rem); overflow-y: auto; margin: 0 0 0 -4px; padding-left: 4px; }
  .menus nav { display: block; }
  .menus nav + nav { margin-top: 1.5rem; }
  .menus ul { display: block; margin-top: 0.25rem; }
  .menus a { padding: 0.2rem 0 0.2rem 0.75rem; border-left: 2px solid var(--rule); }
  .menus [aria-current] { border-left-color: var(--accent); background: var(--mark); }
}

@media (max-width: 44rem) {
  h1 { font-size: 1.5rem; }
  .menus nav + nav { margin-top: 0.4rem; }
}

footer { padding-top: 1rem; padding-bottom: 2rem; color: var(--soft); font-size: 0.9rem; }

@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
}
@media print {
  /* the header stays: it tells the version */
  .menus, .skip, footer { display: none; }
  .page, main, header p { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  .card, tr, pre { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  pre { white-space: pre-wrap; }
}
`;
