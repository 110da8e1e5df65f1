// @vitest-environment node
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

describe('the scripts of our own pages', () => {
  let files: Rolldown.RolldownOutput['output'];

  beforeAll(async () => {
    vi.stubEnv('NODE_ENV', 'production');
    const built = await build({
      root,
      configFile: resolve(root, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'silent',
      build: { write: false },
    });
    vi.unstubAllEnvs();
    files = (built as Rolldown.RolldownOutput).output;
  }, 60_000);

  function chunks(): readonly Rolldown.OutputChunk[] {
    return files.filter((file) => file.type === 'chunk');
  }

  function drawsPages({ code }: Rolldown.OutputChunk): boolean {
    return code.includes('GlobalWorkerOptions') || code.includes('PDFDocumentLoadingTask');
  }

  it('leave what draws PDFs to a file of its own, fetched when one is opened', () => {
    const [entry] = chunks().filter((chunk) => chunk.isEntry);
    const [viewer] = chunks().filter(drawsPages);
    expect(entry).toBeDefined();
    expect(viewer?.isEntry).toBe(false);
    expect(entry?.imports).not.toContain(viewer?.fileName);
    expect(entry?.dynamicImports).toContain(viewer?.fileName);
  });

  it.each([
    ['evaluations', 'passim-reliability-chart'],
    ['curated answers', 'passim-curated-form'],
    ['reviews', 'passim-review-decision'],
  ])('leave the pages of %s to a file of their own, fetched when they are opened', (_, element) => {
    const [entry] = chunks().filter((chunk) => chunk.isEntry);
    const drawing = chunks().filter(({ code }) => code.includes(`<${element}`));
    expect(drawing).toHaveLength(1);
    expect(entry?.imports).not.toContain(drawing[0]?.fileName);
    expect(entry?.dynamicImports).toContain(drawing[0]?.fileName);
    expect(drawing[0]?.code.length).toBeLessThan(110_000);
  });

  it('hold little that is fetched at once', () => {
    const [entry] = chunks().filter((chunk) => chunk.isEntry);
    const first = chunks().filter(
      ({ fileName }) => fileName === entry?.fileName || entry?.imports.includes(fileName),
    );
    const size = first.reduce((sum, { code }) => sum + code.length, 0);
    expect(size).toBeLessThan(300_000);
  });

  it('bring from our own origin whatever a PDF may need', () => {
    const names = files.map((file) => file.fileName);
    expect(names.some((name) => /^assets\/pdf\.worker\.min-.*\.mjs$/.test(name))).toBe(true);
    expect(names).toContain('pdfjs/openjpeg_nowasm_fallback.js');
    expect(names).toContain('pdfjs/cmaps/UniJIS-UCS2-H.bcmap');
    expect(names).toContain('pdfjs/standard_fonts/FoxitSerif.pfb');
    expect(names.filter((name) => name.endsWith('.wasm'))).toEqual([]);
  });
});
