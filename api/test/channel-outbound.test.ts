import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { messengerAdapter } from '../src/modules/channels/adapters/messenger/messenger.adapter.ts'
import type { SendOutcome } from '../src/modules/channels/adapters/outgoing.ts'
import { smsAdapter } from '../src/modules/channels/adapters/sms/sms.adapter.ts'
import { newId } from '../src/platform/ids.ts'
import { accepted, failure, HOUR, LONG, newScene, pending, PHONE, referenceIn, retry, START, unknown, useOutbound } from './outbound-scene.ts'

useOutbound()

/** What becomes of messages on their way out, with a provider whose answers the test gives. */
describe('a call under way', () => {
  test('is not taken for one of a process that ended in the moment in which it is claimed', async () => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    const call = pending()
    scene.answers.push(call.answer)
    scene.trouble.after = () => {
      delete scene.trouble.after
      return scene.run.recover(scene.account)
    }
    await scene.look()
    expect(await scene.shownOf(id)).toBe('QUEUED')
    expect(await scene.stateOf(id)).toBe('SENDING')
    call.resolve(accepted('w1'))
    await scene.turn()
  })

  test.each([
    ['that it is to be sent later', retry(), 'QUEUED', 'QUEUED'], ['that it is refused', { kind: 'REFUSED', failure, because: 'CONTENT' }, 'FAILED', 'FAILED'],
  ] as [string, SendOutcome, string, string][])('is believed when it says %s, though another process took it for abandoned', async (_what, answer, state, shown) => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    const call = pending()
    scene.answers.push(call.answer)
    await scene.look()
    await scene.newRun().recover(scene.account)
    expect(await scene.shownOf(id)).toBe('UNKNOWN')
    call.resolve(answer)
    while (scene.run.isSending) await sleep(5)
    expect([await scene.stateOf(id), await scene.shownOf(id)]).toEqual([state, shown])
  })

  test('is answered to a database that is away, and the answer is stored once it is back', async () => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    let away = 2
    scene.answers.push(() => {
      scene.trouble.before = () => { if (away-- > 0) throw Object.assign(new Error('terminating connection'), { code: '57P01' }) }
      return accepted('w1')
    })
    await scene.turn()
    expect([await scene.shownOf(id), scene.errors.length]).toEqual(['SENT', 2])
  })
})

describe('before each call is asked whether it may go', () => {
  test('so nothing leaves while the service stands still but the sentence that nobody answers', async () => {
    const scene = await newScene()
    const answer = await scene.answer('ya le digo')
    scene.service.state = 'SUSPENDED'
    const notice = await scene.tells({ text: 'En este momento no', notice: 'NOT_ANSWERED_NOW' })
    for (let turn = 0; turn < 2; turn++) await scene.turn()
    expect([await scene.shownOf(answer), await scene.shownOf(notice)]).toEqual(['FAILED', 'SENT'])
    expect((await scene.partsOf(answer))[0].failure.code).toBe('SERVICE_HELD')
    expect(scene.sent).toHaveLength(1)
  })

  test('so a template stays where the service is held in part, and an answer goes', async () => {
    const scene = await newScene()
    scene.service.state = 'RESTRICTED'
    const template = await scene.tells({ content: { kind: 'TEMPLATE', templateId: newId(), name: 'oferta', language: 'es', category: 'MARKETING', values: {} } })
    const answer = await scene.answer('ya le digo')
    for (let turn = 0; turn < 2; turn++) await scene.turn()
    expect([await scene.shownOf(template), await scene.shownOf(answer)]).toEqual(['FAILED', 'SENT'])
  })

  test('so the second part stays where the window closed after the first', async () => {
    const scene = await newScene()
    const id = await scene.answer(LONG)
    await scene.turn()
    scene.pass(25 * HOUR)
    await scene.turn()
    expect(scene.sent).toHaveLength(1)
    expect((await scene.partsOf(id)).map(part => [part.state, part.failure?.code])).toEqual([['SENT', undefined], ['FAILED', 'WINDOW_CLOSED']])
  })

  test('so what was refused for a while stays where she stopped the channel meanwhile', async () => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    scene.answers.push(retry())
    await scene.turn()
    scene.pass(HOUR)
    await scene.told({ kind: 'AVAILABLE', at: new Date(START + HOUR), person: { externalId: PHONE }, isAvailable: false })
    await scene.turn()
    expect([scene.sent.length, await scene.shownOf(id)]).toEqual([1, 'FAILED'])
  })

  test('and it is cut anew where it may go by another way only', async () => {
    const scene = await newScene(messengerAdapter)
    await scene.answer('hola')
    scene.answers.push(retry())
    await scene.turn()
    scene.pass(25 * HOUR)
    await scene.turn()
    expect(scene.sent.map(part => JSON.stringify(part.request).includes('HUMAN_AGENT'))).toEqual([false, true])
  })
})

