import { randomUUID } from 'node:crypto'
import type { App } from '../src/app.ts'
import type { MemberRole } from '../src/platform/actor.ts'
import { randomToken, sha256 } from '../src/platform/crypto.ts'
import { newId } from '../src/platform/ids.ts'
import { defaultBotTexts } from '../src/modules/conversations/bot/bot-settings.ts'
import { newApiKeyToken } from '../src/modules/identity/api-key-token.ts'
import { hashPassword } from '../src/modules/identity/password-hash.ts'
import { ANONYMOUS, type Caller } from './client.ts'
import { fillEveryTable } from './every-table.ts'
import type { TestDatabase } from './harness.ts'
import type { World } from './world.ts'

export const MEMBER_ROLES = ['OWNER', 'ADMIN', 'SUPERVISOR', 'AGENT', 'ANALYST'] as const satisfies MemberRole[]
export const ALL_SCOPES = [
  'TENANT_READ', 'MEMBERS_READ', 'AUDIT_READ', 'CHANNELS_READ', 'CONTACTS_READ', 'CONTACTS_WRITE', 'CONVERSATIONS_READ',
  'CONVERSATIONS_WRITE', 'REPORTS_READ', 'ELENA_READ', 'ELENA_WRITE', 'KNOWLEDGE_READ', 'KNOWLEDGE_WRITE',
  'APPOINTMENTS_READ', 'APPOINTMENTS_WRITE',
]
/** Everybody who can ask: `KEYLESS` is a key without any scope, `USER` has not chosen a tenant. */
export const ROLES = [...MEMBER_ROLES, 'SUPPORT', 'OPERATOR', 'RESELLER', 'USER', 'API_KEY', 'KEYLESS', 'VISITOR', 'ANONYMOUS'] as const
export type RoleName = (typeof ROLES)[number]

export const PASSWORD = 'una frase larga y rara'
let passwordHash: Promise<string> | undefined

export const KINDS = [
  'tenant', 'reseller', 'channelAccount', 'conversation', 'contact', 'identity', 'message', 'member', 'user', 'attachment',
  'apiKey', 'session', 'calendar', 'auditEntry', 'intent', 'phrase', 'entityType', 'training', 'model', 'misunderstood', 'trainingFile',
  'faq', 'knowledgeSource', 'knowledgeDocument', 'knowledgePassage', 'knowledgeFile', 'predictiveModel',
  'providerChannel', 'quarantinedUpdate', 'messageTemplate', 'channelLink', 'suggestion', 'merge', 'appToken',
  'serviceRequest', 'serviceRequestType', 'payment',
  'bot', 'flow', 'test', 'version',
  'connector', 'connectorOperation', 'connectorCall', 'connectorFile',
  'service', 'resource', 'appointment',
  'subscriptionItem', 'entitlementOverride', 'invoice', 'contract', 'contractFile', 'letter',
] as const
export type Kind = (typeof KINDS)[number]

/** A tenant with a reseller of its own, a row in every table, and somebody in every role. */
export class Company {
  readonly world: World
  /** A word that stands in every text of this tenant that only its people may see. */
  readonly canary: string
  /** A word in what the platform's operators may know of it too: name, seller, calendar. */
  readonly card = `ficha${randomUUID().replace(/-/g, '')}`
  readonly ids: Record<Kind, string>
  readonly visitorId: string
  readonly #database: TestDatabase
  readonly #app: App
  readonly #people = new Map<RoleName, Promise<string>>()

  private constructor({ world, canary, ids, visitorId }: Made, database: TestDatabase, app: App) {
    this.world = world
    this.canary = canary
    this.ids = ids
    this.visitorId = visitorId
    this.#database = database
    this.#app = app
  }

