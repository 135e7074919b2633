import { expect, test } from 'vitest'
import { botOf, flowOf, variable } from '../engine/bot.fixture.ts'
import { freshState } from '../engine/engine.ts'
import type { Facts } from '../engine/facts.ts'
import { heardAs } from './recordings.ts'
import { RunTalk } from './run-talk.ts'
import type { Run } from './run.store.ts'

const flow = flowOf('datos', {
  variables: [variable('receta', { personal: true }), variable('color')],
  steps: {
    quien: { kind: 'VERIFY', method: { kind: 'KNOWN_DATA', questions: [{ id: 'q', text: { ES: '¿Su año?' }, expected: { literal: '1985' } }] }, next: { verified: 'receta', failed: 'receta' } },
    receta: { kind: 'ASK', text: { ES: '¿Qué le recetaron?' }, answer: { type: 'TEXT' }, saveAs: 'receta', next: { answered: 'color', failed: 'color' } },
    color: { kind: 'ASK', text: { ES: '¿Qué color?' }, answer: { type: 'TEXT' }, saveAs: 'color', next: { answered: 'quien', failed: 'quien' } },
  },
})
const facts = { contact: { name: null, phone: null, email: null, attributes: {} }, hours: { open: true } } as unknown as Facts

const kept = async (step: string) => {
  const run = { id: 'r', botVersionId: 'v', place: 'FOREGROUND', pending: [], state: { ...freshState(), waiting: { kind: 'CONTACT' }, frames: [{ flow: 'datos', step, vars: {}, progress: {} }] } } as unknown as Run
  const talk = new RunTalk({ where: { contactId: 'c', conversationId: 'v' }, compiled: async () => botOf([flow]), inside: async () => ({ ok: true, data: null }), facts, runs: [run], versionId: 'v' })
  talk.memory.note(heardAs({ text: 'en 1985', optionId: null, files: [], location: null, intent: { name: 'FECHA', confidence: 1 }, entities: { año: '1985' }, aside: null }, { isFirst: false, ...talk.facts }))
  return talk.memories()
}

test('of what proves who she is, and of what is personal, nothing that was read in it is kept', async () => {
  for (const step of ['quien', 'receta']) expect(await kept(step), step).toEqual([expect.objectContaining({ intent: 'FECHA', entities: {} })])
  expect(await kept('color')).toEqual([expect.objectContaining({ intent: 'FECHA', entities: { año: '1985' } })])
})

test('her words are in the message alone', async () => {
  expect(JSON.stringify(await kept('color'))).not.toContain('en 1985')
})
