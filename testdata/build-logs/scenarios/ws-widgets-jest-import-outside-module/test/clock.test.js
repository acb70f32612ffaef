import { clock } from '../src/clock.js'

test('shows hours', () => expect(clock(61)).toBe('1:01'))
