import { expect, test } from 'vitest'
import { filesGiven, withFiles } from './lent-files.ts'

const photo = { id: '0198a000-0000-7000-8000-000000000001', name: 'cedula.jpg', type: 'image/jpeg' }
const lent = { ...photo, size: 1200, url: 'https://bot.example/files/1?signature=x' }

test('files are found alone, in lists and within what is given, and nothing else is taken for one', () => {
  expect(filesGiven({ front: photo, all: [photo], form: { deep: { photo } }, account: { id: '1', name: 'Ahorro', type: 'SAVINGS', balance: 5 }, text: 'x', none: null })).toEqual([photo.id, photo.id, photo.id])
})

test('a text gets the address of a file, an object the file with its address', () => {
  expect(withFiles({ front: photo, back: photo, all: [photo], name: 'Ana' }, [lent], name => name === 'front')).toEqual({ front: lent.url, back: lent, all: [lent], name: 'Ana' })
})

test('what was not lent stays as it was: no system is given what is not there', () => {
  expect(withFiles({ front: photo, back: photo }, [], name => name === 'front')).toEqual({ front: photo, back: photo })
})
