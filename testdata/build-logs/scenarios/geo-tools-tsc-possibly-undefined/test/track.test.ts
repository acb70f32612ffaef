import { describe, expect, it, vi } from 'vitest';
import { Track, distance, parsePoint } from '../src/index.js';

const berlin = { lat: 52.52, lon: 13.405 };
const paris = { lat: 48.8566, lon: 2.3522 };

describe('distance', () => {
  it('is zero to itself', () => expect(distance(berlin, berlin)).toBe(0));
  it('is the same in both directions', () => expect(distance(berlin, paris)).toBeCloseTo(distance(paris, berlin)));
  it('of Berlin and Paris', () => expect(Math.round(distance(berlin, paris))).toBe(877));
});

describe('parsePoint', () => {
  it.each(['1,2', '-1.5,3', '0,0'])('takes %s', (text) => {
    expect(parsePoint(text)).toHaveProperty('lat');
  });

  it.each(['', 'a,b', '1', ','.repeat(0)])('throws an error at "%s"', (text) => {
    expect(() => parsePoint(text)).toThrow('not a point');
  });
});

describe('Track', () => {
  it('is empty', () => expect(new Track().length).toBe(0));
  it('sums up', () => expect(new Track().add(berlin).add(paris).add(berlin).length).toBeGreaterThan(1700));
  it('logs nothing', () => {
    const spy = vi.spyOn(console, 'error');
    console.error('warning: a track without points');
    expect(spy).toHaveBeenCalledOnce();
  });
  it('has a first point', () => expect(new Track([paris]).first()).toEqual(paris));
});
