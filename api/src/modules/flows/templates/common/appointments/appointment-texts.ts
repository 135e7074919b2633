import { own, t, type Text } from '../../build/index.ts'

/** Something that may be booked, and with whom or where. */
export interface Bookable {
  key: string
  title: Text
  description?: Text
  /** Beginnings of words by which it is recognised in what somebody asked for. */
  words: string[]
  resources: { key: string; title: Text }[]
}

/** How an institution speaks of what is booked with it. */
export interface AppointmentWords {
  /** “(Dra. …)” of a physician, “en la …” of an office. */
  at: (place: string) => Text
  whichService: Text
  whichResource: Text
  anyResource: Text
}

/** `martes 24 de noviembre a las 10:00 a. m. con …` of a free time or an appointment. */
export const whenAndWhere = (name: string, { at }: AppointmentWords): Text =>
  joined(`{{ ${name}.start | date_time }}`, at(`{{ ${name}.resourceName }}`))

const joined = (when: string, { ES, EN }: Text): Text => t(`${when} ${ES}`, `${when} ${EN}`)

/** A row of a list: the day and the hour above, the rest below. */
export const row = ({ at }: AppointmentWords) => ({
  title: t('{{ item.start | date: "short" | slice: 0, 5 }} {{ item.start | time }}', '{{ item.start | date: "short" | slice: 0, 6 }} {{ item.start | time }}'),
  description: joined('{{ item.start | date }}', at('{{ item.resourceName }}')),
})

export const bookingVariable = own('booking', 'OBJECT', { passed: 'IN_OUT', note: 'La cita de que se trata.' })
