import js from '@eslint/js'
export default [js.configs.recommended, { rules: { eqeqeq: 'error', 'prefer-const': 'warn', 'no-console': 'warn' }, languageOptions: { globals: { console: 'readonly' } } }]
