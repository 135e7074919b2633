import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ChangeContactResult, Contact, ContactConnection, ContactIdentity, MutationChangeContactArgs, QueryContactArgs,
  QueryContactsArgs,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { NotFound } from '../../platform/errors.ts'
import { assertMayRead, listContacts, loadContacts, loadIdentities, type ContactRow } from './contact.queries.ts'
import type { ContactService } from './contact.service.ts'

@Resolver(() => Contact)
export class ContactResolver {
  readonly #contacts: ContactService

  constructor(contacts: ContactService) {
    this.#contacts = contacts
  }

  @Query(() => ContactConnection)
  contacts(@Args(() => QueryContactsArgs) args: QueryContactsArgs, @Ctx() ctx: Context) {
    return listContacts(ctx.unit, args)
  }

  @Query(() => Contact)
  async contact(@Args(() => QueryContactArgs) { id }: QueryContactArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    let contact = await ctx.load(loadContacts, id)
    while (contact?.mergedInto) contact = await ctx.load(loadContacts, contact.mergedInto)
    if (!contact) throw new NotFound('The contact')
    return contact
  }

  @Mutation(() => ChangeContactResult)
  changeContact(@Args(() => MutationChangeContactArgs) { input }: MutationChangeContactArgs, @Ctx() ctx: Context) {
    const { name = null, email = null, phone = null } = input
    return ctx.change(unit => this.#contacts.change(unit, { ...input, name, email, phone }))
  }

  @FieldResolver(() => [ContactIdentity])
  identities(@Root() contact: ContactRow, @Ctx() ctx: Context) {
    return ctx.load(loadIdentities, contact.id)
  }
}
