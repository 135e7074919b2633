import { beforeEach, expect, test } from 'vitest'
import { drawn } from '../src/modules/flows/engine/bot.fixture.ts'
import { tidyCodes } from '../src/modules/flows/asked/code-limits.ts'
import { newContent } from '../src/modules/flows/bots/new-bot.ts'
import { systemActor } from '../src/platform/actor.ts'
import { ask, type Caller } from './client.ts'
import { SectorTenant } from './sector.ts'
import { useStand } from './stand.ts'

const stand = useStand()

/** A customer whose card ends so. */
const customer = (key: string, lastFour: string) => ({
  key, name: key, variables: [], triggers: [{ id: 't', kind: 'KEYWORD' as const, words: { ES: [key] } }], start: 'verify',
  steps: drawn({
    verify: {
      kind: 'VERIFY', method: { kind: 'KNOWN_DATA', questions: [{ id: 'card', text: { ES: '¿Últimos cuatro?' }, expected: { literal: lastFour } }] }, attempts: 3,
      notUnderstood: { ES: 'No coincide.' }, next: { verified: 'yes', failed: 'no' },
    },
    yes: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Verificado.' } }] },
    no: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'No pudo ser: {{ error.code | default: "nada" }}.' } }] },
  }),
})
const hours = {
  key: 'hours', name: 'hours', variables: [], triggers: [{ id: 't', kind: 'KEYWORD' as const, words: { ES: ['horario'] } }], start: 'say',
  steps: drawn({ say: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'De ocho a cinco.' } }] } }),
}

const content = newContent('ES')
const file = JSON.stringify({
  format: 'botpro.bot/1', name: 'Datos', description: '', settings: content.settings, tests: [], flows: [...content.flows, customer('ana', '4821'), customer('rosa', '7305'), hours],
})

let tenant: SectorTenant
beforeEach(async () => {
  tenant = await SectorTenant.open(stand.database, stand.app)
  const owner = await tenant.member('OWNER')
  const { createBot } = await ask(stand.url, owner, 'mutation($file: String!) { createBot(input: { file: $file }) { __typename ... on Bot { id } ... on InvalidBotFile { problems { path message } } } }', { file })
  if (!createBot.id) throw new Error(JSON.stringify(createBot))
  await tenant.goLive(owner, createBot.id)
})

const query = async (text: string) => (await stand.database.owner.query(text, [tenant.id])).rows
const counted = async () => (await query('select 1 from flow_wrong_answer where tenant_id = $1')).length
const later = (minutes: number) => query(`update flow_wrong_answer set at = at - interval '${minutes} minutes' where tenant_id = $1 returning 1`)
/** The last that the bot says to these words. */
async function says(visitor: Caller, ...texts: string[]): Promise<string> {
  for (const text of texts) await tenant.says(visitor, text)
  return (await query(`select text from message where tenant_id = $1 and author = 'BOT' order by id desc limit 1`))[0].text
}

test('after five wrong answers in an hour also the right one is refused, whatever was said in between', async () => {
  const visitor = await tenant.visitor()
  expect(await says(visitor, 'ana', '0001', '0002', '0003')).toBe('No pudo ser: nada.')
  await says(visitor, 'ana', '0004', 'menú', 'ana', '0005', 'cancelar')
  expect(await counted()).toBe(5)
  expect(await says(visitor, 'ana', '4821')).toBe('No pudo ser: TOO_MANY_TRIES.')
  expect(await says(visitor, 'ana', '0006')).toBe('No pudo ser: TOO_MANY_TRIES.')
  // Neither is another customer’s data hers to go on with.
  expect(await says(visitor, 'rosa', '7305')).toBe('No pudo ser: TOO_MANY_TRIES.')
  expect(await counted()).toBe(5)
  await later(61)
  expect(await says(visitor, 'ana', '4821')).toBe('Verificado.')
})

test('many contacts share the tries at one customer’s data, and take nobody else’s', async () => {
  for (let index = 0; index < 5; index++) expect(await says(await tenant.visitor(), 'ana', `100${index}`)).toMatch(/No coincide|¿Últimos cuatro\?/)
  expect(await says(await tenant.visitor(), 'ana', '4821')).toBe('No pudo ser: TOO_MANY_TRIES.')
  expect(await says(await tenant.visitor(), 'rosa', '7305')).toBe('Verificado.')
})

test('two contacts who guess in the same moment are counted one after the other', async () => {
  const visitors = await Promise.all(Array.from({ length: 8 }, () => tenant.visitor()))
  for (const visitor of visitors) await tenant.says(visitor, 'ana')
  await Promise.all(visitors.map((visitor, index) => tenant.says(visitor, `200${index}`)))
  expect(await counted()).toBe(5)
})

test('ten a day are the most, however they are spread', async () => {
  for (let index = 0; index < 10; index++) {
    await says(await tenant.visitor(), 'ana', `300${index}`)
    if (index === 4) await later(90)
  }
  await later(90)
  expect(await counted()).toBe(10)
  expect(await says(await tenant.visitor(), 'ana', '4821')).toBe('No pudo ser: TOO_MANY_TRIES.')
  await later(24 * 60)
  expect(await says(await tenant.visitor(), 'ana', '4821')).toBe('Verificado.')
})

test('words that can be no such answer are no guess, and begin what they stand for', async () => {
  const visitor = await tenant.visitor()
  await says(visitor, 'ana', 'horario')
  expect((await query(`select text from message where tenant_id = $1 and author = 'BOT'`)).map(({ text }) => text)).toContain('De ocho a cinco.')
  expect(await counted()).toBe(0)
  expect(await says(visitor, '4821')).toBe('Verificado.')
})

test('what no limit looks at any more goes', async () => {
  await says(await tenant.visitor(), 'ana', '9999')
  await stand.database.units.platform({ actor: systemActor() }, tidyCodes)
  expect(await counted()).toBe(1)
  await later(3 * 24 * 60)
  await stand.database.units.platform({ actor: systemActor() }, tidyCodes)
  expect(await counted()).toBe(0)
})
