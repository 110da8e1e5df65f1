import { DecodeError, type Decoder } from './decode';

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** Reads untrusted text as JSON of a known shape. Never throws. */
export function parseJson<T>(text: unknown, decoder: Decoder<T>): Parsed<T> {
  if (typeof text !== 'string') {
    return { ok: false, error: 'not a text frame' };
  }
  try {
    return { ok: true, value: decoder(JSON.parse(text), '') };
  } catch (error) {
    if (error instanceof DecodeError || error instanceof SyntaxError) {
      return { ok: false, error: error.message };
    }
    throw error;
  }
}
