import { FieldResolver, Resolver, Root } from 'type-graphql'
import { Conversation, ConversationMood, Message, MessageSentiment } from '../../../contract.ts'
import type { ConversationRow } from '../conversation.queries.ts'
import type { Message as StoredMessage } from '../messages/message.ts'
import { moodOf } from './mood.ts'

@Resolver(() => Message)
export class MessageSentimentResolver {
  @FieldResolver(() => MessageSentiment, { nullable: true })
  sentiment(@Root() { sentiment, sentimentLabel, urgent }: StoredMessage) {
    return sentiment === null ? null : { value: sentiment, label: sentimentLabel, urgency: urgent ? 'URGENT' : 'NORMAL' }
  }
}

@Resolver(() => Conversation)
export class ConversationMoodResolver {
  @FieldResolver(() => ConversationMood, { nullable: true })
  mood(@Root() { sentiments }: ConversationRow) {
    return moodOf(sentiments)
  }
}
