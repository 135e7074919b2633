import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SignJWT } from 'jose'
import { getNamedType, isInputObjectType, isUnionType } from 'graphql'
import { systemActor } from '../src/platform/actor.ts'
import { ask, post, type Caller } from './client.ts'
import { Company, kindsFor } from './company.ts'
import { inputsOf, rootFields, sampleValue, type RootField } from './contract-calls.ts'
import { Desk, snapshot } from './desk.ts'
import { useStand } from './stand.ts'
import { Talk } from './talk.ts'
import { fingerprint } from './taint.ts'

const stand = useStand()
let company: Company
let talk: Talk
let agent: Caller & { memberId: string }
let colleague: Caller & { memberId: string }

beforeAll(async () => {
  company = await Company.found(stand.database, stand.app)
  talk = new Talk(stand.url)
  agent = await company.member('AGENT', 'Ana Reyes')
  colleague = await company.member('AGENT', 'Luis Mota')
})

interface Scene {
  visitor: Caller
  /** Waits for a person, after one message. */
  id: string
  text: string
  /** Who comes to have it in those cases in which she does not keep it. */
  leaver?: Caller & { memberId: string }
  /** What she asked for. */
  request?: string
  times?: { id: string }[]
  appointment?: string
}

async function newScene(): Promise<Scene> {
  const visitor = await company.visitor()
  const text = `quiero hablar con una persona ${crypto.randomUUID()}`
  await talk.says(visitor, text)
  return { visitor, text, id: await talk.conversationOf(agent, text) }
}

type Play = (scene: Scene) => Promise<unknown>
interface Case {
  given?: Play
  when: Play
}

const claimed: Play = ({ id }) => talk.claim(agent, id)
const claimedByLeaver: Play = async scene => {
  scene.leaver = await company.member('AGENT', 'Eva Sosa')
  await talk.claim(scene.leaver, scene.id)
}
const closed: Play = async scene => {
  await claimed(scene)
  await talk.close(agent, scene.id)
}

const byOwner = async (document: string, variables: object) => ask(stand.url, await company.caller('OWNER'), document, { ...variables })
const disable: Play = ({ leaver }) =>
  byOwner('mutation($id: ID!) { disableMember(input: { memberId: $id }) { __typename } }', { id: leaver!.memberId })
const makeAnalyst: Play = ({ leaver }) =>
  byOwner('mutation($id: ID!) { changeMemberRole(input: { memberId: $id, role: ANALYST }) { __typename } }', { id: leaver!.memberId })

async function rename({ id }: Scene) {
  const { conversation: { contact } } = await ask(stand.url, agent, 'query($id: ID!) { conversation(id: $id) { contact { id version } } }', { id })
  await ask(stand.url, agent, 'mutation($input: ChangeContactInput!) { changeContact(input: $input) { __typename } }',
    { input: { contactId: contact.id, version: contact.version, name: 'Rosa Peña', language: 'ES' } })
}

async function contactOf({ id }: Scene): Promise<string> {
  return (await ask(stand.url, agent, 'query($id: ID!) { conversation(id: $id) { contact { id } } }', { id })).conversation.contact.id
}

async function join(scene: Scene): Promise<string> {
  const input = { contactId: await contactOf(await newScene()), absorbedId: await contactOf(scene) }
  const { mergeContacts } = await ask(stand.url, agent, 'mutation($input: MergeContactsInput!) { mergeContacts(input: $input) { ... on ContactMerge { id } } }', { input })
  return mergeContacts.id
}

async function takeApart(scene: Scene) {
  const { contact } = await ask(stand.url, agent, 'query($id: ID!) { contact(id: $id) { merges { id } } }', { id: await contactOf(scene) })
  await ask(stand.url, agent, 'mutation($id: ID!) { unmergeContacts(input: { mergeId: $id }) { __typename } }', { id: contact.merges[0].id })
}

