import { Appointment } from './booking/appointment.entity.ts'
import { BookableResource } from './resources/bookable-resource.entity.ts'
import { BookableService } from './services/bookable-service.entity.ts'

export const appointmentEntities = [BookableService, BookableResource, Appointment]

export { appointmentAnswer, appointmentFind, type AppointmentAnswer, type AppointmentRequest } from './appointment-answer.ts'
export { AppointmentIsClosed, TimeTaken, TooLate } from './appointment.errors.ts'
export { createAppointments, type Appointments } from './appointments.ts'
export { AppointmentService, type BookedTime, type Finding } from './booking/appointment.service.ts'
export type { AppointmentChanged, By, Moving, NewBooking } from './booking/booking.service.ts'
export type { Reminding } from './reminders/reminders.ts'
export type { ReminderReason } from './reminders/reminder.store.ts'
export { bookableKeys, type BookableKeys } from './times/bookable.queries.ts'
export { BookableResources } from './resources/bookable-resource.service.ts'
export { BookableServices } from './services/bookable-service.service.ts'
export type { FreeTime } from './times/free-time.ts'
