import type { Jobs } from '../../platform/jobs.ts'
import type { Units } from '../../platform/units.ts'
import { AppointmentResolver } from './booking/appointment.resolver.ts'
import { AppointmentService } from './booking/appointment.service.ts'
import { ContactAppointmentsResolver } from './booking/contact-appointments.resolver.ts'
import { Reminders } from './reminders/reminders.ts'
import { BookableResourceResolver } from './resources/bookable-resource.resolver.ts'
import { BookableResources } from './resources/bookable-resource.service.ts'
import { BookableServiceResolver } from './services/bookable-service.resolver.ts'
import { BookableServices } from './services/bookable-service.service.ts'

export interface Appointments {
  resolvers: object[]
  appointments: AppointmentService
  reminders: Reminders
}

/** Builds the module, for the composition root. */
export function createAppointments({ units, jobs }: { units: Units; jobs: Jobs }): Appointments {
  const appointments = new AppointmentService()
  const reminders = new Reminders({ units })
  jobs.handle('appointments.remind', payload => reminders.run(payload))
  return {
    appointments, reminders,
    resolvers: [
      new BookableServiceResolver(new BookableServices()), new BookableResourceResolver(new BookableResources()), new AppointmentResolver(appointments),
      new ContactAppointmentsResolver(),
    ],
  }
}
