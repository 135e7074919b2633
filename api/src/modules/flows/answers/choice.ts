import type { Language } from '@botpro/graphql/flows'
import type { Heard } from '../engine/input.ts'
import { codeOf, plainText, repairing, Spelling, stem } from '../../language/index.ts'
import { recognised } from './recognised.ts'
import { type Circumstances, refused, type Taken, type Taker, taken } from './taking.ts'

/** An option as it was offered: what it said, and what else it is called. */
export interface Offered { id: string; title: string; words?: readonly string[] | undefined }

/** The title in her language and in the other, since the message may have been written before she changed it. */
export const takeChoice: Taker<'CHOICE'> = ({ options }, heard, circumstances) => {
  const offered = options.map(({ id, title, words = [] }) => {
    const [own, ...others] = [title[circumstances.language], title.ES, title.EN].filter(text => text !== undefined)
    return { id, title: own ?? '', words: [...words, ...others] }
  })
  return chosenAmong(offered, heard, circumstances)
}

/**
 * Which of the options is meant: tapped, or written by its id, its place, its words, some of its words, or words with a letter wrong.
 * Whichever way gives exactly one is taken; what fits several is `SEVERAL`.
 */
export function chosenAmong(options: readonly Offered[], { text, optionId }: Pick<Heard, 'text' | 'optionId'>, circumstances: Circumstances): Taken {
  const tapped = options.find(({ id }) => id === optionId)
  if (tapped) return taken(tapped.id)
  const said = plainText(text.slice(0, 400))
  if (said === '') return refused(optionId === null ? 'EMPTY' : 'NOT_AN_OPTION')
  const ways = [() => called(options, said), () => placed(options, text, circumstances), () => worded(options, said, circumstances.language)]
  for (const way of ways) {
    const ids = [...new Set(way())]
    if (ids.length === 1) return taken(ids[0]!)
    if (ids.length > 1) return refused('SEVERAL')
  }
  return refused('NOT_AN_OPTION')
}

const namesOf = ({ title, words = [] }: Offered) => [title, ...words].map(plainText).filter(name => name !== '')

const called = (options: readonly Offered[], said: string) =>
  options.filter(option => plainText(option.id) === said || namesOf(option).includes(said)).map(({ id }) => id)

const PLACE = /^(?:(?:quiero|deseo|la|el|lo|opcion|numero|num|no|nro|option|number|the|i want|one|por favor|please|prefiero|escojo|elijo|con)\s+)*/
const LAST = new Set(['ultima', 'ultimo', 'last', 'last one'])

/** “2”, “la 2”, “opción dos”, “la segunda”, “the last one”. */
function placed(options: readonly Offered[], text: string, circumstances: Circumstances): string[] {
  const said = plainText(text.slice(0, 80).replace(/[#️⃣º°ª.)]/g, ' ')).replace(PLACE, '').replace(/ (?:por favor|please|one)$/, '')
  if (LAST.has(said) && options.length > 0) return [options.at(-1)!.id]
  const found = recognised(said, ['number', 'ordinal'], circumstances)
  const only = found.length === 1 && found[0]!.text === said ? found[0]!.value : SMALL.has(said) ? { number: 1 } : null
  const place = only === null ? 0 : 'number' in only ? only.number : only.ordinal
  return options[place - 1] ? [options[place - 1]!.id] : []
}

const SMALL = new Set(['una', 'un', 'uno', 'one'])

/** The words of an option all stand in the message, or those of the message all in the option. */
function worded(options: readonly Offered[], said: string, language: Language): string[] {
  const bags = options.flatMap(option => namesOf(option).map(name => ({ id: option.id, stems: stemsOf(name, language) })))
  const own = stemsOf(said, language)
  const exact = fitting(bags, own)
  return exact.length > 0 ? exact : fitting(bags, stemsOf(repaired(options, said, language), language))
}

interface Bag { id: string; stems: string[] }

function fitting(bags: readonly Bag[], said: string[]): string[] {
  if (said.length === 0 || said.length > 40) return []
  const told = new Set(said)
  const whole = bags.filter(({ stems }) => stems.length > 0 && !denied(stems, told) && stems.every(word => told.has(word)))
  const longest = Math.max(0, ...whole.map(({ stems }) => stems.length))
  if (whole.length > 0) return whole.filter(({ stems }) => stems.length === longest).map(({ id }) => id)
  return bags.filter(({ stems }) => said.length < stems.length && said.every(word => stems.includes(word))).map(({ id }) => id)
}

/** “no quiero la tarjeta” chooses no card. */
const denied = (stems: string[], told: Set<string>) => (told.has('no') && !stems.includes('no')) || (told.has('not') && !stems.includes('not'))

/** They stand in every option, and in every sentence. */
const SMALL_WORDS = new Set('a al con de del el en es la las lo los mi mis o para por que quiero quisiera su sus un una y yo favor the an and for i my of on or please to want with would like your'.split(' '))

const stemsOf = (plain: string, language: Language) => {
  const words = plain.split(' ').filter(word => word !== '')
  const meaning = words.filter(word => !SMALL_WORDS.has(word))
  return (meaning.length > 0 ? meaning : words).map(word => stem(singular(word), codeOf(language)))
}

/** The stemmer takes “préstamos” for a verb. */
const singular = (word: string) => (word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word)

function repaired(options: readonly Offered[], said: string, language: Language): string {
  const spelling = new Spelling([...new Set(options.flatMap(option => namesOf(option).flatMap(name => name.split(' '))))])
  const repair = repairing(spelling, codeOf(language))
  return said.split(' ').map(word => (SMALL_WORDS.has(word) ? word : repair(word))).join(' ')
}
