module.exports = [{ files: ['src/**/*.js'], rules: { 'no-undef': 'error', 'no-unused-vars': 'warn', 'prefer-const': 'error' } }];
