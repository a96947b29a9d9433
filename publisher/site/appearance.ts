import { CONTENT_STYLE } from './content-style';
import { PAGE_STYLE } from './page-style';

/** Colours as tests of contrast take them, for light and for dark rooms. */
const COLOURS = `
:root {
  color-scheme: light dark;
  --paper: #fff;
  --shade: #f4f6f8;
  --ink: #1b2127;
  --soft: #505b66;
  --rule: #d5dbe1;
  --accent: #0b5c8a;
  --mark: #e3f0f8;
  --good: #14602d;
  --good-shade: #e9f6ed;
  --bad: #98191f;
  --bad-shade: #fdefef;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181c;
    --shade: #1d2329;
    --ink: #e5e9ec;
    --soft: #a6b1bb;
    --rule: #37414b;
    --accent: #82c4ee;
    --mark: #1d3444;
    --good: #93d9a8;
    --good-shade: #15301f;
    --bad: #f6aaaa;
    --bad-shade: #3b1c1f;
  }
}
@media print {
  :root {
    --paper: #fff;
    --shade: #f4f6f8;
    --ink: #000;
    --soft: #333;
    --rule: #999;
    --accent: #000;
    --mark: #fff;
    --good: #000;
    --good-shade: #fff;
    --bad: #000;
    --bad-shade: #fff;
  }
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
