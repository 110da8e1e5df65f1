import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../src/test/resources/protocol');

export const goldenNames: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

export function goldenText(name: string): string {
  return readFileSync(resolve(folder, `${name}.json`), 'utf8');
}
