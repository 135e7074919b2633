import type { FastifyInstance } from 'fastify'
import type { Callers } from './access.ts'
import type { Kernel } from './kernel.ts'
import { readFileSync } from 'node:fs'
import { appointmentEntities, BookableResources, BookableServices, createAppointments } from './modules/appointments/index.ts'
import {
  adapters, channelEntities, ChannelLinks, channelResolvers, createProviderChannels, linkRoutes, linkTargets, mailAlarm, pruneDeliveries, Sites, VisitorAuthenticator, VisitorTokens, webhookRoutes,
} from './modules/channels/index.ts'
import { connectorEntities, createConnectors } from './modules/connectors/index.ts'
import { createBilling } from './modules/billing/index.ts'
import { contractInForce, createContracts } from './modules/contracts/index.ts'
import { contactEntities, contactResolvers, ContactService, MergeService, SuggestionService } from './modules/contacts/index.ts'
import {
  AddressFiles, attachmentRoutes, AttachmentUrls, BotUnderstanding, ChannelMediaJobs, ContactFiles, ContactMatters, ContactRooms, ContactSignals, ContactSpeech, conversationEntities, ConversationInbox, ConversationLive, conversationResolvers,
  ConversationService, DeskDelivery, dropFile, holdThreads, IdleConversations, LaterAnswers, mailRoutes, MessageExchange, moveConversations, NameJobs, prepareReading, SecondThoughts, sweepUnused, TypingSignals,
} from './modules/conversations/index.ts'
import { createElena, elenaEntities, ExchangeService, IntentChooser, trainingFileRoutes } from './modules/elena/index.ts'
import { awaitedConversations, botSchemaRoutes, createFlows, type Flows, createLint, flowEntities, templateCatalogue, TemplateInstaller } from './modules/flows/index.ts'
import { createIdentity, identityEntities, type Authenticator, type EnrolmentService } from './modules/identity/index.ts'
import { answersWhere, createKnowledge, knowledgeEntities, knowledgeFileRoutes } from './modules/knowledge/index.ts'
import { createPayments, linksAreMadeBy, paymentEntities, PaymentSettingsService, type DemoPayments } from './modules/payments/index.ts'
import { createPlans, type EntitlementBook } from './modules/plans/index.ts'
import { createPredictive, predictiveEntities } from './modules/predictive/index.ts'
import { createRequests, requestEntities, requestSpeech } from './modules/requests/index.ts'
import { reportResolvers } from './modules/reports/index.ts'
import { SERVICE_RULES, ServiceHolds, ServiceStates, tenancyEntities, tenancyResolvers } from './modules/tenancy/index.ts'
import { systemActor } from './platform/actor.ts'
import type { Feeds } from './platform/contract/operation.ts'
import { pruneEvents } from './platform/event-log.ts'
import { OutsideGuard } from './platform/outside/outside-guard.ts'
import { Turns } from './platform/turns.ts'

const UPLOADS_AT_ONCE = 40

/** What every module adds to the whole. */
export interface Modules {
  resolvers: object[]
  feeds: Feeds
  /** How the service of each tenant stands, and what holds it: placed and lifted by contracts and billing. */
  states: ServiceStates
  holds: ServiceHolds
  authenticator: Authenticator
  /** People without invitations: the demo's, and those of tests. */
  enrolment: EnrolmentService
  visitors: VisitorAuthenticator
  visitorTokens: VisitorTokens
  /** The tenants' chats, as strangers' pages ask for them. */
  sites: Sites
  /** Links and QR codes of tenants', as people follow them. */
  links: ChannelLinks
  /** Bots that answer at once: the demo's. */
  readyBots: Flows['ready']
  /** Payments of demo systems, for the page on which they are answered. */
  demoPayments: DemoPayments
  /** True when there was no operator yet and now there is one. */
  firstOperator(email: string): Promise<boolean>
  /** What tenants' plans include. */
  entitlements: EntitlementBook
  /** Routes beside the contract. */
  mount(server: FastifyInstance, callers: Callers): Promise<void>
  /** Ends what runs beside the server. */
  close(): Promise<void>
}

