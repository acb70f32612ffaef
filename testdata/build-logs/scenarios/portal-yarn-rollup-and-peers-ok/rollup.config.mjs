import resolve from '@rollup/plugin-node-resolve';

export default { input: 'src/index.mjs', output: { file: 'dist/portal.js', format: 'umd', name: 'portal' }, external: ['react'], plugins: [resolve()] };
