import { expect, test } from 'vitest'
import { BusinessCalendar } from '../modules/tenancy/index.ts'
import { dominicanHolidays } from './holidays.ts'
import type { ConversationRow, MessageRow } from './rows.ts'
import { companies } from './sign-ins.ts'
import { weekRows } from './week-rows.ts'

const people = ['AGENT', 'AGENT', 'AGENT', 'AGENT', 'SUPERVISOR'].map((role, index) => ({ id: `${index}`, name: `Ana ${index}`, role }))

function weekAt(now: Date, company = companies[0]!) {
  const calendar = new BusinessCalendar('America/Santo_Domingo', company.hours, dominicanHolidays)
  const rows = Object.fromEntries(weekRows({ company, calendar, people, channelAccountId: 'w', now }))
  return { conversations: rows['conversation'] as ConversationRow[], messages: rows['message'] as MessageRow[] }
}

const MOMENTS = {
  'in the middle of a working day': '2026-11-25T18:30:00Z',
  'before they open on a Monday': '2026-11-23T12:29:00Z',
  'five minutes after midnight': '2026-11-24T04:05:00Z',
  'late on a Saturday': '2026-11-22T02:50:00Z',
  'on a Sunday': '2026-11-22T16:00:00Z',
  'on a holiday': '2026-12-25T15:00:00Z',
}

for (const [moment, time] of Object.entries(MOMENTS)) {
  const now = new Date(time)

  test(`${moment}, nothing lies in the future and nobody has two conversations at once`, () => {
    for (const company of companies) {
      const { conversations, messages } = weekAt(now, company)
      expect(messages.filter(message => message.sent_at > now)).toEqual([])
      const last = new Map<string, ConversationRow>()
      for (const conversation of conversations) {
        const before = last.get(conversation.identity_id)
        expect(!before || (before.closed_at !== null && before.closed_at < conversation.opened_at)).toBe(true)
        last.set(conversation.identity_id, conversation)
      }
    }
  })

  test(`${moment}, somebody waits and somebody is answered`, () => {
    const { conversations } = weekAt(now)
    const open = conversations.filter(conversation => conversation.status === 'OPEN').map(conversation => conversation.owner)
    expect(open.filter(owner => owner === 'QUEUE')).toHaveLength(4)
    expect(open.filter(owner => owner === 'AGENT')).toHaveLength(6)
  })
}

test('the same moment tells the same week', () => {
  const texts = () => weekAt(new Date(MOMENTS['on a Sunday'])).messages.map(message => message.text)
  expect(texts()).toEqual(texts())
})
