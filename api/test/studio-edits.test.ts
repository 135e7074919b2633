import type { BotContent, Flow } from '@botpro/graphql/flows'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidBotFile } from '../src/modules/flows/bots/bot.errors.ts'
import { readBotFile, readFlow } from '../src/modules/flows/bots/document.ts'
import { newContent } from '../src/modules/flows/bots/new-bot.ts'
import { writeBotFile } from '../src/modules/flows/versions/bot-file.ts'
import { entities } from '../src/modules.ts'
import { InvalidInput } from '../src/platform/refusal.ts'
import { anyChange, flowOf, say } from '../../web-admin/src/features/studio/document/flow.testing.ts'
import { begun, done, redone, undone, type History } from '../../web-admin/src/features/studio/document/history.ts'
import { figure } from './figures.ts'
import { useDatabase } from './harness.ts'

const database = useDatabase({ entities })
const first = flowOf([say('a')])

/** A flow as it is kept: read by the API, and written by the database in an order of its own. */
async function kept(flow: Flow): Promise<Flow> {
  const read = readFlow(JSON.parse(JSON.stringify(flow)))
  if (read instanceof InvalidInput) throw new Error(`${read.field}: ${read.message}`)
  return (await database.owner.query('select $1::jsonb as document', [JSON.stringify(read)])).rows[0].document
}

const exported = async (flow: Flow): Promise<string> =>
  writeBotFile({ name: 'Asistente', description: null }, { ...newContent('ES'), flows: [await kept(flow)] } satisfies BotContent)

/** As an import does: read, kept, and written again. */
async function exportedAgain(text: string): Promise<string> {
  const read = readBotFile(text)
  if (read instanceof InvalidBotFile) throw new Error(JSON.stringify(read.problems))
  const { name, description, ...content } = read
  return writeBotFile({ name, description: description ?? null }, { ...content, flows: await Promise.all(content.flows.map(kept)) })
}

const times = (count: number, step: (history: History) => History, from: History): History =>
  Array.from({ length: count }).reduce<History>(history => step(history), from)

const move = fc.oneof({ weight: 6, arbitrary: anyChange.map(change => (now: History, at: number) => done(now, change, { at: at * 10_000 })) },
  { weight: 2, arbitrary: fc.constant((now: History) => undone(now)) }, { weight: 1, arbitrary: fc.constant((now: History) => redone(now)) })

test('whatever is drawn in the studio, undone and redone, is exported, imported and exported as the same file; undone entirely it is the first again, and redone the last', async () => {
  let changed = 0
  await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 30, size: 'max' }), async moves => {
    const history = moves.reduce((now, one, at) => one(now, at), begun(first))
    const text = await exported(history.present)
    expect(await exportedAgain(text)).toBe(text)
    const back = times(history.past.length, undone, history)
    expect(await exported(back.present)).toBe(await exported(first))
    expect(await exported(times(history.past.length, redone, back).present)).toBe(text)
    if (history.past.length > 3) changed++
  }), { numRuns: figure(100, 3000) })
  expect(changed).toBeGreaterThan(30)
})
