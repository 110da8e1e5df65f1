import { formatDay, formatLanguage, type Terms } from '../../i18n';
import type { FilterPart } from '../../state';

export function partText({ kind, value }: FilterPart, { filters, language }: Terms): string {
  switch (kind) {
    case 'tag':
      return value;
    case 'language':
      return formatLanguage(language, value);
    case 'from':
      return filters.since(formatDay(language, value));
    case 'to':
      return filters.until(formatDay(language, value));
  }
}
