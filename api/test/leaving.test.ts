import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { post, subscribe, type Caller } from './client.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'

const stand = useStand()
const SEND = 'mutation($input: SendVisitorMessageInput!) { sendVisitorMessage(input: $input) { __typename } }'

interface Tried {
  clientId: string
  outcome: 'answered' | 'turned away' | 'cut off'
}

/** Writes without a pause and without a second try, until it is turned away. */
async function writeUntilTurnedAway(url: string, visitor: Caller): Promise<Tried[]> {
  const tried: Tried[] = []
  for (;;) {
    const clientId = crypto.randomUUID()
    const outcome = await post(url, visitor, { query: SEND, variables: { input: { clientId, text: 'horario' } } })
      .then(({ data }) => (data?.sendVisitorMessage ? 'answered' as const : 'turned away' as const), error => reasonOf(error))
    tried.push({ clientId, outcome })
    if (outcome !== 'answered') return tried
  }
}

/** A connection that was never made, or that the server had closed before, carried nothing to it. */
function reasonOf(error: { cause?: { code?: string } }): Tried['outcome'] {
  return ['ECONNREFUSED', 'UND_ERR_SOCKET', 'ECONNRESET'].includes(error.cause?.code ?? '') ? 'turned away' : 'cut off'
}

test('a process that is asked to leave under load answers what it took, stores nothing unanswered, and sends sockets elsewhere', { timeout: 60_000 }, async () => {
  const app = await stand.open()
  const company = await Company.found(stand.database, app)
  const sockets = await Promise.all(Array.from({ length: 10 }, async () =>
    subscribe(app.url, await company.member('AGENT'), { query: 'subscription { conversationEvents { kind message { text } } }' })))
  await Promise.all(sockets.map(one => one.saw(event => event.kind === 'READY')))
  const writing = Promise.all(Array.from({ length: 20 }, async () => writeUntilTurnedAway(app.url, await company.visitor())))
  await sleep(700)
  const asked = performance.now()
  const stopping = app.stop()
  const ready = fetch(`${app.url}/readyz`).then(response => response.status, () => 'refused')
  expect([503, 'refused']).toContain(await ready)
  const tried = (await writing).flat()
  await stopping
  // Ten seconds is what it grants to answers that do not come; nobody here was waited for.
  expect(performance.now() - asked).toBeLessThan(8000)
  const { rows } = await stand.database.owner.query(`select client_id as id from message where tenant_id = $1 and client_id is not null`, [company.tenantId])
  const stored = new Set(rows.map(row => row.id as string))
  const answered = tried.filter(one => one.outcome === 'answered')
  expect(answered.length).toBeGreaterThan(20)
  expect(answered.filter(one => !stored.has(one.clientId))).toEqual([])
  expect(tried.filter(one => one.outcome !== 'answered' && stored.has(one.clientId))).toEqual([])
  expect(tried.filter(one => one.outcome === 'cut off')).toEqual([])
  for (const socket of sockets) expect(await socket.ended).toEqual({ closed: 1012 })
  console.log(`${answered.length} answered while leaving, ${tried.length - answered.length} turned away, none lost`)
})

test('with nobody there it leaves at once', async () => {
  const app = await stand.open()
  await app.stop()
  await expect(fetch(app.url)).rejects.toThrow()
})
