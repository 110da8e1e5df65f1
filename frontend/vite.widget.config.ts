import { defineConfig, type Plugin } from 'vite';

/** Lit announces its version on `globalThis`; a script in someone else's page leaves nothing there. */
function withoutLitGlobals(): Plugin {
  const announcement = /\(\s*globalThis\.(?:litHtml|litElement|reactiveElement)Versions\s*\?\?=\s*\[\]\s*\)\.push\([^)]*\)/g;
  const minified = /\([\w$]+\.(?:litHtml|litElement|reactiveElement)Versions\s*\?\?=\s*\[\]\)\.push\([^)]*\)/g;
  return {
    name: 'without-lit-globals',
    transform(code, id) {
      if (!/(?:lit-html|lit-element|reactive-element)/.test(id)) {
        return null;
      }
      return { code: code.replace(announcement, 'void 0').replace(minified, 'void 0'), map: null };
    },
  };
}

export default defineConfig({
  publicDir: false,
  plugins: [withoutLitGlobals()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    lib: {
      entry: 'src/widget/chat.ts',
      formats: ['iife'],
      name: 'PassimChat',
      fileName: () => 'passim-chat.js',
    },
  },
});
