/**
 * Decoders check unknown JSON against a declared type and say where it differs. Keys that a type does not know are
 * ignored, since the server may add some.
 */
export type Decoder<T> = (value: unknown, path: string) => T;

export class DecodeError extends Error {
  override readonly name = 'DecodeError';

  constructor(path: string, expected: string, actual: unknown) {
    super(`${path}: expected ${expected}, got ${describe(actual)}`);
  }
}

function describe(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'array' : typeof value;
}

export const string: Decoder<string> = (value, path) => {
  if (typeof value !== 'string') {
    throw new DecodeError(path, 'string', value);
  }
  return value;
};

export const number: Decoder<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new DecodeError(path, 'finite number', value);
  }
  return value;
};

export const boolean: Decoder<boolean> = (value, path) => {
  if (typeof value !== 'boolean') {
    throw new DecodeError(path, 'boolean', value);
  }
  return value;
};

export function oneOf<const T extends string>(...allowed: readonly T[]): Decoder<T> {
  return (value, path) => {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) {
      throw new DecodeError(path, `one of ${allowed.join(', ')}`, value);
    }
    return found;
  };
}

export function nullable<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value, path) => (value === null || value === undefined ? null : decoder(value, path));
}

export function arrayOf<T>(decoder: Decoder<T>): Decoder<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) {
      throw new DecodeError(path, 'array', value);
    }
    return value.map((item, index) => decoder(item, `${path}[${index}]`));
  };
}

export function recordOf<T>(decoder: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
  return (value, path) =>
    Object.fromEntries(
      Object.entries(asObject(value, path)).map(([key, item]) => [
        key,
        decoder(item, `${path}.${key}`),
      ]),
    );
}

interface Optional<T> {
  readonly optional: Decoder<T>;
}

/** A key that may be left out. `null` counts as left out. */
export function optional<T>(decoder: Decoder<T>): Optional<T> {
  return { optional: decoder };
}

type Fields<T> = {
  readonly [K in keyof T]-?: undefined extends T[K]
    ? Optional<Exclude<T[K], undefined>>
    : Decoder<T[K]>;
};

/** An object whose every declared key has a decoder; a forgotten key fails compilation. */
export function object<T>(fields: Fields<T>): Decoder<T> {
  const entries = Object.entries(fields as Record<string, Decoder<unknown> | Optional<unknown>>);
  return (value, path) => {
    const source = asObject(value, path);
    const result: Record<string, unknown> = {};
    for (const [key, field] of entries) {
      const item = source[key];
      const at = path === '' ? key : `${path}.${key}`;
      if (typeof field === 'function') {
        result[key] = field(item, at);
      } else if (item !== undefined && item !== null) {
        result[key] = field.optional(item, at);
      }
    }
    return result as T;
  };
}

export function asObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DecodeError(path, 'object', value);
  }
  return value as Record<string, unknown>;
}
