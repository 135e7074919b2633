import { buffer } from 'node:stream/consumers'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { entities } from '../../../modules.ts'
import { systemActor } from '../../../platform/actor.ts'
import { ContractsScene } from '../contracts.fixture.ts'
import type { NewLetter } from './letter-box.ts'
import { newId } from '../../../platform/ids.ts'

const database = useDatabase({ entities })
let scene: ContractsScene
beforeAll(() => { scene = new ContractsScene(database, '2027-01-10T15:00:00Z') })

const letterTo = (tenantId: string, more: Partial<NewLetter> = {}): NewLetter => ({
  tenantId, kind: 'RENEWAL_WARNING', occasionId: newId(), sellerId: null, day: '2027-01-10', recipients: ['ana@example.com', 'luis@example.com', 'ana@example.com'], fileName: 'Aviso C-2027-0001',
  mail: { subject: 'Aviso', text: 'Adjunto' },
  document: { language: 'ES', title: 'Aviso', createdAt: '2027-01-10T15:00:00Z', from: { name: 'BotPro', lines: [] }, to: { name: 'Óptica Ñandú', lines: [] }, facts: [], blocks: [{ kind: 'TEXT', text: 'El contrato vence.' }] },
  ...more,
})
const write = (letter: NewLetter) => scene.units.platform({ actor: systemActor() }, unit => scene.contracts.letters.write(unit, letter))
const jobs = async (task: string, about: string) =>
  (await database.owner.query(`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 and payload::text like $2`, [task, `%${about}%`])).rows.map(({ payload }) => payload)

test('a letter that is written twice for one occasion on one day is one', async () => {
  const { tenantId } = await scene.customer()
  const letter = letterTo(tenantId)
  const [first, again] = await Promise.all([write(letter), write(letter)])
  expect(again).toBe(first)
  expect(await write({ ...letter, day: '2027-01-11' })).not.toBe(first)
  expect(await jobs('letters.finish', first)).toHaveLength(1)
})

test('it is drawn, kept and mailed once to each, though the job dies before it is written down and runs again', async () => {
  const { tenantId } = await scene.customer()
  const letterId = await write(letterTo(tenantId))
  const { put } = scene.files
  let puts = 0
  scene.files.put = async (...given) => {
    const stored = await put(...given)
    if (++puts === 1) throw new Error('The process was killed.')
    return stored
  }
  await expect(scene.contracts.letters.finish({ tenantId, letterId })).rejects.toThrow('killed')
  await Promise.all([scene.contracts.letters.finish({ tenantId, letterId }), scene.contracts.letters.finish({ tenantId, letterId })])
  await scene.contracts.letters.finish({ tenantId, letterId })
  scene.files.put = put
  const mails = await jobs('mail.send', letterId)
  expect(mails.map(({ to }) => to).sort()).toEqual(['ana@example.com', 'luis@example.com'])
  expect(mails[0]).toMatchObject({ subject: 'Aviso', attachments: [{ filename: 'Aviso C-2027-0001.pdf', key: `${tenantId}/letter-${letterId}` }] })
  const pdf = await buffer(await scene.files.get(`${tenantId}/letter-${letterId}`))
  expect((await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text).toContain('El contrato vence.')
})

test('one whose job was lost is taken up again by the hourly round', async () => {
  const { tenantId } = await scene.customer()
  const letterId = await write(letterTo(tenantId))
  await database.owner.query(`delete from graphile_worker._private_jobs where payload::text like $1`, [`%${letterId}%`])
  scene.now = new Date('2027-01-10T15:30:00Z')
  await scene.contracts.rounds.go()
  expect(await jobs('letters.finish', letterId)).toEqual([])
  scene.now = new Date('2027-01-10T16:01:00Z')
  await scene.contracts.rounds.go()
  expect(await jobs('letters.finish', letterId)).toHaveLength(1)
})

test('what was written stays: no role writes it anew', async () => {
  const { tenantId } = await scene.customer()
  const letterId = await write(letterTo(tenantId))
  for (const change of [`update letter set content = '{}'`, `delete from letter`])
    await expect(scene.units.platform({ actor: systemActor() }, unit => unit.sql(`try-${change.slice(0, 6)}`, `${change} where id = '${letterId}'`))).rejects.toThrow('permission denied')
})
