/** A request that failed, with the problem's stable code; `network` if no server could be reached. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    /** How long the server asked to wait before trying again, if it did. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(detail);
  }
}

/** Any failure as one with a code. */
export function problemOf(error: unknown): ProblemError {
  return error instanceof ProblemError ? error : new ProblemError('network', 0, '');
}
