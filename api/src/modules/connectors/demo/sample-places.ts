import type { LocalText } from '@botpro/graphql/flows'
import type { DemoOperation } from './demo-system.ts'
import { type DemoInput, inWords, language, mapUrl, optional, textOf, unknown } from './sample-data.ts'

interface Place { key: string; name: LocalText; city: string; address: LocalText; hours: LocalText; phone: string; latitude: number; longitude: number }

const MOST = 5
const WEEKDAYS: LocalText = { ES: 'lunes a viernes de 8:30 a. m. a 5:00 p. m. y sábados de 9:00 a. m. a 1:00 p. m.', EN: 'Monday to Friday, 8:30 am to 5:00 pm, and Saturdays, 9:00 am to 1:00 pm' }
const DAILY: LocalText = { ES: 'todos los días de 10:00 a. m. a 8:00 p. m.', EN: 'every day, 10:00 am to 8:00 pm' }

/** Towns that exist, with branches that do not. */
export const samplePlaces: Place[] = [
  place('centro', 'Santo Domingo', ['Sucursal Centro', 'Downtown branch'], ['Zona Colonial, Distrito Nacional', 'Zona Colonial, Distrito Nacional'], 18.4735, -69.8849, WEEKDAYS),
  place('norte', 'Santo Domingo', ['Sucursal Norte', 'North branch'], ['Villa Mella, Santo Domingo Norte', 'Villa Mella, Santo Domingo Norte'], 18.5507, -69.8953, WEEKDAYS),
  place('oriental', 'Santo Domingo Este', ['Sucursal Oriental', 'East Santo Domingo branch'], ['Alma Rosa, Santo Domingo Este', 'Alma Rosa, Santo Domingo Este'], 18.4951, -69.8518, DAILY),
  place('cibao', 'Santiago', ['Sucursal Cibao', 'Cibao branch'], ['centro de la ciudad, Santiago', 'city centre, Santiago'], 19.4517, -70.697, WEEKDAYS),
  place('romana', 'La Romana', ['Sucursal La Romana', 'La Romana branch'], ['centro de la ciudad, La Romana', 'city centre, La Romana'], 18.4273, -68.9728, WEEKDAYS),
  place('bavaro', 'Punta Cana', ['Sucursal Bávaro', 'Bávaro branch'], ['Bávaro, Punta Cana', 'Bávaro, Punta Cana'], 18.6811, -68.4217, DAILY),
  place('atlantico', 'Puerto Plata', ['Sucursal Atlántico', 'Atlantic branch'], ['centro de la ciudad, Puerto Plata', 'city centre, Puerto Plata'], 19.7934, -70.6884, WEEKDAYS),
]

function place(key: string, city: string, [ES, EN]: [string, string], address: [string, string], latitude: number, longitude: number, hours: LocalText): Place {
  return { key, city, name: { ES, EN }, address: { ES: address[0], EN: address[1] }, hours, phone: '809-555-0100', latitude, longitude }
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Of a city, or the nearest to where somebody is. */
export const findBranches: DemoOperation = {
  name: { ES: 'Sucursales por ciudad o cercanía', EN: 'Branches by city or nearness' },
  idempotent: true,
  inputs: [
    optional('city', ['La ciudad, como la escribe la gente. Las sucursales de muestra están en Santo Domingo, Santiago, La Romana, Punta Cana y Puerto Plata.', 'The city, as people write it. The sample branches are in Santo Domingo, Santiago, La Romana, Punta Cana and Puerto Plata.']),
    optional('location', ['`latitude` y `longitude`; primero van las más cercanas.', '`latitude` and `longitude`; the nearest come first.'], 'OBJECT'), language,
  ],
  sample: { branches: [shown({ language: 'ES' })(samplePlaces[0]!)] },
  answer(input) {
    const found = (hereOf(input) ? nearest(hereOf(input)!) : inCity(plain(textOf(input, 'city')))).slice(0, MOST)
    if (found.length === 0) throw unknown('branch')
    return { branches: found.map(shown(input)) }
  },
}

function shown(input: DemoInput) {
  return ({ name, address, hours, ...place }: Place) => ({
    ...place, name: inWords(input, name), address: inWords(input, address), hours: inWords(input, hours),
    kilometres: hereOf(input) ? Math.round(kilometresBetween(hereOf(input)!, place) * 10) / 10 : null,
    map: mapUrl(place),
  })
}

type Here = { latitude: number; longitude: number }

function hereOf({ location }: DemoInput): Here | null {
  if (!location || typeof location !== 'object' || Array.isArray(location)) return null
  const [latitude, longitude] = [Number(location.latitude), Number(location.longitude)]
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null
}

const NEAR = 3

const nearest = (here: Here) => [...samplePlaces].sort((a, b) => kilometresBetween(here, a) - kilometresBetween(here, b)).slice(0, NEAR)
const inCity = (city: string) => samplePlaces.filter(place => city.length > 2 && (plain(place.city).includes(city) || city.includes(plain(place.city))))

const radians = (degrees: number) => (degrees * Math.PI) / 180

function kilometresBetween(a: Here, b: Here): number {
  const half = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
    + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(half))
}
