import { defineConfig, type Plugin } from 'vite';

/**
 * Lit announces its versions on `globalThis`, and keeps there the properties of standard decorators, of which we use
 * none. A script in someone else's page leaves nothing behind.
 */
function withoutLitGlobals(): Plugin {
  const announcement =
    /\([\w$]+\.(?:litHtml|litElement|reactiveElement)Versions\s*\?\?=\s*\[\]\s*\)\.push\([^)]*\)/g;
  const properties = /[\w$]+\.litPropertyMetadata\s*\?\?=\s*new WeakMap\b/g;
  return {
    name: 'without-lit-globals',
    transform(code, id) {
      if (!/(?:lit-html|lit-element|reactive-element)\.js$/.test(id)) {
        return null;
      }
      const local = code
        .replace(announcement, 'void 0')
        .replace(properties, 'void 0')
        .replaceAll('litPropertyMetadata', 'propertiesByMetadata');
      return { code: `const propertiesByMetadata = new WeakMap();\n${local}`, map: null };
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
