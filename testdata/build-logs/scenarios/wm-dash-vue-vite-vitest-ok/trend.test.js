import { describe, it, expect } from 'vitest';
import { h, createSSRApp } from 'vue';
import { trend } from './trend.js';
describe('trend', () => {
  it('goes up', () => expect(trend([1, 5])).toBe('up'));
  it('fails down', () => expect(trend([5, 1])).toBe('down'));
  it('does not know', () => expect(trend([])).toBe('unknown'));
  it.skip('draws', () => {});
  it('has an app', () => expect(createSSRApp({ render: () => h('p') })).toBeTruthy());
});
