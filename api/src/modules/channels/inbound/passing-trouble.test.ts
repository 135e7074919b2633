import { expect, test } from 'vitest'
import { isPassing, PassingTrouble } from './passing-trouble.ts'

const coded = (code: string) => Object.assign(new Error('no'), { code })

test.each(['08006', '53100', '57P01', 'ECONNRESET', 'ENOSPC', 'EDQUOT', 'EIO', 'EMFILE'])('%s passes, also as the cause of something else', code => {
  expect(isPassing(new Error('not stored', { cause: coded(code) }))).toBe(true)
})

test('what those above say will pass does', () => {
  expect(isPassing(new PassingTrouble('The file cannot be kept now.'))).toBe(true)
})

test.each(['23505', '22P02', '54000', 'ENOENT'])('%s is the update’s own fault', code => {
  expect(isPassing(coded(code))).toBe(false)
})
