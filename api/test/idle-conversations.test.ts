import { beforeAll, expect, test } from 'vitest'
import { drawn } from '../src/modules/flows/engine/bot.fixture.ts'
import { newContent } from '../src/modules/flows/bots/new-bot.ts'
import { systemActor } from '../src/platform/actor.ts'
import { ask, type Caller } from './client.ts'
import { SectorTenant } from './sector.ts'
import { useStand } from './stand.ts'

const stand = useStand()
const content = newContent('ES')
const quien = {
  key: 'quien', name: 'Quién', variables: [], triggers: [{ id: 't', kind: 'KEYWORD' as const, words: { ES: ['saldo'] } }], start: 'verify',
  steps: drawn({
    verify: { kind: 'VERIFY', method: { kind: 'KNOWN_DATA', questions: [{ id: 'card', text: { ES: '¿Últimos cuatro?' }, expected: { literal: '4821' } }] }, next: { verified: 'amount', failed: 'no' } },
    amount: { kind: 'ASK', text: { ES: '¿Cuánto?' }, answer: { type: 'NUMBER' }, saveAs: 'cuanto', next: { answered: 'no', failed: 'no' } },
    no: { kind: 'END' },
  }),
}
const file = JSON.stringify({
  format: 'botpro.bot/1', name: 'Datos', description: '', settings: content.settings, tests: [],
  flows: [...content.flows, { ...quien, variables: [{ name: 'cuanto', type: 'NUMBER', scope: 'FLOW' }] }],
})

let tenant: SectorTenant
let owner: Caller
let botId: string
beforeAll(async () => {
  tenant = await SectorTenant.open(stand.database, stand.app)
  owner = await tenant.member('OWNER')
  const { createBot } = await ask(stand.url, owner, 'mutation($file: String!) { createBot(input: { file: $file }) { ... on Bot { id } ... on UserError { message } } }', { file })
  botId = createBot.id
  await tenant.goLive(owner, botId)
})

const query = async (text: string) => (await stand.database.owner.query(text, [tenant.id])).rows

/** Of the step at which she stopped. */
async function droppedOff(): Promise<number> {
  const [from, until] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)]
  const { flowFigures } = await ask(stand.url, owner, 'query($input: FlowFiguresInput!) { flowFigures(input: $input) { steps { step droppedOff } } }', { input: { botId, flow: 'quien', from, until } })
  return flowFigures.steps.find(({ step }: { step: string }) => step === 'amount').droppedOff
}

test('whoever proved who she is and left is counted as gone once her conversation is closed by itself, and whoever writes there next is asked anew', async () => {
  const visitor = await tenant.visitor()
  for (const words of ['saldo', '4821']) await tenant.says(visitor, words)
  expect((await tenant.thread()).at(-1)).toBe('BOT ¿Cuánto?')
  expect(await droppedOff()).toBe(0)
  await query(`update conversation set last_activity_at = now() - interval '25 hours' where tenant_id = $1`)
  await stand.database.units.tenant({ tenantId: tenant.id, actor: systemActor(tenant.id) }, async unit => unit.enqueue('conversations.close-idle', {}))
  const status = async () => (await query('select status from conversation where tenant_id = $1 order by opened_at'))[0].status
  await expect.poll(status, { timeout: 15_000 }).toBe('CLOSED')
  expect(await droppedOff()).toBe(1)
  for (const words of ['500', 'saldo']) await tenant.says(visitor, words)
  expect((await tenant.thread()).at(-1)).toBe('BOT ¿Últimos cuatro?')
})
