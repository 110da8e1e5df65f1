/** Where the chat socket stands, as a person should be told. */
export type ConnectionStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  /** The browser reports a network; the next attempt is at `retryAt` (milliseconds since the epoch). */
  | { readonly kind: 'reconnecting'; readonly attempt: number; readonly retryAt: number }
  /** The browser reports no network at all. Attempts go on, since the server may run on this machine. */
  | { readonly kind: 'offline'; readonly attempt: number; readonly retryAt: number }
  /** The server does not want this page or token; no further attempt is made. */
  | { readonly kind: 'refused'; readonly code: string };
