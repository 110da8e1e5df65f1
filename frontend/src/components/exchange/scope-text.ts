import { formatAnyOf, formatDay, formatLanguage, type Terms } from '../../i18n';
import type { Filters } from '../../state';

/** Among which documents an answer was looked for. */
export function scopeText({ tags, languages, from, to }: Filters, terms: Terms): string {
  const { filters, language } = terms;
  const conditions = [
    tags === undefined ? '' : filters.tagged(formatAnyOf(language, tags)),
    languages === undefined
      ? ''
      : filters.inLanguage(
          formatAnyOf(
            language,
            languages.map((code) => formatLanguage(language, code)),
          ),
        ),
    datesText(from, to, terms),
  ];
  return filters.among(conditions.filter((condition) => condition !== '').join(', '));
}

function datesText(
  from: string | undefined,
  to: string | undefined,
  { filters, language }: Terms,
): string {
  const [first, last] = [from, to].map((day) => (day === undefined ? '' : formatDay(language, day) || day));
  if (first && last) {
    return filters.datedBetween(first, last);
  }
  return first ? filters.datedFrom(first) : last ? filters.datedTo(last) : '';
}
