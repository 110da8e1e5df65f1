import { svg, type SVGTemplateResult } from 'lit';

function icon(path: string): SVGTemplateResult {
  return svg`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;
}

export const sendIcon = icon('M10 16V4.5M4.8 9.5 10 4.3l5.2 5.2');
export const stopIcon = icon('M6 6h8v8H6z');
export const plusIcon = icon('M10 4v12M4 10h12');
export const closeIcon = icon('m5 5 10 10M15 5 5 15');
export const trashIcon = icon('M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6M8.6 9v4.5M11.4 9v4.5');
export const menuIcon = icon('M3.5 6h13M3.5 10h13M3.5 14h8');
export const upIcon = icon(
  'M7 9.2 10 3.5c1.5 0 2 1 1.8 2.2L11.3 8H15c1 0 1.6.9 1.4 1.8l-1 5c-.1.7-.7 1.2-1.4 1.2H7M7 9H4v7h3z',
);
export const downIcon = icon(
  'M13 10.8 10 16.5c-1.5 0-2-1-1.8-2.2l.5-2.3H5c-1 0-1.6-.9-1.4-1.8l1-5C4.7 4.5 5.3 4 6 4h7M13 11h3V4h-3z',
);
export const copyIcon = icon('M7 7V4h9v9h-3M4 7h9v9H4z');
export const moreIcon = icon('M4.5 10h.01M10 10h.01M15.5 10h.01');
export const filterIcon = icon('M3.5 5.5h13M6 10h8M8.5 14.5h3');
export const folderIcon = icon('M3 5.5h5l1.5 2H17V16H3z');
export const againIcon = icon('M15.5 8A6 6 0 1 0 16 11M16 4v4.2h-4.2');
export const fileIcon = icon('M5.5 3h6l3.5 3.5V17h-9.5zM11.3 3v3.7H15');
export const backIcon = icon('M16 10H4.5M9 5l-5 5 5 5');
export const downloadIcon = icon('M10 3v9.5M5.8 8.5 10 12.7l4.2-4.2M4 16.5h12');
export const quoteIcon = icon(
  'M6.2 9.5a2.3 2.3 0 1 1-2.3 2.3c0-3.5 1.3-5.8 3.9-6.8M14.2 9.5a2.3 2.3 0 1 1-2.3 2.3c0-3.5 1.3-5.8 3.9-6.800',
);
export const sunIcon = icon(
  'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 2.5v1.2M10 16.3v1.2M2.5 10h1.2M16.3 10h1.2M4.7 4.7l.8.8M14.5 14.5l.8.8M15.3 4.7l-.8.8M5.5 14.5l-.8.8',
);
export const moonIcon = icon('M16.2 11.8A6.7 6.7 0 0 1 8.2 3.8a6.7 6.7 0 1 0 8 8');
export const systemIcon = icon('M3 4.5h14v9H3zM7.5 16.5h5M10 13.5v3');
export const previousIcon = icon('m12.5 4.5-5.5 5.5 5.5 5.5');
export const nextIcon = icon('m7.5 4.5 5.5 5.5-5.5 5.5');
export const searchIcon = icon('M8.7 3.5a5.2 5.2 0 1 0 0 10.4 5.2 5.2 0 0 0 0-10.4M12.6 12.6 16.8 16.8');
export const minusIcon = icon('M4 10h12');
export const widthIcon = icon('M3 4v12M17 4v12M6 10h8M8 7.5 5.7 10 8 12.5M12 7.5 14.3 10 12 12.5');
