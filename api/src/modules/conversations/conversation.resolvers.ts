import type { Lines } from '../channels/index.ts'
import type { ContactService } from '../contacts/index.ts'
import type { ServiceReader } from '../tenancy/index.ts'
import { AgentMessageService } from './messages/agent-message.service.ts'
import { AttachmentResolver } from './attachments/attachment.resolver.ts'
import type { AttachmentUrls } from './attachments/attachment-url.ts'
import { BotFilesResolver } from './attachments/bot-files.resolver.ts'
import type { Bot } from './bot/bot.ts'
import type { ContactSignals } from './channel/contact-signals.ts'
import { BotSettingsResolver } from './bot/bot-settings.resolver.ts'
import { BotSettingsService } from './bot/bot-settings.service.ts'
import type { BotUnderstanding } from './bot/bot-understanding.ts'
import { ConversationEventsResolver } from './live/conversation-events.resolver.ts'
import { ConversationOriginOfResolver, ConversationOriginResolver, LinkConversationsResolver } from './conversation-origin.resolver.ts'
import { ConversationResolver } from './conversation.resolver.ts'
import type { ConversationService } from './conversation.service.ts'
import { ContactConversationsResolver, ConversationConnectionResolver, InboxResolver } from './inbox.resolver.ts'
import { MessageResolver } from './messages/message.resolver.ts'
import { ReadingService } from './messages/reading.service.ts'
import { UsageResolver } from './metering/usage.resolver.ts'
import { ConversationMoodResolver, MessageSentimentResolver } from './mood/sentiment.resolver.ts'
import { AlreadyClaimedResolver, AnotherIsOpenResolver, NotYourConversationResolver } from './refusal.resolver.ts'
import { AttachmentStateResolver, MessageContentResolver, SendingResolver, VisitorMessageContentResolver } from './channel/sending.resolver.ts'
import { SendingDecisions } from './channel/sending.ts'
import { SendingService } from './channel/sending.service.ts'
import type { SecondThoughts } from './bot/second-thoughts.ts'
import { ContactTimelineEdgeResolver, ContactTimelineResolver, MergePreviewConversationsResolver } from './timeline.resolver.ts'
import { SortingResolver } from './sorting/sorting.resolver.ts'
import { SortingService } from './sorting/sorting.service.ts'
import { SurveyResolver } from './surveys/survey.resolver.ts'
import { TypingResolver, VisitorTypingResolver } from './live/typing.resolver.ts'
import { VisitorEventsResolver } from './live/visitor-events.resolver.ts'
import { VisitorMessageService } from './visitor/visitor-message.service.ts'
import { VisitorMessageResolver, VisitorThreadResolver, VisitorWelcomeResolver } from './visitor/visitor.resolver.ts'

export interface ConversationParts {
  contacts: ContactService
  conversations: ConversationService
  bot: Bot
  understanding: BotUnderstanding
  thoughts: SecondThoughts
  urls: AttachmentUrls
  lines: Lines
  signals: ContactSignals
  service: ServiceReader
}

/** For the composition root. */
export function conversationResolvers({ contacts, conversations, bot, understanding, thoughts, urls, lines, signals, service }: ConversationParts): object[] {
  const decisions = new SendingDecisions(lines, service)
  const reading = new ReadingService(signals)
  return [
    new ConversationResolver(conversations),
    new MessageResolver({ messages: new AgentMessageService(decisions), reading }),
    new VisitorThreadResolver({ messages: new VisitorMessageService({ contacts, bot, understanding, thoughts, service }), reading, understanding }),
    new AttachmentResolver(urls),
    new BotSettingsResolver(new BotSettingsService()),
    new VisitorMessageResolver(), new VisitorWelcomeResolver(bot, service), new VisitorEventsResolver(),
    new InboxResolver(), new ConversationConnectionResolver(), new ContactConversationsResolver(), new ConversationEventsResolver(),
    new ContactTimelineResolver(), new ContactTimelineEdgeResolver(), new MergePreviewConversationsResolver(),
    new TypingResolver(signals), new VisitorTypingResolver(),
    new SendingResolver({ decisions, sending: new SendingService(decisions) }), new MessageContentResolver(), new VisitorMessageContentResolver(), new AttachmentStateResolver(), new BotFilesResolver(),
    new SortingResolver(new SortingService()), new SurveyResolver(), new UsageResolver(), new MessageSentimentResolver(), new ConversationMoodResolver(),
    new ConversationOriginOfResolver(), new ConversationOriginResolver(), new LinkConversationsResolver(),
    new NotYourConversationResolver(), new AlreadyClaimedResolver(), new AnotherIsOpenResolver(),
  ]
}
