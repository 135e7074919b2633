import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  Appointment, AppointmentChange, AppointmentConnection, AppointmentOpening, AppointmentReminder, AppointmentResource, AppointmentService as Service, BookAppointmentResult,
  CancelAppointmentResult, CloseAppointmentResult, Contact, FreeTime, MoveAppointmentResult, MutationBookAppointmentArgs, MutationCancelAppointmentArgs,
  MutationCloseAppointmentArgs, MutationMoveAppointmentArgs, QueryAppointmentArgs, QueryAppointmentOpeningsArgs, QueryAppointmentsArgs, QueryFreeTimesArgs,
} from '../../../contract.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadContacts } from '../../contacts/index.ts'
import { openingsWithin } from '../times/openings.queries.ts'
import { loadReminders } from '../reminders/reminder.store.ts'
import { loadResources } from '../resources/bookable-resource.queries.ts'
import { loadServices } from '../services/bookable-service.queries.ts'
import { assertMaySee, isChangeable, listAppointments, loadAppointments, loadChanges, type AppointmentRow } from './appointment.queries.ts'
import type { AppointmentService } from './appointment.service.ts'
import { findForScreen } from './free-times.ts'

@Resolver(() => Appointment)
export class AppointmentResolver {
  readonly #appointments: AppointmentService

  constructor(appointments: AppointmentService) {
    this.#appointments = appointments
  }

  @Query(() => AppointmentConnection)
  appointments(@Args(() => QueryAppointmentsArgs) args: QueryAppointmentsArgs, @Ctx() ctx: Context) {
    return listAppointments(ctx.unit, args)
  }

  @Query(() => Appointment)
  async appointment(@Args(() => QueryAppointmentArgs) { id }: QueryAppointmentArgs, @Ctx() ctx: Context) {
    assertMaySee(ctx.unit)
    const appointment = await ctx.load(loadAppointments, id)
    if (!appointment) throw new NotFound('The appointment')
    return appointment
  }

  @Query(() => [AppointmentOpening])
  appointmentOpenings(@Args(() => QueryAppointmentOpeningsArgs) args: QueryAppointmentOpeningsArgs, @Ctx() ctx: Context) {
    return openingsWithin(ctx.unit, args)
  }

  @Query(() => [FreeTime])
  freeTimes(@Args(() => QueryFreeTimesArgs) args: QueryFreeTimesArgs, @Ctx() ctx: Context) {
    return findForScreen(this.#appointments, ctx.unit, args)
  }

  @FieldResolver(() => Service)
  service(@Root() { serviceId }: AppointmentRow, @Ctx() ctx: Context) {
    return ctx.load(loadServices, serviceId)
  }

  @FieldResolver(() => AppointmentResource)
  resource(@Root() { resourceId }: AppointmentRow, @Ctx() ctx: Context) {
    return ctx.load(loadResources, resourceId)
  }

  @FieldResolver(() => Contact)
  async contact(@Root() { contactId }: AppointmentRow, @Ctx() ctx: Context) {
    let contact = await ctx.load(loadContacts, contactId)
    while (contact?.mergedInto) contact = await ctx.load(loadContacts, contact.mergedInto)
    return contact
  }

  @FieldResolver(() => Boolean)
  isChangeable(@Root() appointment: AppointmentRow, @Ctx() ctx: Context) {
    return isChangeable(appointment, ctx.unit.now)
  }

  @FieldResolver(() => [AppointmentChange])
  history(@Root() { id }: AppointmentRow, @Ctx() ctx: Context) {
    return ctx.load(loadChanges, id)
  }

  @FieldResolver(() => [AppointmentReminder])
  reminders(@Root() { id }: AppointmentRow, @Ctx() ctx: Context) {
    return ctx.load(loadReminders, id)
  }

  @Mutation(() => BookAppointmentResult)
  async bookAppointment(@Args(() => MutationBookAppointmentArgs) { input: { clientId, tellContact, ...input } }: MutationBookAppointmentArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#appointments.book(unit, { ...input, idempotencyKey: clientId }, by(unit.actor, tellContact))))
  }

  @Mutation(() => MoveAppointmentResult)
  async moveAppointment(@Args(() => MutationMoveAppointmentArgs) { input: { clientId, tellContact, ...input } }: MutationMoveAppointmentArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#appointments.move(unit, { ...input, idempotencyKey: clientId }, by(unit.actor, tellContact))))
  }

  @Mutation(() => CancelAppointmentResult)
  async cancelAppointment(@Args(() => MutationCancelAppointmentArgs) { input: { tellContact, ...input } }: MutationCancelAppointmentArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#appointments.cancel(unit, input, by(unit.actor, tellContact))))
  }

  @Mutation(() => CloseAppointmentResult)
  async closeAppointment(@Args(() => MutationCloseAppointmentArgs) { input }: MutationCloseAppointmentArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#appointments.close(unit, input, by(unit.actor))))
  }
}

const by = (actor: Actor, tellsContact = false) => ({ origin: actor.kind === 'API_KEY' ? 'API' as const : 'AGENT' as const, tellsContact })

async function answer(ctx: Context, result: { id: string } | Refusal) {
  if (result instanceof Refusal) return result
  return Object.assign((await ctx.load(loadAppointments, result.id))!, { __typename: 'Appointment' as const })
}
