import { expect, test } from 'vitest'
import { sectionsOf } from './sections.ts'

const passage = (id: string, ...headings: string[]) => ({ id, headings, text: id })

test('passages under the same headings stand together, in their order', () => {
  const sections = sectionsOf([passage('1', 'Envíos'), passage('2', 'Envíos'), passage('3', 'Envíos', 'Costo'), passage('4', 'Envíos')])
  expect(sections.map(({ passages }) => passages.map(({ id }) => id))).toEqual([['1', '2'], ['3'], ['4']])
  expect(sections[1]!.headings).toEqual(['Envíos', 'Costo'])
})
