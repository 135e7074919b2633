import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { ANONYMOUS, ask, post } from './client.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'

const stand = useStand()
let company: Company
beforeAll(async () => { company = await Company.found(stand.database, stand.app) })

/** As when slow work has every connection of a pool. */
async function taken(pool: pg.Pool) {
  const clients = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  return { [Symbol.dispose]: () => clients.forEach(client => client.release()) }
}

test('an operator’s slow work keeps nobody at the door', async () => {
  const agent = await company.caller('AGENT')
  using _slow = await taken(stand.app.kernel.pools.platform)
  expect((await ask(stand.url, agent, '{ viewer { role } }')).viewer.role).toBe('AGENT')
  const input = { siteKey: company.world.siteKey, origin: 'https://example.com' }
  const query = 'mutation($input: StartVisitorSessionInput!) { startVisitorSession(input: $input) { __typename } }'
  const { data } = await post(stand.url, { ...ANONYMOUS, path: '/widget/graphql' }, { query, variables: { input } })
  expect(data.startVisitorSession.__typename).toBe('VisitorSession')
})
