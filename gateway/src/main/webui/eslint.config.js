import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const forbid = (message, ...group) => ({
  'no-restricted-imports': ['error', { patterns: [{ group, message }] }],
});

export default ts.config(
  { ignores: ['dist', 'src/api/schema.d.ts', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
      // We do not use the React Compiler; TanStack Virtual is fine without it.
      'react-hooks/incompatible-library': 'off',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  // One-way imports: shared → features → app, and no feature knows another.
  { files: ['src/shared/**'], rules: forbid('shared knows neither features nor app', '@/features/*', '@/app/*') },
  {
    files: ['src/features/**'],
    rules: forbid('a feature knows only shared and itself (by ./ paths)', '@/features/*', '@/app/*', '../../*'),
  },
  {
    files: ['scripts/**', 'public/**', 'e2e/**', '*.config.*'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        localStorage: 'readonly',
        document: 'readonly',
        navigator: 'readonly',
        matchMedia: 'readonly',
      },
    },
  },
);
