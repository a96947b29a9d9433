import { CONTENT_STYLE } from './content-style';
import { PAGE_STYLE } from './page-style';

/** Colours as tests of contrast take them, for light and for dark rooms; paper is light. */
const COLOURS = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fff, #14181c);
  --shade: light-dark(#f4f6f8, #1d2329);
  --ink: light-dark(#1b2127, #e5e9ec);
  --soft: light-dark(#505b66, #a6b1bb);
  --rule: light-dark(#d5dbe1, #37414b);
  --accent: light-dark(#0b5c8a, #82c4ee);
  --mark: light-dark(#e3f0f8, #1d3444);
  --good: light-dark(#14602d, #93d9a8);
  --good-shade: light-dark(#e9f6ed, #15301f);
  --bad: light-dark(#98191f, #f6aaaa);
  --bad-shade: light-dark(#fdefef, #3b1c1f);
}
@media print {
  :root { color-scheme: light; }
}
`;

/** The one stylesheet of the site. It loads nothing. */
export const stylesheet = `${COLOURS.trimStart()}${PAGE_STYLE}${CONTENT_STYLE}`;

/** A key, for tabs and bookmarks. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#0b5c8a"/>
<g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
<circle cx="11" cy="16" r="4.5"/>
<path d="M15.5 16H26v5M21 16v4"/>
</g>
</svg>
`;
