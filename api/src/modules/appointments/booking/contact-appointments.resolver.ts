import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Appointment, Contact, ContactAppointmentsArgs } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import type { ContactRow } from '../../contacts/index.ts'
import { loadAppointmentsOf } from './appointment.queries.ts'

@Resolver(() => Contact)
export class ContactAppointmentsResolver {
  @FieldResolver(() => [Appointment])
  async appointments(@Root() contact: ContactRow, @Args(() => ContactAppointmentsArgs) { first }: ContactAppointmentsArgs, @Ctx() ctx: Context) {
    return (await ctx.load(loadAppointmentsOf, contact.id)).slice(0, first)
  }
}
