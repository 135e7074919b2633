import { expect, test } from 'vitest'
import { passwordProblem } from './password-rules.ts'

test.each([
  ['seven77', 'TOO_SHORT'],
  ['ñandú-1', 'TOO_SHORT'],
  ['x'.repeat(257), 'TOO_LONG'],
  ['password', 'TOO_COMMON'],
  ['Contraseña123', 'TOO_COMMON'],
  ['QWERTYUIOP', 'TOO_COMMON'],
  ['zzzzzzzzzzzz', 'TOO_COMMON'],
  ['maria.perez', 'TOO_COMMON'],
  ['MaríaPérez', 'TOO_COMMON'],
])('%s is refused: %s', (password, reason) => {
  expect(passwordProblem(password, { email: 'maria.perez@banco.do', name: 'María Pérez' })).toBe(reason)
})

test.each(['correct horse battery', 'todo en minúsculas', 'ab'.repeat(128), '👍🏽 pulgar arriba'])(
  '%s is taken',
  password => {
    expect(passwordProblem(password)).toBeUndefined()
  },
)
