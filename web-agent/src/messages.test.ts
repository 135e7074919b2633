import { uiMessages } from '@botpro/ui/messages.ts'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { messages } from './messages.ts'

type Tree = { [key: string]: string | Tree }
const keysOf = (tree: Tree, prefix = ''): string[] => Object.entries(tree).flatMap(([key, value]) =>
  (typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`)))
const placesOf = (text: unknown) => [...String(text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
const textAt = (tree: Tree, key: string) => key.split('.').reduce<unknown>((node, part) => (node as Tree)[part], tree)

const spanish = keysOf(messages.es)
const known = new Set([...spanish, ...keysOf(uiMessages.es)])
const sources = globSync('**/*.{vue,ts}', { cwd: import.meta.dirname, exclude: ['contract/**', '**/*.test.ts'] })
const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8')

test('both languages say the same things', () => {
  expect(keysOf(messages.en).sort()).toEqual([...spanish].sort())
})

test.each(spanish)('%s names the same parts in both languages', key => {
  expect(placesOf(textAt(messages.en, key))).toEqual(placesOf(textAt(messages.es, key)))
})

describe('every text that a screen asks for is there', () => {
  test.each(sources)('%s', file => {
    const asked = [...read(file).matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key)
    expect(asked.filter(key => !known.has(key!))).toEqual([])
  })

  test('a key that is put together begins with a name that exists', () => {
    const begun = sources.flatMap(file => [...read(file).matchAll(/\bt\(`([\w.]+)\.\$\{/g)].map(([, key]) => key!))
    expect(begun.filter(name => ![...known].some(key => key.startsWith(`${name}.`)))).toEqual([])
  })
})
