import type { Broadcast } from '../../platform/broadcast.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { News } from '../../platform/news.ts'
import type { Units } from '../../platform/units.ts'
import { AppointmentChangeResolver } from './booking/appointment-change.resolver.ts'
import { AppointmentNews } from './booking/appointment-news.ts'
import { AppointmentNewsResolver } from './booking/appointment-news.resolver.ts'
import { AppointmentResolver } from './booking/appointment.resolver.ts'
import { AppointmentService } from './booking/appointment.service.ts'
import { ContactAppointmentsResolver } from './booking/contact-appointments.resolver.ts'
import { Reminders } from './reminders/reminders.ts'
import { BookableResourceResolver } from './resources/bookable-resource.resolver.ts'
import { BookableResources } from './resources/bookable-resource.service.ts'
import { BookableServiceResolver } from './services/bookable-service.resolver.ts'
import { BookableServices } from './services/bookable-service.service.ts'
import { Tellings } from './telling/tellings.ts'

export interface Appointments {
  resolvers: object[]
  appointments: AppointmentService
  reminders: Reminders
  tellings: Tellings
  /** What is done with appointments, as it happens. */
  live: AppointmentNews
}

interface Parts {
  units: Units
  jobs: Jobs
  news: News
  broadcast: Broadcast
}

/** Builds the module, for the composition root. */
export function createAppointments({ units, jobs, news, broadcast }: Parts): Appointments {
  const [appointments, live] = [new AppointmentService(), new AppointmentNews(broadcast)]
  const reminders = new Reminders({ units })
  jobs.handle('appointments.remind', payload => reminders.run(payload))
  news.on('appointment.changed', async (unit, changed) => live.tellAfter(unit, changed))
  return {
    appointments, reminders, live, tellings: new Tellings(),
    resolvers: [
      new BookableServiceResolver(new BookableServices()), new BookableResourceResolver(new BookableResources()), new AppointmentResolver(appointments),
      new AppointmentChangeResolver(), new AppointmentNewsResolver(), new ContactAppointmentsResolver(),
    ],
  }
}