  static async found(database: TestDatabase, app: App): Promise<Company> {
    const { world, canary, ids } = await fillEveryTable(database)
    const { owner } = database
    const one = async (text: string) => (await owner.query(text, [world.tenantId])).rows[0].id as string
    const more = {
      tenant: world.tenantId, reseller: newId(), channelAccount: world.channelAccountId,
      user: await one('select user_id as id from member where tenant_id = $1 limit 1'),
      calendar: await one('select id from business_calendar where tenant_id = $1'),
      auditEntry: await one('select id from audit_entry where tenant_id = $1 limit 1'),
    }
    const visitorId = await one('select external_id as id from contact_identity where tenant_id = $1')
    const company = new Company({ world, canary, visitorId, ids: { ...ids, ...more } }, database, app)
    await company.#sign()
    return company
  }

  get tenantId() {
    return this.world.tenantId
  }

  /** Writes the two words wherever a text stands. */
  async #sign() {
    const { owner } = this.#database
    const { tenantId, canary, card, ids } = this
    const texts = JSON.stringify(['ES', 'EN'].map(language => ({
      language, title: canary, subtitle: canary, greeting: canary, outOfHours: canary,
    })))
    const bot = JSON.stringify(defaultBotTexts.map(one => ({ ...one, menuText: canary, notUnderstood: canary })))
    const statements: [string, unknown[]][] = [
      ['insert into reseller (id, name, created_at) values ($1, $2, now())', [ids.reseller, card]],
      ['update tenant set name = $2, reseller_id = $3 where id = $1', [tenantId, card, ids.reseller]],
      ['update business_calendar set holidays = $2 where tenant_id = $1', [tenantId, JSON.stringify([{ date: '2030-01-01', name: card }])]],
      ['update channel_account set name = $2 where tenant_id = $1', [tenantId, canary]],
      ['update web_channel set bot_name = $2, texts = $3 where tenant_id = $1', [tenantId, canary, texts]],
      ['update bot_settings set texts = $2 where tenant_id = $1', [tenantId, bot]],
      ['update contact set phone = $2, attributes = $3 where tenant_id = $1', [tenantId, canary, JSON.stringify({ [canary]: canary })]],
      ['update message set text = $2 where tenant_id = $1', [tenantId, canary]],
      ['update audit_entry set target_id = $2, detail = $3 where tenant_id = $1', [tenantId, canary, JSON.stringify({ canary })]],
      ['update app_user set name = $2 where id = $1', [ids.user, canary]],
    ]
    for (const [text, values] of statements) await owner.query(text, values)
  }

  /** Somebody of a role, each time in a browser of her own, so that one call cannot spoil the next. */
  async caller(role: RoleName): Promise<Caller> {
    switch (role) {
      case 'ANONYMOUS': return ANONYMOUS
      case 'VISITOR': return this.visitor(this.visitorId)
      case 'API_KEY': return this.key(ALL_SCOPES)
      case 'KEYLESS': return { ...await this.key([]), name: role }
      default: return this.session(role, await this.#person(role))
    }
  }

  async visitor(externalId = `visitor:${randomUUID()}`): Promise<Caller> {
    const { tenantId, channelAccountId } = this.world
    const { token } = await this.#app.modules.visitorTokens.sign({
      tenantId, channelAccountId, externalId, origin: 'https://example.com', language: 'ES', verified: false,
    }, new Date())
    return { name: 'VISITOR', path: '/widget/graphql', headers: { authorization: `Bearer ${token}` }, params: { token } }
  }

  async key(scopes: string[]): Promise<Caller & { keyId: string }> {
    const [keyId, secret] = [newId(), newApiKeyToken()]
    await this.#database.owner.query(`insert into api_key (tenant_id, id, name, hash, last_four, scopes, created_at)
      values ($1, $2, 'key', $3, $4, $5, now())`, [this.tenantId, keyId, sha256(secret), secret.slice(-4), scopes])
    return { name: 'API_KEY', path: '/graphql', headers: { authorization: `Bearer ${secret}` }, params: { token: secret }, keyId }
  }

  /** A member with an account and a browser that is signed in. */
  async member(role: MemberRole, name?: string): Promise<Caller & { memberId: string; userId: string; sessionId: string }> {
    const { memberId, userId } = await this.world.member(role, name)
    await this.#givePassword(userId)
    return { ...await this.session(role, userId), memberId, userId }
  }

  async session(role: RoleName, userId: string): Promise<Caller & { sessionId: string }> {
    const [sessionId, token] = [newId(), randomToken()]
    const inTenant = ['OPERATOR', 'RESELLER', 'USER'].includes(role) ? null : this.tenantId
    await this.#database.owner.query(`
      insert into session (id, user_id, token_hash, tenant_id, support_until, created_at, last_used_at, expires_at, device, address)
      values ($1, $2, $3, $4, case when $5 then now() + interval '1 hour' end, now(), now(), now() + interval '1 day', 'x', 'x')`,
    [sessionId, userId, sha256(token), inTenant, role === 'SUPPORT'])
    return { name: role, path: '/graphql', headers: { cookie: `botpro=${token}` }, sessionId }
  }

  /** The conversation is open and a member's of this role, so that what she may do with it can be done. */
  async giveConversationTo(role: RoleName) {
    await this.#database.owner.query(`
      update conversation set status = 'OPEN', closed_at = null, owner = 'AGENT', queued_at = null,
        assignee_id = (select id from member where tenant_id = $1 and user_id = $3)
      where tenant_id = $1 and id = $2`, [this.tenantId, this.ids.conversation, await this.#person(role)])
  }

  #person(role: RoleName): Promise<string> {
    if (!this.#people.has(role)) this.#people.set(role, this.#enrol(role))
    return this.#people.get(role)!
  }

  async #enrol(role: RoleName): Promise<string> {
    const { userId } = await this.world.member((MEMBER_ROLES as readonly string[]).includes(role) ? role as MemberRole : 'AGENT')
    await this.#givePassword(userId)
    const { owner } = this.#database
    if (role === 'OPERATOR' || role === 'SUPPORT') await owner.query('insert into operator (user_id, created_at) values ($1, now())', [userId])
    if (role === 'OPERATOR' || role === 'SUPPORT' || role === 'RESELLER')
      await owner.query('update member set user_id = null where user_id = $1', [userId])
    if (role === 'RESELLER') await owner.query(`insert into reseller_member (id, reseller_id, user_id, email, name, invited_at)
      values ($1, $2, $3, $4, 'seller', now())`, [newId(), this.ids.reseller, userId, `${userId}@example.com`])
    return userId
  }

  async #givePassword(userId: string) {
    const hash = await (passwordHash ??= hashPassword(PASSWORD))
    await this.#database.owner.query('update app_user set password_hash = $2 where id = $1', [userId, hash])
  }
}

const capital = (kind: string) => `${kind[0]!.toUpperCase()}${kind.slice(1)}`
/** The longest first: a `channelAccount` is no account of something else. */
const BY_LENGTH = KINDS.toSorted((one, other) => other.length - one.length)

/**
 * The kinds of ids that may be meant at a place: the one that the argument, or for a bare `id` the field, is named after,
 * such as `flow` for `botFlow(id)` and `messageTemplate` for `templateId`; where no name tells, all of them.
 */
export function kindsFor({ name, of }: { name: string; of: string }): readonly Kind[] {
  const stem = name === 'id' ? of.replace(/Input$/, '') : name.replace(/Ids?$/, '')
  const ends = (whole: string, part: string) => whole === part || whole.endsWith(capital(part))
  const kind = BY_LENGTH.find(one => ends(stem, one)) ?? BY_LENGTH.find(one => stem !== name && ends(one, stem)) ?? MEANT[name]
  return kind ? [kind] : KINDS
}

/** Named for what they do there. */
const MEANT: Record<string, Kind> = { absorbedId: 'contact', assigneeId: 'member', endItemIds: 'subscriptionItem', sellerId: 'reseller' }

/** An id that is sent as if it were of nobody's row: clients make it themselves, or it is a part's or a pack's name. */
export const isNoRow = ({ name, of }: { name: string; of: string }): boolean =>
  ['changeId', 'clientId', 'step', 'packId'].includes(name) || `${of}.${name}` === 'BotOptionInput.id'

interface Made {
  world: World
  canary: string
  visitorId: string
  ids: Record<Kind, string>
}