describe('what a provider tells', () => {
  test('late of the first time that a message was sent settles nothing of the second', async () => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    scene.answers.push(accepted('w1'))
    await scene.turn()
    const late = { externalId: 'w1', status: 'FAILED', failure } as const
    await scene.status(late)
    await scene.again(id)
    const call = pending()
    scene.answers.push(call.answer)
    await scene.look()
    await scene.status({ ...late, reference: referenceIn(scene.sent[0]!) })
    await scene.status(late)
    expect((await scene.partsOf(id)).map(part => part.state)).toEqual(['SENDING'])
    call.resolve(accepted('w2'))
    while (scene.run.isSending) await sleep(5)
    await scene.status({ externalId: 'w2' })
    expect([await scene.shownOf(id), (await scene.partsOf(id))[0].externalId]).toEqual(['DELIVERED', 'w2'])
  })

  test('of the second part is not taken for the first, of which nobody knows', async () => {
    const scene = await newScene()
    const id = await scene.answer(LONG)
    const call = pending()
    scene.answers.push(unknown, call.answer)
    await scene.turn()
    scene.pass(HOUR)
    await scene.run.recover(scene.account)
    await scene.look()
    await scene.status({ externalId: 'w2', reference: referenceIn(scene.sent[1]!) })
    expect((await scene.partsOf(id)).map(part => [part.state, part.externalId])).toEqual([['UNKNOWN', undefined], ['DELIVERED', 'w2']])
    call.resolve(accepted('w2'))
    while (scene.run.isSending) await sleep(5)
  })

  test('under the message’s id alone, as before parts had references, is about the one under way', async () => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    scene.answers.push(unknown)
    await scene.turn()
    await scene.rows(`update outbound_message set parts = jsonb_build_array(parts->0 #- '{reference}' #- '{passage}') where tenant_id = $1`)
    await scene.status({ externalId: 'w1', reference: id })
    expect(await scene.shownOf(id)).toBe('DELIVERED')
  })

  test.each([
    ['its name', (scene: Scene) => scene.status({ externalId: 'w1', status: 'SENT', reference: referenceIn(scene.sent[0]!) }), unknown],
    ['the answer to its call', async () => {}, accepted('w1')],
    ['another name of it', async () => {}, { kind: 'ACCEPTED', externalId: 'w0', otherNames: ['w1'] }],
  ] as [string, (scene: Scene) => Promise<void>, SendOutcome][])('before %s was known counts once it is, statuses and reactions alike', async (_what, named, answer) => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    await scene.status({ externalId: 'w1', status: 'READ' })
    await scene.told({ kind: 'REACTION', at: new Date(START), from: { externalId: PHONE }, externalId: 'w1', emoji: '👍' })
    scene.answers.push(answer)
    await scene.turn()
    await named(scene)
    expect([await scene.shownOf(id), scene.errors]).toEqual(['READ', []])
    expect(await scene.rows('select reactions->0->>\'emoji\' as emoji from message where tenant_id = $1 and reactions is not null')).toEqual([{ emoji: '👍' }])
  })

  test('of a text message whose call was not answered charges its segments', async () => {
    const scene = await newScene(smsAdapter)
    const id = await scene.answer('á'.repeat(100))
    scene.answers.push(unknown)
    await scene.turn()
    const reference = (scene.sent[0]!.request as any).reference
    for (const status of ['SENT', 'DELIVERED'] as const) await scene.status({ externalId: 'SM1', reference, status })
    expect(await scene.shownOf(id)).toBe('DELIVERED')
    expect(await scene.rows('select external_id, quantity from provider_charge where tenant_id = $1')).toEqual([{ external_id: 'SM1', quantity: 2 }])
  })
})

describe('what a provider refuses teaches who may be written to', () => {
  const closed: SendOutcome = { kind: 'REFUSED', failure, because: 'WINDOW_CLOSED' }

  test('a closed window: the next is not tried, until she writes again', async () => {
    const scene = await newScene()
    scene.pass(HOUR)
    scene.answers.push(closed)
    await scene.answer('uno')
    await scene.turn()
    const second = await scene.answer('dos')
    await scene.turn()
    expect([scene.sent.length, await scene.shownOf(second)]).toEqual([1, 'FAILED'])
    scene.pass(1000)
    await scene.writes()
    await scene.answer('tres')
    await scene.turn()
    expect(scene.sent).toHaveLength(2)
  })

  test('what she wrote while the call was under way is newer than that', async () => {
    const scene = await newScene()
    await scene.answer('uno')
    await scene.turn()
    scene.pass(HOUR)
    await scene.writes()
    await scene.status({ reference: referenceIn(scene.sent[0]!), externalId: 'w1', status: 'FAILED', failure, because: 'WINDOW_CLOSED', at: new Date(START + 1000) })
    await scene.answer('dos')
    await scene.turn()
    expect(scene.sent).toHaveLength(2)
  })

  test.each(['an answer', 'a status'])('that she stopped the channel, told by %s', async how => {
    const scene = await newScene()
    scene.pass(HOUR)
    if (how === 'an answer') scene.answers.push({ kind: 'REFUSED', failure, because: 'OPTED_OUT' })
    await scene.answer('uno')
    await scene.turn()
    if (how === 'a status') await scene.status({ reference: referenceIn(scene.sent[0]!), status: 'FAILED', failure, because: 'OPTED_OUT' })
    expect(await scene.rows('select is_available from contact_identity where tenant_id = $1')).toEqual([{ is_available: false }])
    await scene.answer('dos')
    await scene.turn()
    expect(scene.sent).toHaveLength(1)
  })
})

