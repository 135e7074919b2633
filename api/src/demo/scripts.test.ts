import { expect, test } from 'vitest'
import { BusinessCalendar } from '../modules/tenancy/index.ts'
import type { Company } from './company.ts'
import { castOf } from './contacts.ts'
import { dominicanHolidays } from './holidays.ts'
import { Performance } from './performance.ts'
import { Random } from './random.ts'
import { hasAgent, stepsOf, type Script } from './script.ts'
import { companies } from './sign-ins.ts'
import { Words } from './words.ts'

const TUESDAY = new Date('2026-11-24T15:00:00Z')
const desk = {
  agent: { id: 'a', name: 'Ana Agente' }, colleague: { id: 'b', name: 'Beto Colega' }, supervisor: { id: 'c', name: 'Clara' },
}

function play(company: Company, script: Script, seed: number) {
  const random = new Random(`${script.about} ${seed}`)
  const language = script.language ?? 'ES'
  const calendar = new BusinessCalendar('America/Santo_Domingo', company.hours, dominicanHolidays)
  const words = new Words({ company, contact: castOf(random)[language][0]!, script, calendar, random })
  const place = { contactId: 'c', identityId: 'i', channelAccountId: 'w', language, lastPosition: 0 }
  const acts = stepsOf(script).map((step, index) => ({ step, at: new Date(TUESDAY.getTime() + index * 60_000) }))
  return new Performance({ company, calendar, words, desk, place }, TUESDAY).play(acts)
}

const all = companies.flatMap(company => company.scripts.map(script => [company.profile.name, script.about, company, script] as const))

test.each(all)('%s: “%s” can be played, whatever chance chooses', (_company, _about, company, script) => {
  for (let seed = 0; seed < 25; seed++) {
    const { conversation, messages } = play(company, script, seed)
    expect(messages.some(({ text }) => /[{}<>]/.test(text))).toBe(false)
    expect(conversation.first_queued_at !== null).toBe(hasAgent(script))
    expect(conversation.status).toBe(hasAgent(script) ? 'CLOSED' : 'OPEN')
  }
})

test.each(companies.map(company => [company.profile.name, company] as const))('%s has twelve scripts or more', (_name, { scripts }) => {
  expect(scripts.length).toBeGreaterThanOrEqual(12)
  expect(new Set(scripts.map(script => script.about)).size).toBe(scripts.length)
})
