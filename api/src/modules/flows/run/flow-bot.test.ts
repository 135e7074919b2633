import type { Flow } from '@botpro/graphql/flows'
import { describe, expect, test } from 'vitest'
import { flowOf, variable } from '../engine/bot.fixture.ts'
import { sceneFor } from '../../conversations/bot/bot-scene.ts'
import { testSealer } from '../../../../test/test-sealer.ts'
import { balance, CEDULA, menu, said, waits, useTalk } from './flow-bot.fixture.ts'
import { Recordings } from './recordings.ts'

const { scene, newProcess, inUnit, later, thread, conversation, runs, set } = useTalk()

describe('a conversation with a bot of flows', () => {
  test('goes from the greeting to the answer of a system, and leaves what it learnt', async () => {
    const { say, work } = newProcess()
    await say('hola')
    await say('Mi saldo', 'saldo')
    await say(CEDULA)
    await work.settled()
    expect((await thread()).slice(1)).toEqual(['CONTACT hola', 'CONTACT Mi saldo', 'BOT ¿Su cédula?', `CONTACT ${CEDULA}`, 'BOT Tiene RD$ 5.00.'])
    expect(await conversation()).toMatchObject({ tags: ['consultó'], owner: 'BOT' })
    const { rows: [contact] } = await scene.database.owner.query('select attributes from contact where tenant_id = $1', [scene.world.tenantId])
    expect(contact.attributes).toMatchObject({ cedula: '00113918205' })
    expect(await runs()).toEqual([])
    const { rows: visits } = await scene.database.owner.query('select flow, step, arrived, exit from flow_visit where tenant_id = $1 order by id', [scene.world.tenantId])
    expect(visits.filter(({ flow }) => flow === 'saldo').map(({ step, exit }) => `${step} ${exit}`)).toEqual(
      ['cedula null', 'cedula answered', 'recordar done', 'banco null', 'banco done', 'decir done', 'etiqueta done'])
  })

  test('what is tapped of the menu under the greeting is answered, also where a flow begins with the first message', async () => {
    const welcome = flowOf('bienvenida', { triggers: [{ id: 't', kind: 'FIRST_MESSAGE' }], steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '¡Bienvenida!' } }] } } })
    const { say } = newProcess([menu, balance, waits, welcome])
    await say('Mi saldo', 'saldo')
    expect((await thread()).slice(1)).toEqual(['CONTACT Mi saldo', 'BOT ¿Su cédula?'])
    await say('hola')
    expect((await thread()).at(-1)).not.toBe('BOT ¡Bienvenida!')
  })

  test('a button that is tapped twice in a moment is heard once; a minute later it is tapped anew', async () => {
    const { say } = newProcess()
    await say('hola')
    await say('Mi saldo', 'saldo')
    const [begun] = await runs()
    await say('Mi saldo', 'saldo')
    expect((await thread()).slice(2)).toEqual(['CONTACT Mi saldo', 'BOT ¿Su cédula?', 'CONTACT Mi saldo'])
    expect(await runs()).toEqual([begun])
    later(1)
    await say('Mi saldo', 'saldo')
    expect((await thread()).at(-1)).toBe('BOT ¿Su cédula?')
  })

  test('a first message that is no tap begins the flow that waits for one', async () => {
    const welcome = flowOf('bienvenida', { triggers: [{ id: 't', kind: 'FIRST_MESSAGE' }], steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '¡Bienvenida!' } }] } } })
    const { say } = newProcess([menu, balance, waits, welcome])
    await say('otra cosa', 'nothing-of-the-menu')
    expect((await thread()).slice(1)).toEqual(['CONTACT otra cosa', 'BOT ¡Bienvenida!'])
  })

  test('goes to people with all that is known when the system fails, and goes on where it was drawn when they give it back', async () => {
    scene.answer = async () => ({ ok: false, code: 'TIMEOUT', message: 'late' })
    const { say, work, conversations, units } = newProcess()
    await say('saldo')
    await say(CEDULA)
    await work.settled()
    expect(await conversation()).toMatchObject({ owner: 'QUEUE', queue: 'Caja', priority: 'HIGH' })
    expect((await thread()).slice(-2)).toEqual(['SYSTEM HANDED_TO_QUEUE', '(BOT Cédula 00113918205: TIMEOUT'])
    const { id } = await conversation()
    const agent = await scene.world.member()
    await units.tenant({ tenantId: scene.world.tenantId, actor: agent, now: scene.now }, unit => conversations.claim(unit, id as string))
    await units.tenant({ tenantId: scene.world.tenantId, actor: agent, now: scene.now }, unit => conversations.handBackToBot(unit, id as string))
    expect((await thread()).at(-1)).toBe('BOT Aquí estoy de nuevo.')
  })

  test('an interrupted question is asked again when what came between is over', async () => {
    const other = flowOf('otra', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['sucursales'] } }], steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Hay tres.' } }] } } })
    const { say } = newProcess([menu, balance, other])
    await say('saldo')
    await say('¿cuántas sucursales tienen?')
    expect((await thread()).slice(-3)).toEqual(['CONTACT ¿cuántas sucursales tienen?', 'BOT Hay tres.', 'BOT ¿Su cédula?'])
    expect((await runs()).map(({ place }) => place)).toEqual(['FOREGROUND'])
  })

  test.each([['cerrado', false], ['primera', true]])('a flow for who comes while nobody is there, or for the first time, begins also where she says nothing: %s', async (key, isOpen) => {
    const flows = [said('cerrado', 'Abrimos mañana.', { triggers: [{ id: 'o', kind: 'OUT_OF_HOURS' }] }), said('primera', 'Bienvenida.', { triggers: [{ id: 'f', kind: 'FIRST_MESSAGE' }] })]
    const { say, units, bot } = newProcess([menu, ...flows])
    await say('hola')
    const { id: conversationId, contact_id: contactId, channel_account_id: channelAccountId } = await conversation() as Record<string, string>
    const turn = await inUnit(units, async unit => {
      const scene = await sceneFor(unit, channelAccountId!, 'ES')
      const place = { unit, conversationId: conversationId!, contactId: contactId!, channelAccountId: channelAccountId!, channelKind: 'WEB' as const, opening: { greeted: true } }
      return bot.arrived({ ...scene, calendar: { ...scene.calendar, timeZone: scene.calendar.timeZone, isOpen: () => isOpen } as typeof scene.calendar }, place)
    })
    expect(turn!.says[0]!.text).toBe(key === 'cerrado' ? 'Abrimos mañana.' : 'Bienvenida.')
  })

  test('how she was known when she came is kept, also where the bot has nothing for her words, or she says none', async () => {
    const { say, units, bot } = newProcess([balance])
    await say('qwerty')
    const { id: conversationId, contact_id: contactId, channel_account_id: channelAccountId } = await conversation() as Record<string, string>
    const kept = await inUnit(units, async unit => {
      const place = { unit, conversationId: conversationId!, contactId: contactId!, channelAccountId: channelAccountId!, channelKind: 'WEB' as const, opening: { greeted: true } }
      const turn = await bot.arrived(await sceneFor(unit, channelAccountId!, 'ES'), place)
      await turn?.keep?.(unit)
      return new Recordings(testSealer).of(unit, conversationId!)
    })
    expect(kept).toMatchObject([{ kind: 'HEARD', contact: {} }, { kind: 'HEARD', contact: {} }])
  })

  test.each([['MENU', 'BOT Tiene dos.'], ['CHOICE', 'BOT Esa opción era de un menú anterior. Sigamos donde íbamos.']])('a menu to which a flow comes back may be tapped wherever it stands; a question that is asked once more, of something else, may not: %s', async (kind, answer) => {
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
    const { rows: [shown] } = await set(`select id, text, menu from message where tenant_id = $1 and text = '¿Y ahora?'`)
    await say('Mis citas', 'citas')
    // The widget does not tell on which it was tapped; channels do.
    const chosenFrom = { messageId: shown.id as string, text: shown.text as string, options: shown.menu.options, isTyped: false, isLatest: false }
    const { id: conversationId, contact_id: contactId, channel_account_id: channelAccountId } = await conversation() as Record<string, string>
    const turn = await inUnit(units, async unit => bot.answer(await sceneFor(unit, channelAccountId!, 'ES'), { text: 'Mis citas', optionId: 'citas', chosenFrom },
      { unit, conversationId: conversationId!, contactId: contactId!, channelAccountId: channelAccountId!, channelKind: 'WEB' }))
    expect(`BOT ${turn.says[0]!.text}`).toBe(answer)
  })
})

describe('what waits for no answer', () => {
  const urgent = said('urgencia', 'Llame al 911.', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['me muero'] }, interrupts: true }] })
  const asks = flowOf('queja', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['queja'] } }], variables: [variable('queja')], steps: { cual: { kind: 'ASK', text: { ES: '¿Qué pasó?' }, answer: { type: 'TEXT' }, saveAs: 'queja', next: { answered: 'fin', failed: 'fin' } }, fin: { kind: 'END' } } })

  test('begins where the flow under way would have taken her words, which is asked again', async () => {
    const { say } = newProcess([menu, asks, urgent])
    await say('queja')
    await say('¡ay, que me muero!')
    expect((await thread()).slice(-2)).toEqual(['BOT Llame al 911.', 'BOT ¿Qué pasó?'])
  })

  test('leaves her words to the flow under way where it does not interrupt', async () => {
    const { say } = newProcess([menu, asks, { ...urgent, triggers: urgent.triggers.map(trigger => ({ ...trigger, interrupts: false }) as Flow['triggers'][number]) }])
    await say('queja')
    await say('¡ay, que me muero!')
    expect((await thread()).at(-1)).toBe('CONTACT ¡ay, que me muero!')
  })
})
