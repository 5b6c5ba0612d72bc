import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const clockOnly =
  'Only src/domain/clock.ts asks the time: take it as a parameter, or inject the Clock.';

export default tseslint.config(
  { ignores: ['dist*', 'data', 'coverage', '.dependency-cruiser.cjs'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({
    ...config,
    files: ['src/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts'],
  })),
  {
    files: ['src/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Nest's modules are classes that only carry a decorator.
      '@typescript-eslint/no-extraneous-class': [
        'error',
        { allowWithDecorator: true, allowEmpty: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Taking a field out is how the rest is got.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 40 }],
      // Rows are plain shapes: they implement the domain's types and have no methods to lose.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      'no-restricted-imports': ['error', { patterns: ['**/utils*', '**/helpers*'] }],
    },
  },
  {
    files: ['src/web/assets/*.js'],
    languageOptions: { sourceType: 'script', globals: { document: 'readonly', Event: 'readonly' } },
  },
  {
    files: ['src/**/*.ts', 'migrations/**/*.ts'],
    ignores: ['src/domain/clock.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: clockOnly },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clockOnly },
        {
          selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
          message: clockOnly,
        },
        {
          // A constructor's are its dependencies, which the framework fills in.
          selector:
            ':matches(FunctionDeclaration, MethodDefinition[kind!="constructor"] > FunctionExpression)[params.length>4]',
          message: 'More than four parameters are an object.',
        },
        {
          selector: 'TSEnumDeclaration',
          message: 'A union of strings says the same without an object.',
        },
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'migrations/**/*.ts'],
    // A describe is one long function, and a table is one statement.
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      globals: {
        performance: 'readonly',
        process: 'readonly',
        console: 'readonly',
        globalThis: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
        FormData: 'readonly',
        Blob: 'readonly',
        URLSearchParams: 'readonly',
      },
    },
  },
);
