declare const console: { log(...x: unknown[]): void; error(...x: unknown[]): void };
declare function require(name: string): typeof import('../core/paint');

const { mix } = require('../../core/out/paint');

console.log(mix('red', 'blue'));
try {
  mix('red', 'red');
} catch (error) {
  console.error('PaintError:', String(error));
}
