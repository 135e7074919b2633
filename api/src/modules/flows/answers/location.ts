import { refused, type Taker, taken } from './taking.ts'

const PAIR = /(?<![\d.])(-?\d{1,2}\.\d{2,15})\s*(?:,|%2C|\s)\s*(-?\d{1,3}\.\d{2,15})(?![\d.])/i

/** A place that was shared, or the coordinates of one in a text or in the address of a map. */
export const takeLocation: Taker<'LOCATION'> = (_, { location, text }) => {
  if (location) return taken({ latitude: location.latitude, longitude: location.longitude, ...(location.name ? { name: location.name } : {}) })
  const pair = PAIR.exec(text.slice(0, 1000))
  const [latitude, longitude] = [Number(pair?.[1]), Number(pair?.[2])]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? taken({ latitude, longitude }) : refused('NO_LOCATION')
}
