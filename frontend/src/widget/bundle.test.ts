// @vitest-environment node
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

describe('the script for other people’s pages', () => {
  let output: Rolldown.RolldownOutput['output'];
  let code: string;

  beforeAll(async () => {
    vi.stubEnv('NODE_ENV', 'production');
    const built = await build({
      root,
      configFile: resolve(root, 'vite.widget.config.ts'),
      mode: 'production',
      logLevel: 'silent',
      build: { write: false },
    });
    const [first] = built as Rolldown.RolldownOutput[];
    if (first === undefined) {
      throw new Error('nothing was built');
    }
    vi.unstubAllEnvs();
    ({ output } = first);
    code = output[0].code;
  }, 60_000);

  it('is one file with a stable name', () => {
    expect(output.map((file) => file.fileName)).toEqual(['passim-chat.js']);
  });

  it('declares nothing outside its own function', () => {
    expect(code).toMatch(/^\(function\s*\(/);
    expect(code.trimEnd()).toMatch(/\}\)\(\);?$/);
  });

  it('sets nothing on the page’s global object', () => {
    expect(code).not.toMatch(/(?:litHtml|litElement|reactiveElement)Versions/);
    expect(code).not.toMatch(/\.litPropertyMetadata\s*\?\?=/);
    expect(code).not.toMatch(/\b(?:window|globalThis|self)\.[\w$]+\s*=[^=]/);
  });

  it('needs no evaluation and loads nothing from elsewhere', () => {
    expect(code).not.toMatch(/\beval\(|new Function\(|\bimport\(/);
    const addresses = code.match(/https?:\/\/[^\s"'`\\)]+/g) ?? [];
    expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
  });

  it('stays small', () => {
    expect(code.length).toBeLessThan(145_000);
  });
});