export const entities = [
  ...tenancyEntities, ...identityEntities, ...contactEntities, ...channelEntities, ...requestEntities, ...paymentEntities, ...predictiveEntities, ...elenaEntities,
  ...connectorEntities, ...knowledgeEntities, ...appointmentEntities, ...conversationEntities, ...flowEntities,
]

export interface ModulesOptions {
  /** Served over TLS. */
  secure: boolean
  /** How browsers reach us; known once the server listens. */
  publicUrl: () => string
}

/** Builds the services of all modules, from the lowest floor up. */
export function createModules(kernel: Kernel, { secure, publicUrl }: ModulesOptions): Modules {
  const { units, access, sealer, jobs, stream, broadcast, news, files, outside } = kernel
  const states = new ServiceStates({ units: access, broadcast })
  const holds = new ServiceHolds(states)
  const identity = createIdentity({ units: access, sealer, jobs, news, secure, publicUrl })
  const plans = createPlans({ units: access, clock: kernel.clock, broadcast, news, inForce: contractInForce })
  news.on('channel.created', (unit, { kind }) => plans.book.demand(unit, `CHANNEL_${kind}`))
    .on('bot.added', (unit, { count }) => plans.book.demandRoom(unit, 'BOTS', count))
  const contracts = createContracts({
    units, jobs, files, holds, catalogue: plans.catalogue, subscriptions: plans.subscriptions, onError: error => kernel.logger.error({ err: error }, 'a contract could not be looked after'),
  })
  const billing = createBilling({
    units, jobs, holds, letters: contracts.letters, cancelling: contracts.decisions, onError: error => kernel.logger.error({ err: error }, 'what a tenant owes could not be looked after'),
  })
  const [merges, suggestions] = [new MergeService(news), new SuggestionService()]
  const contacts = new ContactService({ merges, suggestions })
  const requests = createRequests()
  const visitorTokens = new VisitorTokens(kernel.keyFor('visitor tokens'))
  const sites = new Sites({ units: access })
  const visitors = new VisitorAuthenticator({ tokens: visitorTokens, sites })
  const urls = new AttachmentUrls(kernel.keyFor('attachment addresses'))
  const predictive = createPredictive({ units, sealer, broadcast, outside, plain: kernel.config.OUTSIDE_ALLOW })
  const knowledge = createKnowledge({
    units, jobs, broadcast, outside, predictive, readingsAtOnce: kernel.config.READINGS_AT_ONCE,
    trainingsAtOnce: kernel.config.TRAININGS_AT_ONCE, memory: kernel.config.KNOWLEDGE_MEMORY_MB * 1024 ** 2,
    onError: error => kernel.logger.error({ err: error }, 'Q&A could not answer'),
  })
  const answers = answersWhere(unit => plans.book.includes(unit, 'QA'), knowledge.answers)
  const connectors = createConnectors({
    units, sealer, broadcast, clock: kernel.clock, outside, plain: kernel.config.OUTSIDE_ALLOW,
    onError: error => kernel.logger.error({ err: error }, 'a call of a connector failed'),
  })
  const elena = createElena({
    units, jobs, broadcast, faqs: knowledge.faqs, trainingsAtOnce: kernel.config.TRAININGS_AT_ONCE, modelMemory: kernel.config.MODEL_MEMORY_MB * 1024 ** 2,
    onError: error => kernel.logger.error({ err: error }, 'a model could not be read'),
  })
  const booked = createAppointments({ units, jobs, news, broadcast })
  const flows = createFlows({
    units, sealer, jobs, news, broadcast, clock: kernel.clock, lint: createLint({ connectors, lines: () => providers.lines }), templates: templateCatalogue(new TemplateInstaller({
      connectors, payments: new PaymentSettingsService(sealer), faqs: knowledge.faqs, requestTypes: requests.types, services: new BookableServices(), resources: new BookableResources(), exchange: new ExchangeService(),
    })),
    memory: kernel.config.BOT_MEMORY_MB * 1024 ** 2, connectors, appointments: booked.appointments, requests: requests.requests, answers,
    service: states, understanding: () => understanding, payments: () => payments, codes: { send: (unit, message) => providers.codes.send(unit, message) }, rooms: () => rooms, matters: () => matters, files: () => lending, store: files,
    onError: error => kernel.logger.error({ err: error }, 'a flow could not go on'),
  })
  const { bot } = flows
  const understanding = new BotUnderstanding({ ...elena, answers })
  const thoughts = new SecondThoughts({ chooser: new IntentChooser(predictive), written: knowledge.written, understanding: elena.understanding })
  const later = new LaterAnswers({ units, bot, understanding, thoughts, service: states })
  jobs.handle('conversations.answer-later', owed => later.answer(owed))
  jobs.handle('conversations.answer-owed', () => later.answerLeft()).every('* * * * *', 'conversations.answer-owed', {})
  const idle = new IdleConversations({ units, awaited: awaitedConversations })
  jobs.handle('conversations.close-idle', () => idle.close()).every('*/10 * * * *', 'conversations.close-idle', {})
  const delivery = new DeskDelivery({ units })
  jobs.handle('conversations.deliver-held', () => delivery.deliver()).every('* * * * *', 'conversations.deliver-held', {})
  // After those who keep something for the desk in the same unit.
  news.on('service.changed', async (unit, { after }) => {
    if (SERVICE_RULES[after].isServed) unit.enqueue('conversations.deliver-held', {})
  })
  const conversations = new ConversationService(bot)
  const payments = createPayments({ units, access, jobs, sealer, clock: kernel.clock, publicUrl, connector: connectors })
  connectors.onUse(linksAreMadeBy)
  news.on('member.rights-changed', (unit, { memberId }) => conversations.releaseFrom(unit, memberId))
  const onError = (error: unknown) => kernel.logger.error({ err: error }, 'work for a channel failed')
  const providers = createProviderChannels({
    units: access, jobs, sealer, broadcast, clock: kernel.clock, publicUrl, adapters, profiles: profilesIn(kernel.config.CHANNEL_PROFILES),
    guard: new OutsideGuard({ allow: kernel.config.OUTSIDE_ALLOW }), signingKey: kernel.keyFor('channel tokens'),
    backlog: { deliveries: kernel.config.BACKLOG_DELIVERIES, minutes: kernel.config.BACKLOG_MINUTES },
    service: states, inbox: () => inbox, tellAlarm: (unit, alarm) => mailAlarm(unit, alarm, publicUrl()), onError,
    onAside: counted => kernel.logger.info(counted, 'updates of a channel were left aside'),
  })
  const { lines } = providers
  const signals = new ContactSignals({ units: access, lines, signals: providers.signals, onError })
  const speech = new ContactSpeech({ lines, service: states })
  const rooms = new ContactRooms({ lines, service: states })
  const matters = new ContactMatters({ lines, service: states })
  const lending = new ContactFiles({ units, urls, publicUrl })
  news.on('appointment.reminding', async (unit, reminding) => {
    const spoken = await speech.say(unit, reminding)
    await booked.reminders.told(unit, reminding.reminderId, 'problem' in spoken ? spoken.problem : null)
  })
  news.on('appointment.changed', async (unit, changed) => {
    const told = await booked.tellings.speech(unit, changed)
    if (!told) return
    const spoken = await speech.say(unit, told)
    // No template is offered for it, so none can be unfit.
    await booked.tellings.told(unit, changed, 'problem' in spoken ? spoken.problem === 'TEMPLATE_UNFIT' ? 'NO_TEMPLATE' : spoken.problem : 'SENT')
  })
  news.on('request.changed', async (unit, changed) => {
    const told = requestSpeech(changed)
    if (told) await speech.say(unit, told)
  })
  const links = new ChannelLinks({ units: access, linkFor: linkTargets({ sites, lines }) })
  news.on('contact.moving', (unit, { identityIds }) => holdThreads(unit, identityIds))
    .on('contact.merged', (unit, moved) => moveConversations(unit, moved))
  const { PICTURES_AT_ONCE } = kernel.config
  const uploads = new Turns({ atOnce: UPLOADS_AT_ONCE, mayWait: 0 })
  const pictures = new Turns({ atOnce: PICTURES_AT_ONCE, mayWait: 8 * PICTURES_AT_ONCE })
  const media = new ChannelMediaJobs({ units, files, urls, lines, pictures, publicUrl })
  const names = new NameJobs({ units, lines, contacts })
  jobs.handle('conversations.ask-name', unnamed => names.ask(unnamed))
  jobs.handle('conversations.fetch-media', (awaited, { lastAttempt }) => media.fetch(awaited, lastAttempt))
  const addresses = new AddressFiles({ units, files, outside, pictures })
  jobs.handle('conversations.fetch-address', (awaited, { lastAttempt }) => addresses.fetch(awaited, lastAttempt))
  jobs.handle('conversations.drop-files', dropped => media.drop(dropped))
  const inbox = new ConversationInbox({ contacts, exchange: new MessageExchange({ bot, understanding, thoughts, service: states }), media, signals: providers.signals, forget: flows.forget })
  const feeds = {
    conversations: new ConversationLive({ units, stream }), typing: new TypingSignals(broadcast), trainings: elena.trainings, botDrafts: flows.drafts, appointments: booked.live,
  }
  schedule(kernel, [identity.tidy, elena.tidy, knowledge.tidy, predictive.tidy, connectors.tidy, flows.tidy])
  return {
    states, holds, feeds, entitlements: plans.book, visitors, visitorTokens, sites, links, demoPayments: payments.demos, readyBots: flows.ready, authenticator: identity.authenticator, enrolment: identity.enrolment,
    firstOperator: identity.firstOperator,
    resolvers: [
      ...tenancyResolvers({ states }), ...identity.resolvers, ...plans.resolvers, ...contracts.resolvers, ...billing.resolvers, ...contactResolvers({ contacts, merges, suggestions }),
      ...channelResolvers({ units: access, sealer, tokens: visitorTokens, contacts, publicUrl, onArrival: tenantId => knowledge.answers.warm(tenantId) }),
      ...predictive.resolvers, ...connectors.resolvers, ...elena.resolvers, ...knowledge.resolvers, ...booked.resolvers,
      ...providers.resolvers, ...requests.resolvers, ...payments.resolvers, ...conversationResolvers({ contacts, conversations, bot, urls, understanding, thoughts, lines, signals, service: states }), ...flows.resolvers, ...reportResolvers(),
    ],
    async mount(server, callers) {
      prepareReading()
      await webhookRoutes(server, { units, lines, chargeAddress: callers.chargeAddress })
      providers.work.start()
      flows.clock.start()
      botSchemaRoutes(server)
      await attachmentRoutes(server, { units, files, urls, uploads, pictures, ...callers })
      await payments.mount(server, callers)
      await mailRoutes(server, { units, files, ...callers })
      await linkRoutes(server, { units, uploads, pictures, publicUrl, ...callers })
      await trainingFileRoutes(server, { units, uploads, ...callers })
      await connectors.mount(server, { units, uploads, ...callers })
      await knowledgeFileRoutes(server, { units, uploads, ...callers })
      await contracts.mount(server, { units, uploads, ...callers })
    },
    async close() {
      await providers.work.stop()
      await flows.clock.stop()
      await knowledge.close()
    },
  }
}

declare module './platform/unit.ts' {
  interface JobPayloads {
    'house.tidy': object
  }
}

/** What an operator laid over the profiles of providers. */
const profilesIn = (file: string | undefined) => (file ? JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof createProviderChannels>[0]['profiles'] : undefined)

/** Once an hour, what nobody needs any more goes. */
function schedule({ jobs, units, files, config }: Kernel, tidying: (() => Promise<void>)[]) {
  jobs.handle('house.tidy', async () => {
    for (const tidy of tidying) await tidy()
    await units.platform({ actor: systemActor() }, unit =>
      pruneEvents(unit, new Date(unit.now.getTime() - config.EVENT_LOG_DAYS * 86_400_000)))
    await units.platform({ actor: systemActor() }, unit =>
      pruneDeliveries(unit, new Date(unit.now.getTime() - config.DELIVERY_DAYS * 86_400_000)))
    const unused = await units.platform({ actor: systemActor() }, sweepUnused)
    for (const key of unused) await dropFile(files, key)
  }).every('17 * * * *', 'house.tidy', {})
}
