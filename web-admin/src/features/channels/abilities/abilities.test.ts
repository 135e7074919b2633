import { expect, test } from 'vitest'
import { carried, fileFamilies, windowRules, type Abilities } from './abilities.ts'

const abilities = (own: Partial<Abilities> = {}): Abilities => ({
  textMax: 4096, buttons: 3, listRows: 10, fileMax: 104_857_600, fileTypes: ['image/jpeg'], hasTemplates: true, hasReadReceipts: true,
  windowHours: 24, humanWindowHours: null, ...own,
})
const keys = (sentences: { key: string }[]) => sentences.map(({ key }) => key)

test('what a channel cannot carry is said, not left out', () => {
  const plain = carried(abilities({ buttons: 0, listRows: 0, fileMax: 0, hasTemplates: false, hasReadReceipts: false }))
  expect(keys(plain)).toEqual(['text', 'buttonsNone', 'listNone', 'filesNone', 'readNone'])
})

test('a file limit is told in megabytes', () => {
  expect(carried(abilities()).find(({ key }) => key === 'files')?.values).toEqual({ n: 100 })
})

test('a closed window lets a template through only where there are templates', () => {
  expect(keys(windowRules(abilities()))).toEqual(['window', 'afterTemplate', 'renewed'])
  expect(keys(windowRules(abilities({ hasTemplates: false, humanWindowHours: 168 })))).toEqual(['window', 'human', 'afterNothing', 'renewed'])
})

test('where there is no window one may always write', () => {
  expect(keys(windowRules(abilities({ windowHours: null })))).toEqual(['free'])
})

test('media types are told as kinds of files, each once', () => {
  expect(fileFamilies(['image/jpeg', 'image/png', 'application/pdf', 'text/plain'])).toEqual(['image', 'application'])
  expect(fileFamilies(['*/*'])).toEqual(['any'])
})
