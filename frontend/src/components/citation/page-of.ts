import type { Citation } from '../../state';

/** The page as it is printed, or its number; null for formats without pages. */
export function pageOf({ page, pageLabel }: Citation): string | number | null {
  return (pageLabel ?? '') === '' ? page : pageLabel;
}