async function askFor(scene: Scene) {
  const typeKey = `claim-${crypto.randomUUID().slice(0, 8)}`
  await byOwner('mutation($input: CreateServiceRequestTypeInput!) { createServiceRequestType(input: $input) { __typename } }', { input: { key: typeKey, name: { es: 'Reclamo' }, fields: [], states: [] } })
  const input = { idempotencyKey: crypto.randomUUID(), typeKey, title: 'Cobro doble', contactId: await contactOf(scene) }
  const { openServiceRequest } = await ask(stand.url, agent, 'mutation($input: OpenServiceRequestInput!) { openServiceRequest(input: $input) { __typename ... on ServiceRequest { id } ... on UserError { code message } } }', { input })
  if (!openServiceRequest.id) throw new Error(JSON.stringify(openServiceRequest))
  scene.request = openServiceRequest.id
}

async function offered() {
  const key = `s-${crypto.randomUUID().slice(0, 8)}`
  const text = { es: 'Consulta' }
  const { createAppointmentService: { id } } = await byOwner('mutation($input: CreateAppointmentServiceInput!) { createAppointmentService(input: $input) { ... on AppointmentService { id } } }', { input: { key, name: text, minutes: 30 } })
  const hours = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].map(weekday => ({ weekday, opens: '00:00', closes: '24:00' }))
  await byOwner('mutation($input: CreateAppointmentResourceInput!) { createAppointmentResource(input: $input) { __typename } }', { input: { key, name: 'Dra. Mota', kind: 'PERSON', hours, serviceIds: [id] } })
  const { freeTimes } = await byOwner('query($id: ID!) { freeTimes(serviceId: $id, most: 2) { id } }', { id })
  return freeTimes as { id: string }[]
}

