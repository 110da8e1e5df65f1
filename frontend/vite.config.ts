import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const server = process.env.PASSIM_SERVER ?? 'http://localhost:8080';

const pdfjs = resolve(import.meta.dirname, 'node_modules/pdfjs-dist');

/**
 * What pdf.js asks for by name, only when a file needs it: the fonts that every reader has, maps for Asian scripts, and
 * the JPEG 2000 decoder that needs no compiled code, which our policy forbids.
 */
function pdfjsData(): Plugin {
  const files = new Map(
    ['cmaps', 'standard_fonts', 'wasm/openjpeg_nowasm_fallback.js'].flatMap((path) => {
      const source = join(pdfjs, path);
      return statSync(source).isDirectory()
        ? readdirSync(source).map((name) => [`${path}/${name}`, join(source, name)] as const)
        : [[basename(path), source] as const];
    }),
  );
  return {
    name: 'pdfjs-data',
    generateBundle() {
      for (const [name, source] of files) {
        this.emitFile({ type: 'asset', fileName: `pdfjs/${name}`, source: readFileSync(source) });
      }
    },
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const source = files.get((request.url ?? '').slice(1));
        if (source === undefined) {
          next();
          return;
        }
        response.setHeader('Content-Type', source.endsWith('.js') ? 'text/javascript' : '');
        createReadStream(source).pipe(response);
      });
    },
  };
}

export default defineConfig({
  base: '/',
  plugins: [pdfjsData()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/api': { target: server, ws: true } },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
    onConsoleLog: (log) => !log.includes('Lit is in dev mode'),
    unstubGlobals: true,
  },
});
