import { cacheExchange, type CacheExchangeOpts, type UpdateResolver } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'

export type CacheOptions = Pick<CacheExchangeOpts, 'keys' | 'updates' | 'resolvers' | 'optimistic'>

/** What messages carry, and what may be sent. */
const CONTENT = ['Card', 'CustomerOrder', 'Form', 'Location', 'SharedContacts', 'UnsupportedContent', 'UsedTemplate']
const MESSAGES = [
  ...CONTENT, 'CustomerOrderItem', 'FormAnswer', 'FormField', 'MessageMail', 'MessageReaction', 'SendingDecision', 'SharedContact',
]
/** Values without an identity of their own: they live inside what holds them. */
const EMBEDDED = [
  ...MESSAGES,
  'AgentFigures', 'ApiKeyCreated', 'Attachment', 'BotOption', 'BotSettings', 'BotTexts', 'BusinessCalendar',
  'ConversationEvent', 'ConversationHit', 'Holiday', 'HourFigures', 'IdentitySecret', 'InboxCounts', 'LinkState',
  'Menu', 'MenuOption', 'OpeningInterval', 'PageInfo', 'PlatformFigures', 'RecoveryCodes', 'ServiceHold', 'ServiceStanding', 'SignedIn',
  'TodayFigures', 'TwoFactorRequired', 'TwoFactorSetup', 'Typing', 'Viewer', 'WebChannel', 'WidgetLook',
  'WidgetSettings', 'WidgetTexts', 'Workplace',
  'EntityMark', 'EntityTypeDeleted', 'EntityValue', 'FoundEntity', 'ImportedIntent', 'ImportProblem', 'IntentAnswer',
  'IntentDeleted', 'NearPhrase', 'PhraseCheck', 'PhraseClash', 'PhraseCount', 'PhrasesAdded', 'PhrasesDeleted',
  'PhrasesMoved', 'PhrasesRestored', 'RankedIntent', 'SectorPackIntent', 'TrainingSetExport', 'TrainingSetImport',
  'Understanding', 'ContactMergePreview',
]
/** The parts of a model's report. */
const EVALUATION = [
  'CalibrationBin', 'EntityFigures', 'EvaluationAdvice', 'EvaluationDifference', 'EvaluationReport', 'IntentConfusion',
  'IntentDifference', 'IntentFigures', 'IntentGuess', 'LanguageFigures', 'MisunderstoodAssigned', 'MisunderstoodDismissed',
  'MisunderstoodReported', 'MisunderstoodReturned', 'ModelRegression', 'PhraseCollision', 'ThresholdPoint',
]
/** What Q&A says, and the parts of what it stands on. */
const KNOWLEDGE = [
  'FaqClash', 'FaqExport', 'FaqImport', 'FaqsDeleted', 'FaqsRestored', 'FaqVariant', 'FoundAnswer', 'FoundPassage',
  'KnowledgeAnswer', 'KnowledgeProblem', 'KnowledgeSourceDeleted', 'KnowledgeSummary', 'RepairedWord', 'TextSpan',
]
/** What is known of a channel's account, and the parts of its templates. */
const CHANNELS = [
  'ChannelCapabilities', 'ChannelCheck', 'ChannelField', 'ChannelHealth', 'ChannelKindFacts', 'ChannelProblem', 'ChannelSetting',
  'ChannelTexts', 'PolicyAcceptance', 'ProviderChannel', 'TemplateButton', 'TemplateGap', 'TemplatePart', 'TemplatePreview',
  'TemplateProblem', 'TemplateTested',
]
/** The parts of a connector and of its operations, and what came of trying them. */
const CONNECTORS = [
  'ConnectorAuth', 'ConnectorDeleted', 'ConnectorField', 'ConnectorHealth', 'ConnectorOperationDeleted', 'ConnectorTest', 'OpenApiOffer', 'OpenApiOperation', 'OpenApiProblem',
]
/** How conversations are sorted, requests, what surveys were answered, and payments. */
const LEFT_BEHIND = [
  'ConversationLabel', 'NewPaymentSecret', 'PaymentSettings', 'ServiceRequestState', 'ServiceRequestTypeDeleted',
  'SurveyCount', 'SurveyFigures', 'SurveyOption', 'SurveyQuestion', 'SurveyQuestionFigures', 'SurveyReport', 'SurveyWeek',
]
/** What the studio of flows asks about bots, and the parts of what a step may name. */
const FLOWS = [
  'AcceptedFinding', 'BotDiff', 'BotDraftChange', 'BotExport', 'BotFileProblem', 'BotFinding', 'BotReview', 'BotTemplate', 'BotTemplateText',
  'BotTestFailure', 'ConnectorInput', 'ConnectorOutput', 'DemoOperation', 'DemoSystem', 'FieldChange', 'FlowChange', 'FlowDeleted', 'GoLiveItem',
  'LocalName', 'ServiceRequestField', 'StepChange', 'TestChange', 'VersionRestored',
]
/** When people may come, and what came of telling them. */
const APPOINTMENTS = [
  'AppointmentException', 'AppointmentHours', 'AppointmentNews', 'AppointmentOpening', 'AppointmentReminding', 'AppointmentResourceDeleted', 'AppointmentServiceDeleted',
  'AppointmentSpot', 'AppointmentText', 'AppointmentTimes', 'FreeTime',
]
/** What is played with bots, and how their tests went. */
const SIMULATIONS = [
  'BotSimulation', 'BotTestDeleted', 'BotTestDifference', 'BotTestLine', 'BotTestOutcome', 'BotTestProposal', 'BotTestRun', 'DraftTestRun', 'SimulatedEnding', 'SimulatedHandOff', 'SimulatedOption', 'SimulatedPlace',
  'SimulatedReading', 'SimulatedRequest', 'SimulatedSpeech', 'SimulatedVariable', 'SimulatedVisit',
]
/** What is sold, and what a tenant has of it. */
const COMMERCE = [
  'AgreedPrice', 'ComingPrice', 'ContractPrice', 'ContractStateCount', 'QuotePreview', 'QuotePreviewLine', 'QuoteSum', 'QuoteTotals', 'CommercialTerms', 'Money', 'Product', 'ProductFeature', 'ProductPrice', 'ProductRevision', 'TenantEntitlement',
  'AssumedUsage', 'BillingParty', 'CommercialEvent', 'CommercialSimulation', 'InvoiceLine', 'InvoiceParties', 'QuotaUsage', 'Receivable', 'RecalculatedInvoice', 'SimulatedStanding', 'StatementEntry', 'StatementOfAccount', 'TaxRate',
]
const REFUSALS = [
  'InvoiceNotAsItStands',
  'AlreadyValid', 'NoContractInForce', 'PriceMissing',
  'AlreadyClaimed', 'AnotherIsOpen', 'AppointmentIsClosed', 'CannotMergeContacts', 'CannotTakeConversations', 'CannotUnmergeContacts', 'ChangedMeanwhile', 'ChannelCheckFailed',
  'ChannelExists', 'ConnectorOperationInUse', 'ConversationIsClosed',
  'IntervalsOverlap', 'InvalidCredentials', 'InvalidInput', 'LastOwner', 'LinkInvalid', 'MemberExists',
  'ModelNotKept', 'ModelRegressed', 'NothingToLearn', 'NothingToRead', 'NotYourConversation', 'PasswordChanged', 'PasswordRefused', 'PoliciesNotAccepted',
  'SignInLocked', 'SignInRequired', 'SlugTaken', 'StillBooked', 'TimeTaken', 'TooLate', 'TrainingUnderWay',
  'BotChannelTaken', 'BotHasErrors', 'BotIsLive', 'BotIsNotLive', 'BotSettingsChangedMeanwhile', 'BotTestsFailing', 'FlowChangedMeanwhile',
  'GoLiveItemsMissing', 'InvalidBotFile', 'NothingPublished', 'ReasonsMissing',
  'CannotSendNow', 'ConflictingPhrase', 'DuplicatePhrase', 'EntityTypeInUse', 'NameTaken', 'PaymentsNotSetUp',
]
const isEmbedded = (type: string) => /(Connection|Edge)$/.test(type) || [...EMBEDDED, ...EVALUATION, ...KNOWLEDGE, ...CHANNELS, ...CONNECTORS, ...LEFT_BEHIND, ...FLOWS, ...APPOINTMENTS, ...SIMULATIONS, ...COMMERCE, ...REFUSALS].includes(type)

