import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { AppointmentChange, Member } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { loadMembers } from '../../identity/index.ts'
import type { ChangeRow } from './appointment.queries.ts'

@Resolver(() => AppointmentChange)
export class AppointmentChangeResolver {
  @FieldResolver(() => Member, { nullable: true })
  member(@Root() { memberId }: ChangeRow, @Ctx() ctx: Context) {
    return memberId && ctx.load(loadMembers, memberId)
  }
}
