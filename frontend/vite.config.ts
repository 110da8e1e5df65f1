import { defineConfig } from 'vitest/config';

const server = process.env.PASSIM_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  base: '/',
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
