import type { Json, LocalText } from '@botpro/graphql/flows'
import type { DemoOperation } from '../demo-system.ts'
import { type DemoInput, inWords, language, mapUrl } from '../sample-data.ts'

interface Centre { key: string; name: LocalText; city: string; address: LocalText; hours: LocalText; emergencies: boolean; latitude: number; longitude: number }

const CENTRES: Centre[] = [
  {
    key: 'central', name: { ES: 'Sede Central', EN: 'Main Centre' }, city: 'Santo Domingo',
    address: { ES: 'Av. de Muestra 100, Distrito Nacional', EN: '100 Muestra Ave., Distrito Nacional' },
    hours: { ES: 'lunes a viernes de 7:00 a. m. a 7:00 p. m., sábados de 8:00 a. m. a 1:00 p. m.', EN: 'Monday to Friday 7:00 am – 7:00 pm, Saturday 8:00 am – 1:00 pm' },
    emergencies: true, latitude: 18.4719, longitude: -69.9312,
  },
  {
    key: 'oriental', name: { ES: 'Sede Oriental', EN: 'East Centre' }, city: 'Santo Domingo Este',
    address: { ES: 'Calle Demostración 25, Santo Domingo Este', EN: '25 Demostración St., Santo Domingo Este' },
    hours: { ES: 'lunes a viernes de 8:00 a. m. a 5:00 p. m.', EN: 'Monday to Friday 8:00 am – 5:00 pm' },
    emergencies: false, latitude: 18.4884, longitude: -69.8571,
  },
  {
    key: 'norte', name: { ES: 'Sede Norte', EN: 'North Centre' }, city: 'Santiago',
    address: { ES: 'Calle del Modelo 8, Santiago', EN: '8 Modelo St., Santiago' },
    hours: { ES: 'lunes a viernes de 8:00 a. m. a 6:00 p. m., sábados de 8:00 a. m. a 12:00 m.', EN: 'Monday to Friday 8:00 am – 6:00 pm, Saturday 8:00 am – noon' },
    emergencies: true, latitude: 19.4517, longitude: -70.697,
  },
]

const told = (input: DemoInput) => ({ name, address, hours, ...centre }: Centre): Json =>
  ({ ...centre, mapUrl: mapUrl(centre), name: inWords(input, name), address: inWords(input, address), hours: inWords(input, hours), phone: '809-555-0100' })

export const listCentres: DemoOperation = {
  name: { ES: 'Centros y horarios', EN: 'Centres and hours' },
  idempotent: true,
  inputs: [language],
  sample: { centres: [told({})(CENTRES[0]!)] },
  answer: input => ({ centres: CENTRES.map(told(input)) }),
}
