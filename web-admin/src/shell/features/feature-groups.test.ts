import { expect, test } from 'vitest'
import { allFeatures, byGroup } from './feature-groups.ts'
import es from './messages.es.ts'

test('every feature that has a name belongs to one group, and to no other', () => {
  expect(allFeatures.toSorted()).toEqual(Object.keys(es.name).toSorted())
})

test('what is found comes in the order of the groups, and a group of which nothing is found is left out', () => {
  expect(byGroup([{ feature: 'QA' }, { feature: 'BOTS' }, { feature: 'SEATS_ADMIN' }])).toEqual([
    { group: 'TEAM', found: [{ feature: 'SEATS_ADMIN' }, { feature: 'BOTS' }] },
    { group: 'PLATFORM', found: [{ feature: 'QA' }] },
  ])
})
