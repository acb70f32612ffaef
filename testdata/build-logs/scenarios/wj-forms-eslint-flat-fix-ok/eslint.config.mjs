export default [
  { files: ['**/*.js'], rules: { 'prefer-const': 'error', 'no-var': 'error', 'no-console': 'warn', eqeqeq: 'warn' } },
];