/** Asks the list of exceptions by name, whatever type it is asked for. */
const keysWith = (keys: CacheOptions['keys'] = {}): CacheOptions['keys'] =>
  new Proxy(keys, {
    get: (own, type: string) => own[type] ?? (isEmbedded(type) ? () => null : undefined),
  })

const paged = relayPagination()

/** A fragment on one member of a union finds nothing in an answer that is another: no mistake, so no warning. */
const logger: CacheExchangeOpts['logger'] = (severity, message) => {
  if (!message.includes('Invalid undefined')) console[severity](message)
}

export function createCache({ keys, updates, resolvers, optimistic }: CacheOptions = {}) {
  return cacheExchange({
    keys: keysWith(keys),
    possibleTypes: { MessageContent: CONTENT, UserError: REFUSALS },
    logger,
    updates,
    optimistic,
    resolvers: {
      ...resolvers,
      Query: {
        auditTrail: paged, botReviews: paged, connectorCalls: paged, contacts: paged, elenaModels: paged, faqs: paged, flowVisits: paged, inbox: paged, intents: paged, members: paged,
        payments: paged, quarantinedUpdates: paged, resellers: paged, searchConversations: paged, serviceRequests: paged, surveyAnswers: paged, tenants: paged, ...resolvers?.Query,
      },
      Bot: { approvals: paged, versions: paged, ...resolvers?.Bot },
      Contact: { conversations: paged, ...resolvers?.Contact },
      Conversation: { messages: paged, ...resolvers?.Conversation },
      Intent: { phrases: paged, ...resolvers?.Intent },
      KnowledgeDocument: { passages: paged, ...resolvers?.KnowledgeDocument },
      KnowledgeSource: { documents: paged, ...resolvers?.KnowledgeSource },
    },
  })
}

/** After a change that adds to a list: whoever shows the list asks again. */
export const forget = (field: string): UpdateResolver => (_result, _args, cache) => {
  for (const { fieldName, arguments: given } of cache.inspectFields('Query')) {
    if (fieldName === field) cache.invalidate('Query', fieldName, given)
  }
}
