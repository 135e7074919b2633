import { mountWithTexts } from '@botpro/ui/testing.ts'
import urql, { Client, fetchExchange } from '@urql/vue'
import { expect, test } from 'vitest'
import type { GoLive_GoLiveItemFragment as Item } from '../../../contract/graphql.ts'
import { messages } from '../../../messages.ts'
import GoLiveItem from './GoLiveItem.vue'

const item = (more: Partial<Item>): Item =>
  ({ __typename: 'GoLiveItem', key: 'CONTENT_APPROVED', side: 'TENANT', neededFor: 'LIVE', isDone: false, isByHand: true, canOverride: true, missing: [], found: [], approval: null, ...more })
/** Nobody is signed in: times are those of the machine. */
const fetch = async () => new Response(JSON.stringify({ data: { viewer: null } }), { headers: { 'content-type': 'application/json' } })
const client = new Client({ url: 'http://localhost/graphql', fetch, preferGetMethod: false, exchanges: [fetchExchange] })
const mountItem = (more: Partial<Item>, own?: 'TENANT' | 'BOTPRO') =>
  mountWithTexts(GoLiveItem, messages, { props: { item: item(more), own }, global: { plugins: [[urql, client]] } })

test('what the company approves by hand is approved with one button', async () => {
  const row = await mountItem({}, 'TENANT')
  await row.get('button').trigger('click')
  expect(row.emitted('tick')).toHaveLength(1)
})

test('the other side’s part, and what follows from facts, have no button', async () => {
  expect((await mountItem({ side: 'BOTPRO', key: 'DESIGN_REVIEWED' }, 'TENANT')).findAll('button')).toHaveLength(0)
  expect((await mountItem({ isByHand: false, key: 'TESTS_GREEN', missing: ['Saldo'] }, 'TENANT')).findAll('button')).toHaveLength(0)
})

test('what is missing is said by its names', async () => {
  expect((await mountItem({ isByHand: false, key: 'CHANNELS_LIVE', missing: ['Tienda', 'Ventas'] })).text()).toContain('Falta: «Tienda», «Ventas»')
})
