import { setTimeout as sleep } from 'node:timers/promises'
import { getDirectiveValues, isObjectType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { isAdmitted } from './admission.ts'
import { post, subscribe, type Caller, type Variables } from './client.ts'
import { ALL_SCOPES, Company, isNoRow, kindsFor, MEMBER_ROLES, ROLES, type Kind, type RoleName } from './company.ts'
import { inputsOf, isSubscription, rootFields, sampleValue, schema, type Place, type RootField } from './contract-calls.ts'
import { RIGHTFUL } from './rightful.ts'
import { useStand } from './stand.ts'
import { fingerprint } from './taint.ts'

const stand = useStand()
let ours: Company
let theirs: Company

beforeAll(async () => {
  ours = await Company.found(stand.database, stand.app)
  theirs = await Company.found(stand.database, stand.app)
})

type Ids = (place: Place) => unknown
const missing: Ids = () => crypto.randomUUID()
const own: Ids = place => ours.ids[kindsFor(place)[0]!]
const withIds = (field: RootField, ids: Ids): Variables =>
  inputsOf(field, place => (place.type.name === 'ID' && place.name !== 'clientId' ? ids(place) : sampleValue(place)))

/** `undefined` when it was let in: whatever happened then happened behind the door. */
async function refusalOf(field: RootField, caller: Caller, variables: Variables): Promise<string | undefined> {
  const code = isSubscription(field) ? await endOf(field, caller, variables) : (await post(stand.url, caller, { query: field.document, variables })).code
  return ['FORBIDDEN', 'UNAUTHENTICATED'].includes(code ?? '') ? code : undefined
}

/** Why a subscription was not begun; one that begins, or waits, was let in. */
async function endOf(field: RootField, caller: Caller, variables: Variables): Promise<string | undefined> {
  const subscribed = subscribe(stand.url, caller, { query: field.document, variables })
  // A busy machine takes its time: patience begins when the server knows who asks, and ends with an answer of the server.
  const patience = subscribed.connected.then(() => sleep(300)).then(() => post(stand.url, caller, { query: '{ __typename }' }))
  const ending = await Promise.race([subscribed.ended, patience.then(() => undefined)])
  subscribed.cut()
  // A stranger does not even get a socket.
  return ending?.closed === 4403 ? 'UNAUTHENTICATED' : ending?.code
}

describe('exactly those whom the contract names are let in', () => {
  for (const field of rootFields) {
    test(`to ${field.root.toLowerCase()} ${field.name}`, async () => {
      const outcome: Record<string, string> = {}
      const expected: Record<string, string> = {}
      await Promise.all(ROLES.map(async role => {
        // What is asked below the field is another matter, see `SEALED`; this key has no scope at all.
        const asked = role === 'KEYLESS' ? { ...field, document: field.barest } : field
        outcome[role] = await refusalOf(asked, await ours.caller(role), withIds(field, missing)) ?? 'let in'
        expected[role] = isAdmitted(role, field) ? 'let in' : role === 'ANONYMOUS' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      }))
      expect(outcome).toEqual(expected)
    })
  }
})

/** Written down a second time, too: what of a thing a key sees only with a scope of its own, whatever way it comes by. */
const SEALED: Record<string, string> = {
  'Contact.email': 'CONTACTS_READ', 'Contact.phone': 'CONTACTS_READ', 'Contact.attributes': 'CONTACTS_READ',
  'Contact.identities': 'CONTACTS_READ', 'Contact.conversations': 'CONVERSATIONS_READ', 'Contact.timeline': 'CONVERSATIONS_READ',
  'Contact.suggestions': 'CONTACTS_READ', 'Contact.appointments': 'APPOINTMENTS_READ', 'Contact.merges': 'CONTACTS_READ', 'ContactSuggestion.value': 'CONTACTS_READ',
  'ContactMerge.identities': 'CONTACTS_READ', 'ContactMergePreview.email': 'CONTACTS_READ', 'ContactMergePreview.phone': 'CONTACTS_READ',
  'Member.email': 'MEMBERS_READ', 'Member.status': 'MEMBERS_READ', 'Member.invitedAt': 'MEMBERS_READ', 'Member.lastSeenAt': 'MEMBERS_READ',
  'ChannelAccount.web': 'CHANNELS_READ', 'ChannelAccount.app': 'CHANNELS_READ', 'ChannelAccount.provider': 'CHANNELS_READ', 'MisunderstoodGroup.text': 'CONVERSATIONS_READ', 'MisunderstoodGroup.messages': 'CONVERSATIONS_READ',
  'Message.sentiment': 'CONVERSATIONS_READ', 'Conversation.mood': 'CONVERSATIONS_READ', 'Conversation.urgentSince': 'CONVERSATIONS_READ',
  'MoodReport.attention': 'CONVERSATIONS_READ', 'MeteredSession.conversation': 'CONVERSATIONS_READ', 'ConversationOrigin.link': 'CHANNELS_READ',
  'Contact.requests': 'CONVERSATIONS_READ', 'Contact.payments': 'CONVERSATIONS_READ', 'SurveyAnswer.conversation': 'CONVERSATIONS_READ',
}

test('what a key sees only with a scope of its own is what the contract says', () => {
  const needing = Object.values(schema.getTypeMap()).filter(isObjectType).filter(type => type.astNode).flatMap(type =>
    Object.values(type.getFields()).flatMap(field => {
      const scope = getDirectiveValues(schema.getDirective('needs')!, field.astNode!)?.['scope'] as string | undefined
      return scope ? [[`${type.name}.${field.name}`, scope]] : []
    }))
  expect(Object.fromEntries(needing)).toEqual(SEALED)
})

function sealedIn(document: string): string[] {
  const types = new TypeInfo(schema)
  const found: string[] = []
  visit(parse(document), visitWithTypeInfo(types, {
    Field: () => void found.push(SEALED[`${types.getParentType()!.name}.${types.getFieldDef()!.name}`] ?? ''),
  }))
  return found.filter(Boolean)
}

test('a key is let in by the scope that the field names, to what its scopes may see, and to nothing else', async () => {
  const wrong: string[] = []
  for (const scope of ALL_SCOPES) {
    const key = await ours.key([scope])
    const both = rootFields.flatMap(field => [field, { ...field, document: field.barest }])
    // Whether a subscription is refused is waited for a while only, so nothing else is asked meanwhile.
    for (const fields of [both.filter(isSubscription), both.filter(field => !isSubscription(field))]) await Promise.all(fields.map(async field => {
      const named = field.rule.roles.includes('ANYONE') || field.rule.scope === scope
      const expected = named && sealedIn(field.document).every(one => one === scope)
      const refusal = await refusalOf(field, key, withIds(field, missing))
      if (!refusal !== expected) wrong.push(`${field.document} with ${scope}: ${refusal ?? 'let in'}`)
    }))
  }
  expect(wrong).toEqual([])
  // Every field is asked with every scope, twice: it takes a while.
}, 120_000)

test('a key that reads conversations reads the contact’s name, and is told which scope her address needs', async () => {
  const key = await ours.key(['CONVERSATIONS_READ'])
  const ask = (of: string) => post(stand.url, key, {
    query: `query($id: ID!) { conversation(id: $id) { contact { ${of} } } inbox(view: ALL) { edges { node { contact { ...Told } } } } } fragment Told on Contact { name }`,
    variables: { id: ours.ids.conversation },
  })
  const { data } = await ask('id name')
  expect(data).toMatchObject({ conversation: { contact: { id: ours.ids.contact } } })
  const refused = await ask('id name phone')
  expect(refused.text).toContain('Contact.phone needs the scope CONTACTS_READ, which this key does not have.')
  expect(refused.data ?? null).toBeNull()
})

test('a key may note what it may not read, without reading it', async () => {
  const key = await ours.key(['CONTACTS_WRITE'])
  const input = { contactId: ours.ids.contact, version: 1, name: 'Otra', language: 'ES' }
  const change = (of: string) => post(stand.url, key, {
    query: `mutation($input: ChangeContactInput!) { changeContact(input: $input) { __typename ... on Contact { ${of} } } }`, variables: { input },
  })
  const { version } = (await stand.database.owner.query<{ version: number }>('select version from contact where id = $1', [ours.ids.contact])).rows[0]!
  input.version = version
  expect((await change('email')).text).toContain('needs the scope CONTACTS_READ')
  expect((await change('name')).data).toMatchObject({ changeContact: { name: 'Otra' } })
})

test('every scope that can be given is known to these tests', () => {
  const { values } = schema.getType('ApiScope')!.astNode as unknown as { values: { name: { value: string } }[] }
  expect(ALL_SCOPES.toSorted()).toEqual(values.map(value => value.name.value).toSorted())
})

test('whoever looks in for support changes nothing of the tenant', async () => {
  const before = await fingerprint(stand.database.owner, ours)
  for (const field of rootFields.filter(one => one.root === 'Mutation'))
    await post(stand.url, await ours.caller('SUPPORT'), { query: field.document, variables: withIds(field, own) })
  // Only what the visit itself leaves behind: its sessions, and its traces in the trail.
  const visit = { session: '', audit_entry: '', app_user: '' }
  expect({ ...await fingerprint(stand.database.owner, ours), ...visit }).toEqual({ ...before, ...visit })
})

/** What is said, without what differs by nature. */
async function saidTo(field: RootField, role: RoleName, ids: Ids) {
  const { status, text } = await post(stand.url, await ours.caller(role), { query: field.document, variables: withIds(field, ids) })
  return { status, text: text.replace(/"incidentId":"[^"]+"/, '') }
}

const withIdPlaces = rootFields.filter(field => !isSubscription(field) && !field.idPlaces.every(isNoRow))
const foreign: Ids = place => theirs.ids[kindsFor(place)[0]!]
const foreignOf = (kind: Kind): Ids => () => theirs.ids[kind]

/** Those for whom the thing is there by right; a reseller sells in its own name, whatever it says. */
const BY_RIGHT = [...RIGHTFUL, ...['createTenant', 'catalogue', 'setPrice', 'withdrawPrice', 'setResellerDiscount'].map(field => `OPERATOR ${field}`), 'RESELLER createTenant']

describe('what is missing and what is somebody else’s look the same', () => {
  for (const field of withIdPlaces) {
    test(`to ${field.root.toLowerCase()} ${field.name}`, async () => {
      const kinds = [...new Set(field.idPlaces.filter(place => !isNoRow(place)).flatMap(kindsFor))]
      const admitted = ROLES.filter(one => isAdmitted(one, field) && !BY_RIGHT.includes(`${one} ${field.name}`))
      await Promise.all(admitted.map(async role => {
        const nothing = await saidTo(field, role, missing)
        for (const kind of kinds) expect(await saidTo(field, role, foreignOf(kind)), `${role}, ${kind}`).toEqual(nothing)
        expect(await saidTo(field, role, foreign), role).toEqual(nothing)
      }))
    })
  }
})

describe('what is forbidden is refused in the same words whether it is there or not', () => {
  for (const field of withIdPlaces) {
    test(`to ${field.root.toLowerCase()} ${field.name}`, async () => {
      await Promise.all(ROLES.filter(one => !isAdmitted(one, field)).map(async role => {
        const nothing = await saidTo(field, role, missing)
        for (const ids of [own, foreign]) expect(await saidTo(field, role, ids), role).toEqual(nothing)
      }))
    })
  }
})

test('nothing that a member may do ends in an error of ours', async () => {
  const wrong: string[] = []
  for (const field of rootFields.filter(one => !isSubscription(one))) {
    for (const role of MEMBER_ROLES) {
      if (field.root === 'Mutation') await ours.giveConversationTo(role)
      const { text } = await post(stand.url, await ours.caller(role), { query: field.document, variables: withIds(field, own) })
      if (text.includes('"code":"INTERNAL"')) wrong.push(`${role} ${field.name}: ${text}`)
    }
  }
  expect(wrong).toEqual([])
}, 60_000)
