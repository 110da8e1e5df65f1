import { dateFormat, displayNames, numberFormat } from './formatters';

export function formatCount(language: string, count: number): string {
  return numberFormat(regional(language), {}).format(count);
}

export function formatPercent(language: string, share: number): string {
  return numberFormat(regional(language), {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}

/** As exact as it was chosen. */
export function formatThreshold(language: string, threshold: number): string {
  return numberFormat(regional(language), {
    style: 'percent',
    maximumFractionDigits: 4,
  }).format(threshold);
}

/** With one decimal: for what is measured over hundreds. */
export function formatMeasure(language: string, share: number): string {
  return numberFormat(regional(language), {
    style: 'percent',
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  }).format(share);
}

/** With its sign, but for none. */
export function formatDifference(language: string, difference: number, options: Intl.NumberFormatOptions): string {
  return numberFormat(regional(language), { ...options, signDisplay: 'exceptZero' }).format(difference);
}

/** Three significant places are all that a score is worth. */
export function formatScore(language: string, score: number): string {
  return numberFormat(regional(language), { maximumSignificantDigits: 3 }).format(score);
}

export function formatMilliseconds(language: string, milliseconds: number): string {
  const unit = milliseconds < 1000 ? 'millisecond' : 'second';
  const value = unit === 'second' ? milliseconds / 1000 : milliseconds;
  return numberFormat(regional(language), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

export function formatBytes(language: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power =
    bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(1000)), units.length - 1);
  return numberFormat(regional(language), {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1000 ** power);
}

/** Time that something will still take, as roughly as it can be known. */
export function formatDuration(language: string, seconds: number): string {
  const [value, unit] =
    seconds < 55
      ? ([Math.max(10, Math.ceil(seconds / 10) * 10), 'second'] as const)
      : seconds < 90 * 60
        ? ([Math.max(1, Math.round(seconds / 60)), 'minute'] as const)
        : ([Math.round(seconds / 360) / 10, 'hour'] as const);
  return numberFormat(regional(language), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(value);
}

/** Rounded down, so that nothing is said to be done before it is. */
export function formatShare(language: string, share: number): string {
  return formatPercent(language, Math.floor(share * 100) / 100);
}

export function formatTime(language: string, iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? ''
    : dateFormat(regional(language), { timeStyle: 'short' }).format(date);
}

/** A day without a time, such as `2026-03-31`. Empty for what is no day. */
export function formatDay(language: string, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? ''
    : dateFormat(regional(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(
        date,
      );
}

/** “a, b or c” */
export function formatAnyOf(language: string, items: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(items);
}

/** Empty for what is no date. */
export function formatDate(language: string, iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? ''
    : dateFormat(regional(language), { dateStyle: 'medium' }).format(date);
}

export function formatLanguage(language: string, code: string): string {
  try {
    return displayNames(language).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The person's own variety of a language, where the browser names one: en-GB and en-US write dates differently. */
function regional(language: string): string {
  return (
    navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? language
  );
}
