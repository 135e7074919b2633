import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import {
  Attachment, Conversation, Message, MessageMail, MessageReaction, MutationRetryMessageArgs, MutationSendTemplateArgs, RetryMessageResult, SendingDecision, SendTemplateResult, VisitorMessage,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { valuesOf } from '../../channels/index.ts'
import type { Attachment as StoredAttachment } from '../attachments/attachment.store.ts'
import type { ConversationRow } from '../conversation.queries.ts'
import type { Message as StoredMessage } from '../messages/message.ts'
import { MessageContent } from '../../../contract.ts'
import type { SendingDecisions } from './sending.ts'
import type { SendingService } from './sending.service.ts'

@Resolver(() => Conversation)
export class SendingResolver {
  readonly #decisions: SendingDecisions
  readonly #sending: SendingService

  constructor({ decisions, sending }: { decisions: SendingDecisions; sending: SendingService }) {
    this.#decisions = decisions
    this.#sending = sending
  }

  @Mutation(() => SendTemplateResult)
  async sendTemplate(@Args(() => MutationSendTemplateArgs) { input }: MutationSendTemplateArgs, @Ctx() ctx: Context) {
    return message(await ctx.change(unit => this.#sending.template(unit, { ...input, values: valuesOf(input.values) })))
  }

  @Mutation(() => RetryMessageResult)
  async retryMessage(@Args(() => MutationRetryMessageArgs) { messageId }: MutationRetryMessageArgs, @Ctx() ctx: Context) {
    return message(await ctx.change(unit => this.#sending.retry(unit, messageId)))
  }

  @FieldResolver(() => SendingDecision)
  sending(@Root() { id }: ConversationRow, @Ctx() ctx: Context) {
    return ctx.load(this.#decisions.load, id)
  }
}

@Resolver(() => VisitorMessage)
export class VisitorMessageContentResolver {
  @FieldResolver(() => MessageContent, { nullable: true })
  content(@Root() { content }: StoredMessage) {
    return content && shownContent(content)
  }
}

@Resolver(() => Message)
export class MessageContentResolver {
  @FieldResolver(() => MessageContent, { nullable: true })
  content(@Root() { content }: StoredMessage) {
    return content && shownContent(content)
  }

  /** Taken back ones are kept, so that an older does not come back; they are not shown. */
  @FieldResolver(() => [MessageReaction])
  reactions(@Root() { reactions }: StoredMessage) {
    return (reactions ?? []).filter(({ emoji }) => emoji).map(({ at, ...reaction }) => ({ ...reaction, at: new Date(at) }))
  }

  @FieldResolver(() => MessageMail, { nullable: true })
  mail(@Root() { mail }: StoredMessage) {
    return mail
  }
}

@Resolver(() => Attachment)
export class AttachmentStateResolver {
  @FieldResolver(() => Boolean)
  isVoice(@Root() { isVoice }: StoredAttachment) {
    return isVoice
  }
}

type Content = NonNullable<StoredMessage['content']>

const TYPES = {
  LOCATION: 'Location', CONTACTS: 'SharedContacts', ORDER: 'CustomerOrder', CARD: 'Card', FORM: 'Form', TEMPLATE: 'UsedTemplate', UNSUPPORTED: 'UnsupportedContent',
} as const satisfies Record<Content['kind'], string>

const shownContent = (content: Content) => ({ ...content, ...asContract(content), __typename: TYPES[content.kind] })

/** Where the contract lists what is stored by name. */
function asContract(content: Content) {
  if (content.kind !== 'FORM') return {}
  return {
    fields: content.fields.map(field => ({ ...field, options: field.options ?? [] })),
    answers: Object.entries(content.answers ?? {}).map(([name, value]) => ({ name, value })),
  }
}

const message = (result: StoredMessage | Refusal) => (result instanceof Refusal ? result : { ...result, __typename: 'Message' as const })