const done = async (mutation: string, input: object) => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`
  const result = (await ask(stand.url, agent, `mutation($input: ${type}!) { ${mutation}(input: $input) { __typename ... on Appointment { id } ... on UserError { message } } }`, { input }))[mutation]
  if (result.__typename !== 'Appointment') throw new Error(JSON.stringify(result))
  return result.id as string
}

async function book(scene: Scene, tellContact = false) {
  scene.times ??= await offered()
  scene.appointment = await done('bookAppointment', { clientId: crypto.randomUUID(), contactId: await contactOf(scene), time: scene.times[0]!.id, tellContact })
}

/** How each mutation that changes conversations is called. */
const CHANGES: Record<string, Record<string, Case>> = {
  sendVisitorMessage: {
    'while she waits': { when: ({ visitor }) => talk.says(visitor, '¿Hola?') },
    'while an agent has it': { given: claimed, when: ({ visitor }) => talk.says(visitor, 'Buenas') },
    'to the bot': { given: async scene => { await claimed(scene); await talk.handBack(agent, scene.id) }, when: ({ visitor }) => talk.says(visitor, 'horario') },
    'that the answer was of no use': {
      given: async scene => { await claimed(scene); await talk.handBack(agent, scene.id) },
      when: ({ visitor }) => talk.says(visitor, 'No era eso', { optionId: 'unhelpful' }),
    },
    'of which one cannot wait': { when: ({ visitor }) => talk.says(visitor, 'me robaron la tarjeta, bloquéenla ya') },
    'in anger, while an agent has it': { given: claimed, when: ({ visitor }) => talk.says(visitor, 'pésimo servicio, nadie me responde') },
    'which hands over to a person': { given: async scene => { await claimed(scene); await talk.handBack(agent, scene.id) }, when: ({ visitor }) => talk.says(visitor, 'quiero hablar con una persona') },
    'after the end, which opens a new conversation': { given: closed, when: ({ visitor }) => talk.says(visitor, 'una cosa más') },
    'the same twice': { when: async ({ visitor }) => {
      const clientId = crypto.randomUUID()
      await Promise.all([talk.says(visitor, 'doble', { clientId }), talk.says(visitor, 'doble', { clientId })])
    } },
  },
  acknowledgeMessages: {
    'that they arrived': { when: ({ visitor }) => talk.acknowledge(visitor, 3, 0) },
    'that they were read': { given: ({ visitor }) => talk.acknowledge(visitor, 2, 0), when: ({ visitor }) => talk.acknowledge(visitor, 3, 3) },
  },
  claimConversation: {
    'from the queue': { when: claimed },
    'from the bot': { given: async scene => { await claimed(scene); await talk.handBack(agent, scene.id) }, when: ({ id }) => talk.claim(colleague, id) },
  },
  assignConversation: {
    'what waits': { when: ({ id }) => talk.assign(agent, id, colleague.memberId) },
    'what she has': { given: claimed, when: ({ id }) => talk.assign(agent, id, colleague.memberId) },
  },
  handBackToBot: { 'what she has': { given: claimed, when: ({ id }) => talk.handBack(agent, id) } },
  closeConversation: {
    'what she has': { given: claimed, when: ({ id }) => talk.close(agent, id) },
    'what waits': { when: ({ id }) => talk.close(agent, id) },
  },
  reopenConversation: { 'what was closed': { given: closed, when: ({ id }) => talk.reopen(colleague, id) } },
  tagConversation: {
    'with another': { when: ({ id }) => talk.tag(agent, id, ['VIP']) },
    'with one less, a closed one': { given: async scene => { await talk.tag(agent, scene.id, ['VIP', 'Reclamo']); await closed(scene) }, when: ({ id }) => talk.tag(agent, id, [], ['vip']) },
  },
  prioritizeConversation: { 'as urgent': { when: ({ id }) => talk.prioritize(agent, id, 'URGENT') } },
  moveConversationToQueue: {
    'of a name': { when: ({ id }) => talk.moveToQueue(agent, id, 'Ventas') },
    'of everybody’s, while a colleague has it': { given: async scene => { await talk.moveToQueue(agent, scene.id, 'Ventas'); await claimed(scene) }, when: ({ id }) => talk.moveToQueue(colleague, id, null) },
  },
  changeServiceRequestState: {
    'of which the customer is told': { given: askFor, when: ({ request }) => talk.bringForward(agent, request!) },
  },
  bookAppointment: { 'of which the customer is told': { given: async scene => { scene.times = await offered() }, when: scene => book(scene, true) } },
  moveAppointment: {
    'of which the customer is told': { given: scene => book(scene), when: ({ appointment, times }) => done('moveAppointment', { clientId: crypto.randomUUID(), appointmentId: appointment, time: times![1]!.id, tellContact: true }) },
  },
  cancelAppointment: {
    'of which the customer is told': { given: scene => book(scene), when: ({ appointment }) => done('cancelAppointment', { appointmentId: appointment, note: 'La doctora viaja', tellContact: true }) },
  },
  disableMember: { 'who has conversations': { given: claimedByLeaver, when: disable } },
  changeMemberRole: { 'to one that answers nobody': { given: claimedByLeaver, when: makeAnalyst } },
  sendReply: {
    'to the contact': { given: claimed, when: ({ id }) => talk.reply(agent, id, 'Con gusto') },
    'to what could not wait': {
      given: async scene => { await talk.says(scene.visitor, 'me robaron la tarjeta, bloquéenla ya'); await claimed(scene) },
      when: ({ id }) => talk.reply(agent, id, 'Ya la bloqueé'),
    },
  },
  addNote: {
    'to one that waits': { when: ({ id }) => talk.note(agent, id, 'Ojo') },
    'to a closed one': { given: closed, when: ({ id }) => talk.note(agent, id, 'Ojo') },
  },
  mergeContacts: { 'with somebody who writes too': { when: join } },
  unmergeContacts: { 'who were joined': { given: join, when: takeApart } },
  changeContact: { 'as an agent learned it': { when: scene => rename(scene) } },
  markConversationRead: {
    'up to the end': { when: ({ id }) => talk.read(agent, id) },
    'up to a message in between': { given: ({ visitor }) => talk.says(visitor, 'y otra'), when: ({ id }) => talk.read(agent, id, 2) },
  },
}

/** Those that leave conversations as they are; each is called below, and must. */
const LEAVES_ALONE = `createApiKey revokeApiKey changeBotSettings createWebChannel changeWebChannel renewIdentitySecret startVisitorSession
  endSession changeMyLanguage enterTenant enterAsSupport leaveTenant inviteMember resendInvitation enableMember
  showAgentTyping signIn completeTwoFactor signOut signOutEverywhere requestPasswordReset resetPassword changePassword acceptInvitation
  createTenant createReseller changeTenantProfile setBusinessCalendar startTwoFactor confirmTwoFactor disableTwoFactor
  renewRecoveryCodes showVisitorTyping createIntent changeIntent deleteIntent restoreIntent addPhrases changePhrase movePhrases deletePhrases
  restorePhrases createEntityType changeEntityType deleteEntityType importTrainingSet startFromSectorPack startTraining publishModel
  withdrawModel reportMisunderstood assignMisunderstood dismissMisunderstood returnMisunderstood createFaq changeFaq addFaqWordings deleteFaqs
  restoreFaqs importFaqs addKnowledgeSource changeKnowledgeSource readKnowledgeSource deleteKnowledgeSource restoreKnowledgeSource
  createPredictiveModel changePredictiveModel deletePredictiveModel testPredictiveModel writeAnswer
  connectChannel changeChannel checkChannel acceptChannelPolicies startChannel pauseChannel removeChannel replayQuarantinedUpdate
  dismissQuarantinedUpdate syncMessageTemplates createMessageTemplate deleteMessageTemplate testMessageTemplate
  createChannelLink changeChannelLink pauseChannelLink resumeChannelLink deleteChannelLink removeLinkLogo dismissContactSuggestion
  createAppChannel changeAppChannel renewAppToken revokeAppToken startAppSession
  createBot renameBot archiveBot restoreBot saveBotSettings createFlow saveFlow duplicateFlow deleteFlow restoreFlow reorderFlows saveBotTest deleteBotTest
  simulateBot runBotTests testFromConversation
  tellBotEvent editingFlow publishBot useBotVersion restoreVersion importBot moveBotStage approveGoLiveItem reviewBot assignBot unassignBot
  createConnector changeConnector deleteConnector restoreConnector createConnectorOperation changeConnectorOperation deleteConnectorOperation
  testConnectorOperation importConnectorOperations
  createAppointmentService changeAppointmentService deleteAppointmentService createAppointmentResource changeAppointmentResource
  deleteAppointmentResource closeAppointment
  openServiceRequest assignServiceRequest noteServiceRequest createServiceRequestType changeServiceRequestType
  deleteServiceRequestType requestPayment cancelPayment changePaymentSettings renewPaymentSecret holdInvoice issueInvoice recalculateInvoice creditInvoice recordPayment setBillingProfile setBillingTerms
  createProduct reviseProduct setPrice withdrawPrice setResellerDiscount setCommercialTerms changeSubscription overrideEntitlement endEntitlementOverride signContract declineRenewal undoDecline
  acceptProvisionally suspendService restoreService cancelContract setAccountOwner quoteContract quoteRenewal changeQuote sendQuote withdrawQuote`.split(/\s+/)

/** Those that need a provider: `channels-live.test.ts` has them, beside everything that providers tell. */
const ON_CHANNELS = ['sendTemplate', 'retryMessage']

const mutations = rootFields.filter(field => field.root === 'Mutation')

/** Answers with, or takes, something of a conversation. */
function concernsConversations({ field, idPlaces }: RootField): boolean {
  const type = getNamedType(field.type)
  const answers = isUnionType(type) ? type.getTypes().map(one => one.name) : [type.name]
  return answers.some(name => ['Conversation', 'Message', 'VisitorMessage', 'VisitorMessageStored'].includes(name)) ||
    idPlaces.some(({ name }) => /conversationId|messageId|contactId/i.test(name)) || field.args.some(({ type: input }) => /Message/.test(String(input)) && isInputObjectType(getNamedType(input)))
}

test('of every mutation it is known whether and how it changes conversations', () => {
  expect(mutations.map(field => field.name).toSorted()).toEqual([...Object.keys(CHANGES), ...LEAVES_ALONE, ...ON_CHANNELS].toSorted())
  expect(mutations.filter(concernsConversations).map(field => field.name).filter(name => !(name in CHANGES) && !ON_CHANNELS.includes(name))).toEqual(['tellBotEvent', 'testFromConversation', 'createMessageTemplate', 'testMessageTemplate', 'reportMisunderstood', 'showAgentTyping', 'requestPayment', 'openServiceRequest'])
})

describe('what was shown before, with the events applied, is what is there afterwards', () => {
  let staff: Desk
  beforeEach(async () => {
    staff = await new Desk(stand.url, await company.member('SUPERVISOR')).open()
    return () => staff.close()
  })

  for (const [mutation, cases] of Object.entries(CHANGES)) {
    for (const [title, { given, when }] of Object.entries(cases)) {
      test(`${mutation} ${title}`, async () => {
        const scene = await newScene()
        await given?.(scene)
        const hers = await new Desk(stand.url, scene.visitor).open()
        await staff.reaches(await talk.cursor(agent))
        const [before, staffBefore] = [await talk.cursor(agent), structuredClone(staff.state)]
        await when(scene)
        const after = await talk.cursor(agent)
        expect(after).not.toBe(before)
        await staff.reaches(after)
        expect(staff.state).not.toEqual(staffBefore)
        expect(staff.state).toEqual(await snapshot(stand.url, agent))
        await expect.poll(() => hers.state, { timeout: 2000 }).toEqual(await snapshot(stand.url, scene.visitor))
        hers.close()
      })
    }
  }
})

test('a visitor for whom her site vouches is shown by her name on every desk', async () => {
  const { visitor } = await newScene()
  const staff = await new Desk(stand.url, agent).open()
  const { siteKey, channelAccountId } = company.world
  const { renewIdentitySecret: { secret } } = await ask(stand.url, await company.caller('OWNER'),
    'mutation($id: ID!) { renewIdentitySecret(channelAccountId: $id) { secret } }', { id: channelAccountId })
  const identity = await new SignJWT({ name: 'Mercedes Núñez', email: 'mercedes@example.com' }).setProtectedHeader({ alg: 'HS256' })
    .setSubject(crypto.randomUUID()).setAudience(siteKey).setExpirationTime('10m').sign(new TextEncoder().encode(secret))
  const { startVisitorSession } = await ask(stand.url, visitor, `mutation($input: StartVisitorSessionInput!) { startVisitorSession(input: $input) { __typename } }`,
    { input: { siteKey, origin: 'https://example.com', token: visitor.params!['token'], identity } })
  expect(startVisitorSession.__typename).toBe('VisitorSession')
  const truth = await snapshot(stand.url, agent)
  expect(JSON.stringify(truth)).toContain('Mercedes Núñez')
  await expect.poll(() => staff.state, { timeout: 2000 }).toEqual(truth)
  staff.close()
})

describe('the others leave conversations as they are, and tell nobody', () => {
  // An operator's verbs are among them, and what she suspends or cancels is not at work.
  afterAll(async () => {
    for (const kind of ['LATE_PAYMENT', 'CONTRACT', 'CANCELLED'] as const) {
      await company.world.as(systemActor(company.tenantId), unit => stand.app.modules.holds.lift(unit, kind))
    }
  })

  for (const field of mutations.filter(one => LEAVES_ALONE.includes(one.name))) {
    test(field.name, async () => {
      const { conversation: idle, message, thread, event_log: log } = await fingerprint(stand.database.owner, company)
      for (const role of ['OWNER', 'AGENT', 'VISITOR', 'API_KEY', 'SUPPORT', 'OPERATOR', 'ANONYMOUS'] as const) {
        const variables = inputsOf(field, place => (place.type.name === 'ID' ? company.ids[kindsFor(place)[0]!] : sampleValue(place)))
        await post(stand.url, await company.caller(role), { query: field.document, variables })
      }
      const after = await fingerprint(stand.database.owner, company)
      expect([after['conversation'], after['message'], after['thread'], after['event_log']]).toEqual([idle, message, thread, log])
    })
  }
})

test('a screen that was away for all of it shows the same as one that watched', { timeout: 60_000 }, async () => {
  const watcher = await new Desk(stand.url, agent).open()
  const away = await new Desk(stand.url, colleague).open()
  for (const cases of Object.values(CHANGES)) {
    for (const { given, when } of Object.values(cases)) {
      const scene = await newScene()
      away.cut()
      await given?.(scene)
      await when(scene)
    }
  }
  const end = await talk.cursor(agent)
  await Promise.all([watcher.reaches(end), away.reaches(end)])
  expect(away.state).toEqual(watcher.state)
  expect(away.state).toEqual(await snapshot(stand.url, agent))
  expect((await ask(stand.url, agent, '{ inboxCounts { all } }')).inboxCounts.all).toBeGreaterThan(0)
  watcher.close()
  away.close()
})
