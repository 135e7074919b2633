import { expect, test } from 'vitest'
import type { ChannelUpdate } from '../adapters/update.ts'
import { lanesOf } from './lanes.ts'

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, second))
const step = (update: ChannelUpdate, channelAccountId = 'account') =>
  ({ read: { ok: true as const, update }, account: { channelAccountId }, delivery: { id: 'delivery', receivedAt: at(0) }, position: 0 })
const message = (externalId: string, second: number, from = 'ana') => step({ kind: 'MESSAGE', at: at(second), externalId, text: 'hola', from: { externalId: from } })
const edit = (externalId: string, second: number, account?: string) => step({ kind: 'EDIT', at: at(second), externalId, text: 'adiós' }, account)
const deletion = (externalId: string, second: number) => step({ kind: 'DELETE', at: at(second), externalId })

const lanes = (...steps: ReturnType<typeof step>[]) => [...lanesOf(steps).values()].map(lane => lane.map(({ read: { update } }) => `${update.kind} ${(update as { externalId: string }).externalId}`))

test('what was edited and taken back goes behind the message, whichever came first', () => {
  expect(lanes(deletion('1', 3), edit('1', 2), message('2', 4), message('1', 1))).toEqual([['MESSAGE 1', 'EDIT 1', 'DELETE 1', 'MESSAGE 2']])
})

test('a message of another account by the same name is another message', () => {
  expect(lanes(message('1', 1), edit('1', 2, 'other'))).toHaveLength(2)
})

test('what changes a message that did not come along waits for nobody', () => {
  expect(lanes(message('1', 1), edit('2', 2))).toEqual([['MESSAGE 1'], ['EDIT 2']])
})
