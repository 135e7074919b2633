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
  /** “con” a physician, “en” an office. */
  at: Text
  whichService: Text
  whichResource: Text
  anyResource: Text
}

/** `martes 24 de noviembre a las 10:00 a. m. con …` of a free time or an appointment. */
export const whenAndWhere = (name: string, { at }: AppointmentWords): Text =>
  t(`{{ ${name}.start | date_time }} ${at.ES} {{ ${name}.resourceName }}`, `{{ ${name}.start | date_time }} ${at.EN} {{ ${name}.resourceName }}`)

/** A row of a list: the day and the hour above, the rest below. */
export const row = ({ at }: AppointmentWords) => ({
  title: t('{{ item.start | date: "short" | slice: 0, 5 }} {{ item.start | time }}', '{{ item.start | date: "short" | slice: 0, 6 }} {{ item.start | time }}'),
  description: t(`{{ item.start | date }} ${at.ES} {{ item.resourceName }}`, `{{ item.start | date }} ${at.EN} {{ item.resourceName }}`),
})

export const bookingVariable = own('booking', 'OBJECT', { passed: 'IN_OUT', note: 'La cita de que se trata.' })
