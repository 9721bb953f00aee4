import { posix, relative } from 'node:path'

import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const declarations = ['solution/tables', 'solution/model', 'solution/app']

/**
 * Which way dependencies point. The longest `from` that holds a file applies to it; a folder may
 * always import itself. `packages`: npm packages and node modules it may import; absent: any.
 */
const boundaries = [
  { from: 'solution', folders: declarations },
  { from: 'solution/model', folders: [], packages: [] },
  { from: 'solution/model/solution', folders: ['solution/model'], packages: ['node:crypto'] },
  { from: 'solution/tables', folders: declarations, packages: [] },
  { from: 'solution/app', folders: declarations, packages: ['node:fs'] },
  { from: 'solution/emit', folders: [...declarations, 'solution/read'] },
  { from: 'solution/read', folders: ['solution/model'] },
  {
    from: 'solution/local',
    folders: [...declarations, 'solution/emit', 'solution/read', 'controls/host'],
  },
  {
    from: 'solution/local/app/client',
    folders: [
      'solution/local/app/shape.js',
      'solution/model/solution',
      'controls/host',
      'controls/shared',
    ],
  },
  { from: 'connector', folders: [] },
  { from: 'connector/definition', folders: declarations },
  {
    from: 'connector/definition/main.ts',
    folders: [...declarations, 'connector/definition', 'connector/engine/settle'],
  },
  { from: 'connector/preflight', folders: [...declarations, 'connector/dataverse'] },
  { from: 'connector/engine', folders: declarations, packages: ['node:crypto'] },
  { from: 'connector/dataverse', folders: declarations },
  {
    from: 'connector/service',
    folders: [
      ...declarations,
      'connector/engine',
      'connector/dataverse',
      'connector/definition',
      'package.json',
    ],
  },
  { from: 'controls', folders: ['solution/tables', 'solution/model', 'controls/shared'] },
  { from: 'controls/host', folders: ['solution/model'] },
]

const inFolder = (path, folder) => path === folder || path.startsWith(`${folder}/`)

/** What is wrong with this import, or undefined. `file`: path from the project's root, with `/`. */
function violation(file, specifier) {
  const boundary = boundaries
    .filter(({ from }) => inFolder(file, from))
    .sort((a, b) => b.from.length - a.from.length)[0]
  if (!boundary) return undefined
  const { from, folders, packages } = boundary
  if (!specifier.startsWith('.')) {
    return packages && !packages.includes(specifier)
      ? `${from} may not import ${specifier}. Packages it may import: ${packages.join(', ') || 'none'}.`
      : undefined
  }
  const target = posix.join(posix.dirname(file), specifier)
  return [from, ...folders].some((folder) => inFolder(target, folder))
    ? undefined
    : `${from} may not import ${target}. It may import: ${[from, ...folders].join(', ')}.`
}

const oneWayRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relative(context.cwd, context.filename).replaceAll('\\', '/')
    const check = ({ source }) => {
      if (typeof source?.value !== 'string') return
      const message = violation(file, source.value)
      if (message) context.report({ node: source, message })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: ({ argument }) => check({ source: argument.literal ?? argument }),
    }
  },
}

const pure = 'connector/engine decides only: what it needs to know is handed in as an argument.'

/** What would let the engine's decisions depend on anything but their arguments. */
const pureRules = {
  'no-restricted-globals': [
    'error',
    ...[
      'fetch',
      'process',
      'console',
      'performance',
      'crypto',
      'globalThis',
      'global',
      'setTimeout',
      'setInterval',
      'setImmediate',
      'queueMicrotask',
      'WebSocket',
    ].map((name) => ({ name, message: pure })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: pure },
    { object: 'Math', property: 'random', message: pure },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: pure },
    { selector: 'CallExpression[callee.name="Date"]', message: pure },
  ],
  'no-restricted-imports': [
    'error',
    { paths: [{ name: 'node:crypto', allowImportNames: ['createHash', 'hash'], message: pure }] },
  ],
}

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/generated/', '.local/', '.cache/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { boundaries: { rules: { 'one-way': oneWayRule } } },
    rules: {
      'boundaries/one-way': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_+$',
          destructuredArrayIgnorePattern: '^_',
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['**/*.tsx'], extends: [reactHooks.configs['recommended-latest']] },
  { files: ['connector/engine/**/*.ts'], rules: pureRules },
  // The comparison of two types needs parameters that are used once.
  {
    files: ['test/**/*.types.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-parameters': 'off' },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly' } },
  },
)
