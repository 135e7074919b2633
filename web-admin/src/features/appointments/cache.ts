import { forget } from '@botpro/ui/graphql/cache.ts'

const forgetAll: ReturnType<typeof forget> = (...change) => {
  for (const field of ['appointmentServices', 'appointmentResources', 'appointmentOpenings']) forget(field)(...change)
}

/** Who does what is said on either side: what changes one, changes what the other shows. */
export const appointmentsUpdates = {
  createAppointmentService: forgetAll, changeAppointmentService: forgetAll, deleteAppointmentService: forgetAll,
  createAppointmentResource: forgetAll, changeAppointmentResource: forgetAll, deleteAppointmentResource: forgetAll,
}
