import type { App } from '../src/app.ts'
import { randomToken, sha256 } from '../src/platform/crypto.ts'
import { newId } from '../src/platform/ids.ts'
import type { MemberRole } from '../src/platform/actor.ts'
import { ask, type Caller } from './client.ts'
import type { TestDatabase } from './harness.ts'
import { Talk } from './talk.ts'
import { newWorld, type World } from './world.ts'

interface Parts {
  database: TestDatabase
  app: App
  world: World
}

/** A tenant that has nothing yet but people and a web site, and may begin with the template of a sector. */
export class SectorTenant {
  readonly #parts: Parts
  readonly #talk: Talk

  private constructor(parts: Parts) {
    this.#parts = parts
    this.#talk = new Talk(parts.app.url)
  }

  static async open(database: TestDatabase, app: App): Promise<SectorTenant> {
    return new SectorTenant({ database, app, world: await newWorld(database) })
  }

  get id(): string {
    return this.#parts.world.tenantId
  }

  get channelAccountId(): string {
    return this.#parts.world.channelAccountId
  }

  async member(role: MemberRole): Promise<Caller> {
    const { userId } = await this.#parts.world.member(role)
    const token = randomToken()
    await this.#parts.database.owner.query(`
      insert into session (id, user_id, token_hash, tenant_id, created_at, last_used_at, expires_at, device, address)
      values ($1, $2, $3, $4, now(), now(), now() + interval '1 day', 'x', 'x')`, [newId(), userId, sha256(token), this.id])
    return { name: role, path: '/graphql', headers: { cookie: `botpro=${token}` } }
  }

  async visitor(): Promise<Caller> {
    const { tenantId, channelAccountId } = this.#parts.world
    const { token } = await this.#parts.app.modules.visitorTokens.sign({
      tenantId, channelAccountId, externalId: `visitor:${newId()}`, origin: 'https://example.com', language: 'ES', verified: false,
    }, new Date())
    return { name: 'VISITOR', path: '/widget/graphql', headers: { authorization: `Bearer ${token}` }, params: { token } }
  }

  create = (owner: Caller, template: string) => beginWith(this.#parts.app.url, owner, template)

  goLive = (owner: Caller, botId: string) => goLive(this.#parts.app.url, owner, { botId, channelAccountId: this.channelAccountId, database: this.#parts.database })

  says = (visitor: Caller, text: string, optionId?: string) => this.#talk.says(visitor, text, { ...optionId && { optionId } })

  /** All that was said to everybody, the oldest first. */
  async thread(): Promise<string[]> {
    const { rows } = await this.#parts.database.owner.query('select author, coalesce(text, notice) as text from message where tenant_id = $1 order by id', [this.id])
    return rows.map(({ author, text }) => `${author} ${text}`)
  }
}

/** Begins with a template; the id of the bot. */
export async function beginWith(url: string, owner: Caller, template: string): Promise<string> {
  return (await change(url, owner, { createBot: { template, language: 'ES' } }, '... on Bot { id }')).id
}

/** Published, live, and answering on a channel. */
export async function goLive(url: string, owner: Caller, { botId, channelAccountId, database }: { botId: string; channelAccountId: string; database: TestDatabase }): Promise<void> {
  const { bot } = await ask(url, owner, 'query($id: ID!) { bot(id: $id) { draftRevision draftFindings { code severity } } }', { id: botId })
  const reasons = bot.draftFindings.map(({ code }: { code: string }) => ({ code, reason: 'Prueba' }))
  await change(url, owner, { publishBot: { botId, draftRevision: bot.draftRevision, note: 'La primera', reasons } }, '... on BotVersion { id }')
  await change(url, owner, { assignBot: { botId, channelAccountId } }, '... on Bot { id }')
  await botProApproves(database, botId)
  for (const stage of ['TEST', 'REVIEW', 'LIVE']) await change(url, owner, { moveBotStage: { botId, stage, overrideReason: 'Prueba' } }, '... on Bot { id }')
}

/** As if somebody of BotPro's had looked at it. */
export async function botProApproves({ owner }: TestDatabase, botId: string): Promise<void> {
  await owner.query(`insert into bot_approval (tenant_id, id, bot_id, kind, item, side, by_name, at)
    select tenant_id, gen_random_uuid(), id, 'ITEM_APPROVED', item, 'BOTPRO', 'Eva', now() from bot, unnest('{DESIGN_REVIEWED,LINES_CERTIFIED}'::text[]) item where id = $1`, [botId])
}

async function change(url: string, caller: Caller, asked: Record<string, object>, fields: string): Promise<any> {
  const [[mutation, input]] = Object.entries(asked) as [[string, object]]
  const type = mutation[0]!.toUpperCase() + mutation.slice(1)
  const answer = (await ask(url, caller, `mutation($input: ${type}Input!) { ${mutation}(input: $input) { __typename ${fields} ... on UserError { code message } } }`, { input }))[mutation]
  if (answer.code) throw new Error(`${mutation}: ${JSON.stringify(answer)}`)
  return answer
}
