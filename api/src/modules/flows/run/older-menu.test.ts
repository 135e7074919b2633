import { expect, test } from 'vitest'
import { flowOf, variable } from '../engine/bot.fixture.ts'
import { sceneFor } from '../../conversations/bot/bot-scene.ts'
import { menu, said, useTalk } from './flow-bot.fixture.ts'

const { scene, newProcess, inUnit, conversation } = useTalk()

/** Where she talks, as bots are told of it. */
async function place() {
  const { id, contact_id: contactId, channel_account_id: channelAccountId } = await conversation() as Record<string, string>
  return { conversationId: id!, contactId: contactId!, channelAccountId: channelAccountId!, channelKind: 'WEB' as const }
}

test.each([['cerrado', false, 'Abrimos mañana.'], ['primera', true, 'Bienvenida.']])('a flow for who comes while nobody is there, or for the first time, begins also where she says nothing: %s', async (_key, isOpen, words) => {
  const flows = [said('cerrado', 'Abrimos mañana.', { triggers: [{ id: 'o', kind: 'OUT_OF_HOURS' }] }), said('primera', 'Bienvenida.', { triggers: [{ id: 'f', kind: 'FIRST_MESSAGE' }] })]
  const { say, units, bot } = newProcess([menu, ...flows])
  await say('hola')
  const at = await place()
  const turn = await inUnit(units, async unit => {
    const known = await sceneFor(unit, at.channelAccountId, 'ES')
    const calendar = { timeZone: known.calendar.timeZone, intervals: [], isOpen: () => isOpen, nextChange: () => undefined }
    return bot.arrived({ ...known, calendar }, { ...at, unit, opening: { greeted: true } })
  })
  expect(turn!.says.map(({ text }) => text)).toEqual([words])
})

test.each([
  ['MENU', 'Tiene dos.'], ['CHOICE', 'Esa opción era de un menú anterior. Sigamos donde íbamos.'],
])('a menu to which a flow comes back may be tapped wherever it stands; a question that is asked anew may not: %s', async (kind, answer) => {
  const options = [{ id: 'citas', title: { ES: 'Mis citas' } }]
  const round = flowOf('ronda', {
    triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['ronda'] } }], variables: [variable('cual')],
    steps: {
      menu: kind === 'MENU' ? { kind: 'MENU', text: { ES: '¿Y ahora?' }, style: 'BUTTONS', options, next: { citas: 'citas' } } :
        { kind: 'ASK', text: { ES: '¿Y ahora?' }, answer: { type: 'CHOICE', options }, saveAs: 'cual', next: { answered: 'citas', failed: 'citas' } },
      citas: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Tiene dos.' } }], next: { done: 'menu' } },
    },
  })
  const { say, units, bot } = newProcess([menu, round])
  await say('ronda')
  const { rows: [shown] } = await scene.database.owner.query(`select id, text, menu from message where tenant_id = $1 and text = '¿Y ahora?'`, [scene.world.tenantId])
  await say('Mis citas', 'citas')
  // The widget does not tell on which it was tapped; channels do.
  const chosenFrom = { messageId: shown.id as string, text: shown.text as string, options: shown.menu.options, isTyped: false, isLatest: false }
  const at = await place()
  const turn = await inUnit(units, async unit => bot.answer(await sceneFor(unit, at.channelAccountId, 'ES'), { text: 'Mis citas', optionId: 'citas', chosenFrom }, { ...at, unit }))
  expect(turn.says[0]!.text).toBe(answer)
})
