import { describe, expect, it } from 'vitest'
import { theme } from './theme.js'

describe('theme', () => {
  it('is light', () => expect(theme(false)).toMatchSnapshot())
  it('is dark', () => expect(theme(true)).toMatchSnapshot())
  it.skip('is high contrast', () => {})
})
