import { type Lexicon, type Phrases, lexicon, openersOf, phrases } from './phrase.ts'
import type { Reading } from './reading.ts'

/** A stretch of the day, in minutes since midnight. */
export interface DayPart {
  from: number
  to: number
  /** Whether an hour said with it is one of the afternoon or the night. */
  late: boolean
}

const hours = (from: number, to: number, late: boolean): DayPart => ({ from: from * 60, to: to * 60, late })

const DAWN = hours(0, 6, false)
const MORNING = hours(6, 12, false)
const AFTERNOON = hours(12, 19, true)
const EVENING = hours(18, 24, true)
const NIGHT = hours(19, 24, true)

export interface TimeWords {
  am: Phrases
  pm: Phrases
  /** Behind an hour: "de la tarde". */
  parts: Lexicon<DayPart>
  /** By themselves or behind a day: "por la tarde". */
  stretches: Lexicon<DayPart>
  /** With the day in them: "esta noche", "anoche"; `days` from today. */
  dayStretches: Lexicon<DayPart & { days: number }>
  /** "mediodía": minutes since midnight. */
  fixed: Lexicon<number>
  /** What makes a following plain number an hour. */
  at: Phrases
  /** What may follow an hour without changing it: "en punto", "horas". */
  sharp: Phrases
  rangeFrom: Phrases
  rangeTo: Phrases
  between: Phrases
  betweenAnd: Phrases
  /** Words that may follow a bare hour although they look like a plural, which would be counted: "a las 3 vamos". */
  after: ReadonlySet<string>
  /** Words that are counted without looking like a plural. */
  counted: ReadonlySet<string>
  /** "ahora". */
  now: Phrases
}

const AM = phrases('a . m .|a . m|am|a m')
const PM = phrases('p . m .|p . m|pm|p m')
const set = (list: string) => new Set(list.split(' '))

const ES: TimeWords = {
  am: AM,
  pm: PM,
  parts: lexicon([
    ['de la madrugada|en la madrugada|por la madrugada', DAWN],
    ['de la manana|en la manana|por la manana', MORNING],
    ['de la tarde|en la tarde|por la tarde|del mediodia|del dia', AFTERNOON],
    ['de la noche|en la noche|por la noche', NIGHT],
  ]),
  stretches: lexicon([
    ['por la madrugada|en la madrugada|de madrugada', DAWN], ['por la manana|en la manana|a la manana|de la manana', MORNING],
    ['por la tarde|en la tarde|a la tarde|de la tarde', AFTERNOON], ['por la noche|en la noche|a la noche|de la noche|de noche', NIGHT],
    ['temprano en la manana|temprano por la manana|temprano', MORNING],
  ]),
  dayStretches: lexicon([
    ['esta madrugada', { ...DAWN, days: 0 }], ['esta manana', { ...MORNING, days: 0 }],
    ['esta tarde', { ...AFTERNOON, days: 0 }], ['esta noche', { ...NIGHT, days: 0 }],
    ['anoche', { ...NIGHT, days: -1 }], ['antenoche|anteanoche', { ...NIGHT, days: -2 }],
  ]),
  fixed: lexicon([['mediodia|medio dia|doce del mediodia', 720], ['medianoche|media noche', 0]]),
  at: phrases(
    'a las|a la|para las|para la|sobre las|tipo las|desde las|hasta las|hasta la|son las|es la|como a las|como a la|' +
    'a eso de las|a eso de la|de las|las|la',
  ),
  sharp: phrases('en punto|horas|hora|hrs|h'),
  rangeFrom: phrases('desde las|desde la|desde|de las|de la|de'),
  rangeTo: phrases('hasta las|hasta la|hasta|a las|a la|a|-'),
  between: phrases('entre las|entre la|entre'),
  betweenAnd: phrases('y las|y la|y'),
  after: set(
    'y o u a al de del en el la por para con que si no pero porque mas hoy manana ayer pasado este esta proximo lunes martes miercoles ' +
    'jueves viernes sabado domingo gracias porfa porfavor favor me te le nos se puede puedo quiero estoy es son como ' +
    'aproximadamente cuando donde vamos podemos puedes quieres tienes estamos salimos llegamos quisieras mas tras',
  ),
  counted: set('mil millon kg km cm mm lb gb mb m por usd dop gente gr g ml'),
  now: phrases('ahora mismo|justo ahora|ahora|en este momento|en este mismo momento'),
}

const EN: TimeWords = {
  am: AM,
  pm: PM,
  parts: lexicon([
    ['in the morning', MORNING], ['in the afternoon', AFTERNOON], ['in the evening', EVENING],
    ['at night|tonight', NIGHT],
  ]),
  stretches: lexicon([
    ['in the morning|morning', MORNING], ['in the afternoon|afternoon', AFTERNOON],
    ['in the evening|evening', EVENING], ['at night|night', NIGHT],
  ]),
  dayStretches: lexicon([
    ['this morning', { ...MORNING, days: 0 }], ['this afternoon', { ...AFTERNOON, days: 0 }],
    ['this evening', { ...EVENING, days: 0 }], ['tonight', { ...NIGHT, days: 0 }],
    ['last night', { ...NIGHT, days: -1 }],
  ]),
  fixed: lexicon([['noon|midday|12 noon', 720], ['midnight|12 midnight', 0]]),
  at: phrases('at|at about|at around|around|about|by|until|till|since|before|after'),
  sharp: phrases("o ' clock|o clock|oclock|sharp"),
  rangeFrom: phrases('from'),
  rangeTo: phrases('to|until|till|through|-'),
  between: phrases('between'),
  betweenAnd: phrases('and'),
  after: set(
    'and or on in at to for by if the but because today tomorrow tonight yesterday this next monday tuesday wednesday thursday friday saturday ' +
    'sunday please thanks with is are i we you would can works work would will when where then was has does ' +
    'works always perhaps',
  ),
  counted: set('people children men women percent per thousand million hundred dozen kg km cm mm lb gb mb m usd times of more other'),
  now: phrases('right now|just now|now'),
}

export const timeWords = (reading: Reading): TimeWords => (reading.spanish ? ES : EN)

const opening = (words: TimeWords) => openersOf(
  words.at.keys(), words.fixed.keys(), words.stretches.keys(), words.rangeFrom.keys(), words.between.keys(),
  ['cuarto', 'un', 'half', 'quarter', 'a'],
)
const ES_OPENERS = opening(ES)
const EN_OPENERS = opening(EN)

/** Every word with which a time may begin, numbers apart. */
export const timeOpeners = (reading: Reading) => (reading.spanish ? ES_OPENERS : EN_OPENERS)
