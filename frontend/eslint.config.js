import eslint from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

/** What each layer may import, besides itself. Data flows up this list, never down. */
const layers = {
  protocol: [],
  connection: ['protocol'],
  state: ['protocol'],
  i18n: [],
  themes: [],
  events: [],
  components: ['state', 'events', 'i18n', 'themes'],
  widget: ['components', 'state', 'connection', 'events', 'i18n', 'themes'],
  app: ['widget', 'components', 'state', 'connection', 'events', 'i18n', 'themes'],
};

const boundaries = Object.entries(layers).map(([layer, allowed]) => {
  const forbidden = Object.keys(layers).filter(
    (other) => other !== layer && !allowed.includes(other),
  );
  return {
    files: [`src/${layer}/**/*.ts`],
    ignores: ['**/*.test.ts', '**/*.fixture.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`,
              message: `${layer}/ may import only ${allowed.join(', ') || 'itself'} (see the design page).`,
            },
            {
              regex: '\\.(test|fixture)$',
              message: 'Test support stays out of what ships.',
            },
          ],
        },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'coverage', 'public'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  lit['flat/recommended'],
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-irregular-whitespace': ['error', { skipTemplates: true }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Documents are data: render text nodes.' },
        { property: 'outerHTML', message: 'Documents are data: render text nodes.' },
        { property: 'insertAdjacentHTML', message: 'Documents are data: render text nodes.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/^lit\\/directives\\/unsafe-/]',
          message: 'Documents are data: render text nodes.',
        },
        {
          selector: 'ImportDeclaration[source.value="lit/directives/style-map.js"]',
          message: 'It first writes an attribute, which style-src of a portal blocks: bind the property, .style=${…}.',
        },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false },
      ],
      'lit/no-invalid-html': 'error',
      'lit/no-legacy-template-syntax': 'error',
    },
  },
  ...boundaries,
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);
