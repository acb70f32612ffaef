import { expect, it } from 'vitest'
import { sign } from './sign.js'
it.each([[-3, -1], [0, 0], [7, 1]])('sign of %i', (n, s) => expect(sign(n)).toBe(s))
it('logs an error for NaN', () => expect(sign(NaN)).toBe(0))
it.fails('has no negative zero', () => expect(sign(-0)).toBe(0))
it.todo('complex numbers fail')
