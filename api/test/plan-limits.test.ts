import { beforeAll, describe, expect, test } from 'vitest'
import { ask, post, type Caller } from './client.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'
import { Talk } from './talk.ts'

/** What a tenant on the smallest plan may do, and what not; over the API, as the contract says. */
const stand = useStand()
let company: Company
let owner: Caller

beforeAll(async () => {
  company = await Company.found(stand.database, stand.app)
  owner = await company.caller('OWNER')
  await company.caller('AGENT')
  await stand.database.owner.query(`insert into subscription_item (tenant_id, id, product_key, product_kind, name, quantity, currency, prices, discount_percent, entitlements, starts_on, origin, created_at, created_by)
    select $1, gen_random_uuid(), p.key, p.kind, v.name, 1, 'USD', '{}', 0, v.entitlements, '2026-01-01', 'line:1', now(), '{}'
    from product p join product_version v on v.product_id = p.id where p.key = 'STARTER'`, [company.tenantId])
  // In production it is a contract that brings it about, which makes everybody ask anew.
  stand.app.kernel.broadcast.send('plans.changed', {})
})

const refused = async (query: string, variables: object = {}) => {
  const { errors } = await post(stand.url, owner, { query, variables: { ...variables } })
  return errors.map(({ extensions: { code, field } }) => ({ code, field }))
}
const without = (field: string) => [{ code: 'NOT_INCLUDED', field }]

describe('a plan that does not include it', () => {
  test.each([
    ['QA', '{ faqs { edges { node { id } } } }'],
    ['SURVEYS', '{ surveyReport(from: "2026-01-01", until: "2026-02-01") { __typename } }'],
    ['PREDICTIVE_MODEL', '{ predictiveModels { id } }'],
    ['CHANNEL_TELEGRAM', 'mutation { connectChannel(input: { kind: TELEGRAM, name: "Telegram", settings: [{ name: "botToken", value: "123456:abcdefghijklmnopqrstuvwxyzabcdefghi" }] }) { __typename } }'],
    ['CHANNEL_APP', 'mutation { createAppChannel(input: { name: "App" }) { __typename } }'],
    ['BOTS', 'mutation { createBot(input: { name: "Otro" }) { __typename } }'],
    ['SEATS_AGENT', 'mutation { inviteMember(input: { name: "Ana", email: "ana@example.com", role: AGENT }) { __typename } }'],
  ])('of %s refuses it by that name, and nothing is changed', async (field, query) => {
    expect(await refused(query)).toEqual(without(field))
    expect((await stand.database.owner.query(`select from member where tenant_id = $1 and email = 'ana@example.com'`, [company.tenantId])).rowCount).toBe(0)
  })

  test('leaves what is empty then empty, and the rest of the answer there', async () => {
    const { conversation } = await ask(stand.url, owner, 'query($id: ID!) { conversation(id: $id) { id mood { value } } }', { id: company.ids.conversation })
    expect(conversation).toEqual({ id: company.ids.conversation, mood: null })
  })

  test('is told to screens beforehand, for everybody who works there', async () => {
    const { entitlements } = await ask(stand.url, await company.caller('AGENT'), '{ entitlements { feature isIncluded amount } }')
    expect(entitlements).toEqual(expect.arrayContaining([
      { feature: 'CHANNEL_WEB', isIncluded: true, amount: null }, { feature: 'QA', isIncluded: false, amount: null }, { feature: 'CONVERSATIONS', isIncluded: true, amount: 3000 },
    ]))
  })

  test('keeps nobody from being served', async () => {
    const [talk, visitor] = [new Talk(stand.url), await company.visitor()]
    const text = `quiero hablar con una persona ${crypto.randomUUID()}`
    await talk.says(visitor, text)
    expect(await talk.conversationOf(await company.caller('AGENT'), text)).toBeTruthy()
  })
})
