export interface BackoffOptions {
  readonly baseMs: number;
  readonly capMs: number;
  readonly random: () => number;
}

/**
 * Exponential backoff with full jitter: uniform in `[0, min(cap, base · 2^attempt))`, so that a thousand browsers do
 * not return in step after a restart. See https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoffMs(attempt: number, { baseMs, capMs, random }: BackoffOptions): number {
  return Math.floor(random() * Math.min(capMs, baseMs * 2 ** attempt));
}
