import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ChannelAccount, ChannelAccountTemplatesArgs, CreateMessageTemplateResult, MessageTemplate, MutationCreateMessageTemplateArgs,
  MutationDeleteMessageTemplateArgs, MutationSyncMessageTemplatesArgs, MutationTestMessageTemplateArgs, QueryMessageTemplateArgs,
  QueryPreviewMessageTemplateArgs, SyncMessageTemplatesResult, TemplateGap, TemplatePart, TemplatePreview, TestMessageTemplateResult,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { assertMayRead, type ChannelAccountRow } from '../account/channel-account.queries.ts'
import { accountById } from '../account/channel-account.resolver.ts'
import { named } from '../provider/provider-channel.resolver.ts'
import { templateById, templatesOf, type TemplateRow } from './template.queries.ts'
import type { TemplateService } from './template.service.ts'
import { gapsOf, previewOf, type TemplateValues } from './template-text.ts'

@Resolver(() => MessageTemplate)
export class TemplateResolver {
  readonly #templates: TemplateService

  constructor(templates: TemplateService) {
    this.#templates = templates
  }

  @Query(() => MessageTemplate)
  messageTemplate(@Args(() => QueryMessageTemplateArgs) { id }: QueryMessageTemplateArgs, @Ctx() ctx: Context) {
    return found(ctx, id)
  }

  @Query(() => TemplatePreview)
  async previewMessageTemplate(@Args(() => QueryPreviewMessageTemplateArgs) { templateId, values }: QueryPreviewMessageTemplateArgs, @Ctx() ctx: Context) {
    return previewOf((await found(ctx, templateId)).components, valuesOf(values))
  }

  @Mutation(() => SyncMessageTemplatesResult)
  async syncMessageTemplates(@Args(() => MutationSyncMessageTemplatesArgs) { channelAccountId }: MutationSyncMessageTemplatesArgs, @Ctx() ctx: Context) {
    return named(ctx, await this.#templates.sync(ctx, channelAccountId))
  }

  @Mutation(() => CreateMessageTemplateResult)
  async createMessageTemplate(@Args(() => MutationCreateMessageTemplateArgs) { input }: MutationCreateMessageTemplateArgs, @Ctx() ctx: Context) {
    const made = await this.#templates.create(ctx, input)
    return made instanceof Refusal ? made : { ...await found(ctx, made), __typename: 'MessageTemplate' as const }
  }

  @Mutation(() => ChannelAccount)
  async deleteMessageTemplate(@Args(() => MutationDeleteMessageTemplateArgs) { templateId }: MutationDeleteMessageTemplateArgs, @Ctx() ctx: Context) {
    return accountById(ctx, await this.#templates.delete(ctx, templateId))
  }

  @Mutation(() => TestMessageTemplateResult)
  async testMessageTemplate(@Args(() => MutationTestMessageTemplateArgs) { input }: MutationTestMessageTemplateArgs, @Ctx() ctx: Context) {
    const tested = await this.#templates.test(ctx, { ...input, values: valuesOf(input.values) })
    return tested instanceof Refusal ? tested : { ...tested, __typename: 'TemplateTested' as const }
  }

  @FieldResolver(() => ChannelAccount)
  channelAccount(@Root() { channelAccountId }: TemplateRow, @Ctx() ctx: Context) {
    return accountById(ctx, channelAccountId)
  }

  @FieldResolver(() => [TemplatePart])
  parts(@Root() { components }: TemplateRow) {
    return components.map(({ type, format, text, buttons = [] }) =>
      ({ kind: type, format, text, buttons: buttons.map(({ type: kind, ...button }) => ({ kind, ...button })) }))
  }

  @FieldResolver(() => [TemplateGap])
  gaps(@Root() { components }: TemplateRow) {
    return gapsOf(components)
  }
}

@Resolver(() => ChannelAccount)
export class AccountTemplatesResolver {
  @FieldResolver(() => [MessageTemplate])
  async templates(@Root() { id }: ChannelAccountRow, @Args(() => ChannelAccountTemplatesArgs) { status }: ChannelAccountTemplatesArgs, @Ctx() ctx: Context) {
    const all = await ctx.load(templatesOf, id)
    return status ? all.filter(template => template.status === status) : all
  }
}

async function found(ctx: Context, id: string): Promise<TemplateRow> {
  assertMayRead(ctx.unit)
  const template = await templateById(ctx.unit, id)
  if (!template) throw new NotFound('The template')
  return template
}

export const valuesOf = (values: readonly { name: string; value: string }[]): TemplateValues =>
  Object.fromEntries(values.map(({ name, value }) => [name, value]))
