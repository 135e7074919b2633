import { describe, expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { MessageTree, Messages } from './i18n.ts'

interface Checked {
  messages: Messages
  /** The sources that use them, as `import.meta.glob('./**', { query: '?raw', import: 'default', eager: true })`. */
  sources: Record<string, string>
}

/** Keys written out: `t('a.b')`, `labelKey: 'a.b'`, `title: 'a.b'` of a route. */
const LITERAL = /(?:\bt\(\s*|\blabelKey: |\bmeta[^\n]*\btitle: )'([\w-]+(?:\.[\w-]+)+)'/g
/** Keys that end in a value, such as t(`role.${role}`): the part before must lead to texts. */
const OPEN = /\bt\(\s*`([\w.-]+)\.\$\{/g
const CHOICE = /\bt\([^'`()]*\? '([\w.-]+)' : '([\w.-]+)'/g

export const keysOf = (tree: MessageTree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`))

const textAt = (tree: MessageTree, key: string): unknown =>
  key.split('.').reduce<unknown>((branch, part) => (branch as MessageTree | undefined)?.[part], tree)

const placesOf = (tree: MessageTree, key: string) =>
  [...new Set(String(textAt(tree, key)).match(/\{\w+\}/g))].sort()

function unknownKeys(source: string, { es }: Messages) {
  const literal = [...source.matchAll(LITERAL)].map(found => found[1]!)
  const chosen = [...source.matchAll(CHOICE)].flatMap(found => [found[1]!, found[2]!])
  const open = [...source.matchAll(OPEN)].map(found => found[1]!)
  return [
    ...[...literal, ...chosen].filter(key => typeof textAt(es, key) !== 'string'),
    ...open.filter(key => typeof textAt(es, key) !== 'object'),
  ]
}

/** A text that cannot be read takes the part of the screen that says it down: `@` and braces are signs of their own. */
function unreadable(locale: 'es' | 'en', messages: Messages) {
  const i18n: { global: object } = createI18n({ legacy: false, locale, messages: messages as never })
  const { t } = i18n.global as { t: (key: string, values: object) => string }
  return keysOf(messages[locale]).filter(key => {
    try {
      t(key, {})
      return false
    } catch {
      return true
    }
  })
}

/** Proves that both languages say the same things, and that everything said in the sources exists. */
export function testMessages({ messages, sources }: Checked) {
  describe('texts', () => {
    const { es, en } = messages
    test('Spanish and English hold the same keys', () => {
      expect(keysOf(en).sort()).toEqual(keysOf(es).sort())
    })
    test('Spanish and English fill in the same values', () => {
      const differing = keysOf(es).filter(key => String(placesOf(es, key)) !== String(placesOf(en, key)))
      expect(differing).toEqual([])
    })
    test('no text is empty', () => {
      expect(keysOf(es).filter(key => !textAt(es, key) || !textAt(en, key))).toEqual([])
    })
    test('every text can be read', () => {
      expect({ es: unreadable('es', messages), en: unreadable('en', messages) }).toEqual({ es: [], en: [] })
    })
    test('every key that the sources use exists', () => {
      const unknown = Object.entries(sources).map(([file, source]) => [file, unknownKeys(source, messages)] as const)
      expect(unknown.filter(([, keys]) => keys.length > 0)).toEqual([])
    })
  })
}
