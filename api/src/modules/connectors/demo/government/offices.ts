import type { Json, LocalText } from '@botpro/graphql/flows'
import type { DemoOperation } from '../demo-system.ts'
import { type DemoInput, inWords, language, mapUrl } from '../sample-data.ts'

interface Office { key: string; name: LocalText; city: string; address: LocalText; hours: LocalText; services: LocalText; latitude: number; longitude: number }

const WEEKDAYS: LocalText = { ES: 'lunes a viernes de 8:00 a. m. a 4:00 p. m.', EN: 'Monday to Friday 8:00 am – 4:00 pm' }

const OFFICES: Office[] = [
  {
    key: 'central', name: { ES: 'Oficina Central', EN: 'Main Office' }, city: 'Santo Domingo', hours: WEEKDAYS,
    address: { ES: 'Av. de Muestra 1, Distrito Nacional', EN: '1 Muestra Ave., Distrito Nacional' },
    services: { ES: 'todos los servicios', EN: 'all services' }, latitude: 18.4764, longitude: -69.9125,
  },
  {
    key: 'norte', name: { ES: 'Oficina Norte', EN: 'North Office' }, city: 'Santiago', hours: WEEKDAYS,
    address: { ES: 'Calle Demostración 40, Santiago', EN: '40 Demostración St., Santiago' },
    services: { ES: 'certificados, licencias y pagos', EN: 'certificates, licences and payments' }, latitude: 19.4506, longitude: -70.6911,
  },
  {
    key: 'este', name: { ES: 'Oficina Este', EN: 'East Office' }, city: 'San Pedro de Macorís',
    address: { ES: 'Plaza Ejemplo, local 12, San Pedro de Macorís', EN: 'Plaza Ejemplo, unit 12, San Pedro de Macorís' },
    hours: { ES: 'lunes a viernes de 9:00 a. m. a 6:00 p. m., sábados de 9:00 a. m. a 1:00 p. m.', EN: 'Monday to Friday 9:00 am – 6:00 pm, Saturday 9:00 am – 1:00 pm' },
    services: { ES: 'certificados y pagos', EN: 'certificates and payments' }, latitude: 18.4539, longitude: -69.3086,
  },
]

const told = (input: DemoInput) => ({ name, address, hours, services, ...office }: Office): Json =>
  ({ ...office, mapUrl: mapUrl(office), name: inWords(input, name), address: inWords(input, address), hours: inWords(input, hours), services: inWords(input, services), phone: '809-555-0200' })

export const listOffices: DemoOperation = {
  name: { ES: 'Oficinas y horarios', EN: 'Offices and hours' },
  idempotent: true,
  inputs: [language],
  sample: { offices: [told({})(OFFICES[0]!)] },
  answer: input => ({ offices: OFFICES.map(told(input)) }),
}
