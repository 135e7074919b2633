import { expect, test } from 'vitest'
import { findingKinds } from '../src/modules/flows/lint/finding.ts'
import en from '../../web-admin/src/features/studio/findings/texts.en.ts'
import es from '../../web-admin/src/features/studio/findings/texts.es.ts'

test('whatever the linter finds has words in both languages', () => {
  const codes = Object.keys(findingKinds).toSorted()
  expect(Object.keys(es).toSorted()).toEqual(codes)
  expect(Object.keys(en).toSorted()).toEqual(codes)
})

test('both languages name the same facts', () => {
  const factsIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted().join()
  expect(Object.entries(es).filter(([code, text]) => factsIn(text) !== factsIn(en[code as keyof typeof en]))).toEqual([])
})
