import { recognise, type Recognised } from '../../elena/index.ts'
import { codeOf } from '../../language/index.ts'
import type { Circumstances } from './taking.ts'

type Kind = Recognised['kind']
type Of<K extends Kind> = Extract<Recognised, { kind: K }>

/** What ELENA's recognisers find of these kinds, so that an answer means what it would mean in any message. */
export function recognised<const K extends Kind>(text: string, kinds: readonly K[], { language, now, timeZone, currency }: Circumstances & { currency?: string }): Of<K>[] {
  return recognise(text, { language: codeOf(language), now, zone: timeZone, kinds, ...(currency ? { currency } : {}) }) as Of<K>[]
}
