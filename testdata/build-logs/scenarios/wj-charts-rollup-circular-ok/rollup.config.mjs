export default {
  input: 'src/charts.js',
  output: [
    { file: 'dist/charts.mjs', format: 'es' },
    { file: 'dist/charts.cjs', format: 'cjs' },
  ],
};
