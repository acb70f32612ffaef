import { failed } from '../core';

declare const console: { log(text: string): void };
console.log(failed(0));