describe('a provider', () => {
  test('that answers nothing to several calls in a row is left in peace, and its administrators are told', async () => {
    const scene = await newScene()
    const phones = Array.from({ length: 12 }, (_, index) => `+1809555${2000 + index}`)
    for (const phone of phones) {
      await scene.writes(phone)
      await scene.answer('hola', phone)
    }
    scene.answers.push(...phones.map(() => unknown))
    const stopped = async () => (await scene.rows('select stopped_at, probe_at from provider_channel where tenant_id = $1 and stopped_at is not null')).length > 0
    for (let turn = 0; turn < 12 && !await stopped(); turn++) await scene.turn()
    expect(await stopped()).toBe(true)
    expect(scene.sent.length).toBeLessThanOrEqual(6)
    expect(await scene.rows('select kind from channel_alarm where tenant_id = $1')).toEqual([{ kind: 'ACCOUNT_STOPPED' }])
    expect(await scene.rows(`select count(*)::int as queued from outbound_message where tenant_id = $1 and state = 'QUEUED'`)).toEqual([{ queued: 12 - scene.sent.length }])
  })

  test('whose statuses tell of messages, and only whose answers are lost, goes on', async () => {
    const scene = await newScene()
    for (let turn = 0; turn < 8; turn++) {
      await scene.answer(`uno ${turn}`)
      scene.answers.push(unknown)
      await scene.turn()
      await scene.status({ externalId: `w${turn}`, reference: referenceIn(scene.sent.at(-1)!) })
    }
    expect(scene.sent).toHaveLength(8)
    expect(await scene.rows('select stopped_at from provider_channel where tenant_id = $1')).toEqual([{ stopped_at: null }])
  })

  test('that asked for rest has it from whoever goes on for the account, too', async () => {
    const scene = await newScene()
    await scene.writes('+18095550200')
    await scene.answer('uno')
    scene.answers.push(retry({ scope: 'ACCOUNT', afterMs: 60_000 }))
    await scene.turn()
    await scene.answer('dos', '+18095550200')
    const [{ paused_until: pausedUntil }] = await scene.rows('select paused_until from provider_channel where tenant_id = $1')
    expect(await scene.newRun().look({ ...scene.account, pausedUntil })).toBe(60_000)
    expect(scene.sent).toHaveLength(1)
  })

  test.each(['PERSON', 'ACCOUNT'] as const)('that refuses the %s for longer than a message is worth is not asked for ever', async scope => {
    const scene = await newScene(smsAdapter)
    const id = await scene.answer('hola')
    scene.answers.push(retry({ scope }), retry({ scope }))
    await scene.turn()
    scene.pass(23 * HOUR)
    await scene.turn()
    expect(await scene.stateOf(id)).toBe('QUEUED')
    scene.pass(2 * HOUR)
    scene.answers.push(retry({ scope }))
    await scene.turn()
    expect(await scene.shownOf(id)).toBe('FAILED')
  })
})

describe('a message that is sent again', () => {
  test('sends what has not left alone', async () => {
    const scene = await newScene()
    const id = await scene.answer(LONG)
    scene.answers.push(accepted('w1'), { kind: 'REFUSED', failure, because: 'OTHER' })
    await scene.turn()
    await scene.turn()
    expect(await scene.shownOf(id)).toBe('FAILED')
    await scene.again(id)
    await scene.turn()
    await scene.turn()
    expect(scene.sent.map(part => JSON.stringify(part.request).includes('bbb'))).toEqual([false, true, true])
    await scene.status({ reference: referenceIn(scene.sent[0]!), externalId: 'w1', status: 'READ' })
    expect((await scene.partsOf(id)).map(part => part.state)).toEqual(['READ', 'SENT'])
  })

  test('waits while it is being found out whether it arrived', async () => {
    const scene = await newScene()
    const id = await scene.answer('hola')
    scene.answers.push(unknown)
    await scene.turn()
    expect(await scene.again(id)).toMatchObject({ kind: 'UNCERTAIN', until: expect.any(Date) })
    await scene.turn()
    expect(scene.sent).toHaveLength(1)
    scene.pass(HOUR)
    expect(await scene.again(id)).toEqual({ kind: 'QUEUED' })
    await scene.turn()
    expect([scene.sent.length, await scene.shownOf(id)]).toEqual([2, 'SENT'])
  })
})

type Scene = Awaited<ReturnType<typeof newScene>>
