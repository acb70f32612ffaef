module.exports = {
  rules: {
    'type-enum': [2, 'always', ['feat', 'fix', 'docs']],
    'type-empty': [2, 'never'],
    'subject-empty': [2, 'never'],
  },
};
