import type { Json } from '@botpro/graphql/flows'
import { DemoProblem, type DemoOperation } from './demo-system.ts'
import { kilometresBetween, plain, textOf } from './sample.ts'

export interface DemoPlace {
  id: string; name: string; city: string; address: string; hours: string; hoursEn: string; phone: string; latitude: number; longitude: number
}

const MOST = 5

/** Those of a city, or the nearest to a place, nearest first. */
function placesFor(places: DemoPlace[], input: Record<string, Json>) {
  const here = input.location
  if (here && typeof here === 'object' && !Array.isArray(here)) {
    const from = { latitude: Number(here.latitude), longitude: Number(here.longitude) }
    return places.map(place => ({ ...place, kilometres: kilometresBetween(from, place) })).sort((a, b) => a.kilometres - b.kilometres)
  }
  const city = plain(textOf(input.city))
  return places.filter(place => city !== '' && (plain(place.city).includes(city) || city.includes(plain(place.city)))).map(place => ({ ...place, kilometres: null }))
}

const mapUrl = ({ latitude, longitude }: DemoPlace) => `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`

/** Where to go: the branches of a bank, a shop, an office. */
export const branchesOperation = (places: DemoPlace[]): DemoOperation => ({
  name: { ES: 'Sucursales por ciudad o cercanía', EN: 'Branches by city or nearness' },
  idempotent: true,
  inputs: [
    { name: 'city', type: 'TEXT', required: false, description: 'The city, as people write it.' },
    { name: 'location', type: 'OBJECT', required: false, description: '`latitude` and `longitude`; the nearest come first.' },
  ],
  sample: { branches: [{ ...places[0]!, kilometres: 1.2, mapUrl: mapUrl(places[0]!) }] },
  answer(input) {
    const branches = placesFor(places, input).slice(0, MOST).map(place => ({ ...place, mapUrl: mapUrl(place) }))
    if (branches.length === 0) throw new DemoProblem('NOT_FOUND', 404, 'There is no branch there.')
    return { branches }
  },
})

const WEEKDAYS = { hours: 'Lunes a viernes de 8:30 a. m. a 5:00 p. m. y sábados de 9:00 a. m. a 1:00 p. m.', hoursEn: 'Monday to Friday, 8:30 am to 5:00 pm, and Saturdays, 9:00 am to 1:00 pm' }
const MALL = { hours: 'Todos los días de 10:00 a. m. a 8:00 p. m.', hoursEn: 'Every day, 10:00 am to 8:00 pm' }

/** Places that exist with branches that do not. */
export const samplePlaces: DemoPlace[] = [
  { id: 'centro', name: 'Sucursal Centro', city: 'Santo Domingo', address: 'Zona Colonial, Distrito Nacional', phone: '809-555-0101', latitude: 18.4735, longitude: -69.8849, ...WEEKDAYS },
  { id: 'norte', name: 'Sucursal Norte', city: 'Santo Domingo', address: 'Villa Mella, Santo Domingo Norte', phone: '809-555-0102', latitude: 18.5507, longitude: -69.8953, ...WEEKDAYS },
  { id: 'oriental', name: 'Sucursal Oriental', city: 'Santo Domingo Este', address: 'Alma Rosa, Santo Domingo Este', phone: '809-555-0103', latitude: 18.4951, longitude: -69.8518, ...MALL },
  { id: 'cibao', name: 'Sucursal Cibao', city: 'Santiago', address: 'Centro de la ciudad, Santiago', phone: '809-555-0104', latitude: 19.4517, longitude: -70.697, ...WEEKDAYS },
  { id: 'este', name: 'Sucursal Este', city: 'La Romana', address: 'Centro de la ciudad, La Romana', phone: '809-555-0105', latitude: 18.4273, longitude: -68.9728, ...WEEKDAYS },
  { id: 'bavaro', name: 'Sucursal Bávaro', city: 'Punta Cana', address: 'Bávaro, Punta Cana', phone: '809-555-0106', latitude: 18.6811, longitude: -68.4217, ...MALL },
  { id: 'atlantico', name: 'Sucursal Atlántico', city: 'Puerto Plata', address: 'Centro de la ciudad, Puerto Plata', phone: '809-555-0107', latitude: 19.7934, longitude: -70.6884, ...WEEKDAYS },
]
