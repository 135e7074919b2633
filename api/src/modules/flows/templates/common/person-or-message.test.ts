import { expect, test } from 'vitest'
import { compileBot } from '../../engine/compiled.ts'
import { newPlay, Player } from '../../testing/player.ts'
import { RecordedAnswers } from '../../testing/recorded-answers.ts'
import { governmentTemplate } from '../government/government.template.ts'
import { healthTemplate } from '../health/health.template.ts'

const heard = (text: string) => ({ text, optionId: null, files: [], location: null, intent: null, entities: {}, aside: null })

/** While nobody works. */
function closed({ content }: typeof healthTemplate, phone: string | null) {
  const answers = new RecordedAnswers({ recordings: [] })
  const contact = phone ? { phone } : {}
  return new Player({ bot: compileBot(content), answers: async request => answers.answer(request) }, newPlay({ channel: 'WEB', language: 'ES', contact, hours: 'CLOSED' }))
}

const saidIn = ({ says }: Awaited<ReturnType<Player['hear']>>) => says.map(({ text }) => text).join('\n')

test.each([['health', healthTemplate], ['government', governmentTemplate]])('out of hours the bot “%s” leaves a request with a number instead of a conversation that waits', async (_key, template) => {
  const player = closed(template, null)
  expect(saidIn(await player.hear(heard('quiero hablar con una persona')))).toContain('nuestra oficina está cerrada')
  expect(saidIn(await player.hear(heard('Quiero saber si mi expediente está completo')))).toContain('¿A qué teléfono le llamamos')
  const left = await player.hear(heard('809-555-0123'))
  expect(left.asked.map(({ request }) => request)).toMatchObject([{ kind: 'OPEN_REQUEST', type: 'callback', fields: { reason: 'Quiero saber si mi expediente está completo', phone: '+18095550123' } }])
  expect(saidIn(left)).toContain('S-2026-000001')
  expect(left.effects.filter(({ kind }) => kind === 'HAND_OFF')).toEqual([])
})

test('a telephone that is known is not asked', async () => {
  const player = closed(governmentTemplate, '+18095550123')
  await player.hear(heard('persona'))
  expect(saidIn(await player.hear(heard('Necesito una copia')))).toContain('S-2026-000001')
})

test('out of hours an emergency still gets the number and people', async () => {
  const played = await closed(healthTemplate, null).hear(heard('no puedo respirar'))
  expect(saidIn(played)).toContain('9-1-1')
  expect(played.effects).toContainEqual(expect.objectContaining({ kind: 'HAND_OFF', priority: 'URGENT' }))
})
