import { describe, expect, test } from 'vitest'
import { fold, languages } from '../../language/index.ts'
import { packExamples } from './pack-examples.ts'
import { sectorPacks } from './sector-packs.ts'

describe.each([...sectorPacks().keys()])('the pack of %s', sector => {
  const packs = languages.map(language => packExamples(sector, language))

  test('has the same intents in both languages, with fifteen different wordings each', () => {
    const [spanish, english] = packs.map(pack => Map.groupBy(pack, each => each.intent))
    expect([...spanish!.keys()]).toEqual([...english!.keys()])
    for (const [intent, examples] of [...spanish!, ...english!]) {
      expect(new Set(examples.map(each => fold(each.text))).size, intent).toBeGreaterThanOrEqual(15)
    }
  })

  test('marks at least three types of entities, at the borders of words', () => {
    for (const pack of packs) {
      expect(new Set(pack.flatMap(each => (each.entities ?? []).map(mark => mark.entity))).size).toBeGreaterThanOrEqual(3)
      for (const { text, entities = [] } of pack) {
        for (const { start, end } of entities) expect(text.slice(start, end).trim(), text).toBe(text.slice(start, end))
      }
    }
  })
})
