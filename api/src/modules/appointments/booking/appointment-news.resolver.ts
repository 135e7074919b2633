import { Ctx, FieldResolver, Resolver, Root, Subscription } from 'type-graphql'
import { Appointment, AppointmentNews } from '../../../contract.ts'
import { Feed } from '../../../platform/contract/feed.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import type { AppointmentTold } from './appointment-news.ts'
import { assertMaySee, loadAppointments } from './appointment.queries.ts'

@Resolver(() => AppointmentNews)
export class AppointmentNewsResolver {
  @Subscription(() => AppointmentNews, { subscribe: ({ context }) => feedOf(context as Context) })
  appointmentsChanged(@Root() told: AppointmentTold) {
    return told
  }

  @FieldResolver(() => Appointment)
  appointment(@Root() { appointmentId }: AppointmentTold, @Ctx() ctx: Context) {
    return ctx.load(loadAppointments, appointmentId)
  }
}

function feedOf({ unit, feeds }: Context) {
  assertMaySee(unit)
  const { tenantId } = unit
  return new Feed({ live: () => feeds.appointments.of(tenantId) })
}
