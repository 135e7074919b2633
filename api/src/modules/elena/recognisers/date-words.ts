import type { Unit } from './calendar.ts'
import { type Lexicon, type Phrases, lexicon, openersOf, phrases } from './phrase.ts'
import type { Reading } from './reading.ts'

/** Which stretch of a month or year is meant; `end` is its last day. */
export type Edge = 'early' | 'middle' | 'late' | 'end'

/** What a language calls days and the parts of the calendar. */
export interface DateWords {
  months: ReadonlyMap<string, number>
  weekdays: ReadonlyMap<string, number>
  units: Lexicon<Unit>
  /** Days named by their distance from today. */
  days: Lexicon<number>
  /** Days of the year with a name: month and day. */
  feasts: Lexicon<readonly [month: number, date: number]>
  article: Phrases
  /** "próximo" and "que viene": how many parts further, before and behind the noun. */
  before: Lexicon<number>
  after: Lexicon<number>
  of: Phrases
  edges: Lexicon<Edge>
  /** "primera quincena". */
  halves: Lexicon<1 | 2>
  dayWord: Phrases
  within: Phrases
  ago: Phrases
  agoAfter: Phrases
  fromNow: Phrases
  lastFew: Phrases
  nextFew: Phrases
  /** Words after which a month or a plain number of the year can stand alone. */
  monthOpeners: ReadonlySet<string>
  yearOpeners: ReadonlySet<string>
  /** Words after which "3/5" or "the 5th" is a day. */
  dayOpeners: ReadonlySet<string>
  /** What makes a weekday a habit, or the name of a city, and no day. */
  habit: ReadonlySet<string>
  rangeFrom: Phrases
  rangeTo: Phrases
  between: Phrases
  betweenAnd: Phrases
}

const named = (list: string, first = 1): [string, number][] =>
  list.split(' ').flatMap((names, at) => names.split('|').map((name): [string, number] => [name, first + at]))

const set = (list: string) => new Set(list.split(' '))

const ES: DateWords = {
  months: new Map(named(
    'enero|ene febrero|feb marzo abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sept|sep octubre|oct ' +
    'noviembre|nov diciembre|dic',
  )),
  weekdays: new Map(named('lunes martes miercoles jueves viernes sabado domingo')),
  units: lexicon([
    ['fin de semana|finde semana|finde', 'weekend'], ['semana', 'week'], ['quincena', 'half'],
    ['mes', 'month'], ['trimestre', 'quarter'], ['semestre', 'semester'], ['ano', 'year'],
  ]),
  days: lexicon([
    ['pasado manana', 2], ['antes de ayer|anteayer|antier|antiayer|antayer', -2], ['ayer', -1],
    ['el dia de hoy|hoy mismo|hoy dia|hoy', 0], ['el dia de manana|manana mismo|manana', 1],
  ]),
  feasts: lexicon<readonly [number, number]>([
    ['el dia de navidad|navidad|navidades', [12, 25]], ['nochebuena|noche buena', [12, 24]], ['nochevieja|fin de ano', [12, 31]],
    ['el dia de ano nuevo', [1, 1]], ['el dia de reyes|el dia de los reyes', [1, 6]],
  ]),
  article: phrases('el dia|el|la|los|las'),
  before: lexicon([
    ['este mismo|esta misma|este|esta', 0], ['proximo|proxima|siguiente', 1],
    ['pasado|pasada|ultimo|ultima', -1], ['otro|otra', 2],
  ]),
  after: lexicon([
    ['que viene|proximo|proxima|entrante|que entra|siguiente|venidero|que sigue', 1],
    ['pasado|pasada|que paso|anterior', -1], ['en curso|actual|corriente', 0],
    ['en ocho dias|en ocho|en 8|que no viene', 2],
  ]),
  of: phrases('de|del'),
  edges: lexicon([
    ['fin de|fin del|ultimo dia de|ultimo dia del', 'end'], ['finales de|finales del|fines de|fines del', 'late'],
    ['mediados de|mediados del', 'middle'],
    ['principios de|principios del|principio de|principio del|inicios de|inicios del|inicio de|inicio del', 'early'],
    ['comienzos de|comienzos del|comienzo de|comienzo del', 'early'],
  ]),
  halves: lexicon([['primera|1 ra|1 era|1 º|1 a', 1], ['segunda|2 da|2 º|2 a|ultima', 2]]),
  dayWord: phrases('dia'),
  within: phrases('en|dentro de|de aqui a|en unos|en unas|dentro de unos|dentro de unas'),
  ago: phrases('hace|hace unos|hace unas'),
  agoAfter: phrases('atras'),
  fromNow: phrases('a partir de hoy|desde hoy|a partir de ahora'),
  lastFew: phrases('ultimos|ultimas|pasados|pasadas'),
  nextFew: phrases('proximos|proximas|siguientes'),
  monthOpeners: set('en de del para desde hasta mes durante a'),
  yearOpeners: set('en ano desde hasta'),
  dayOpeners: set('el del al dia fecha'),
  habit: set('los todos cada las santo'),
  rangeFrom: phrases('desde el dia|desde el|desde|del dia|del|de'),
  rangeTo: phrases('hasta el dia|hasta el|hasta|al dia|al|a|-'),
  between: phrases('entre el|entre'),
  betweenAnd: phrases('y el|y'),
}

const EN: DateWords = {
  months: new Map(named(
    'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct ' +
    'november|nov december|dec',
  )),
  weekdays: new Map(named('monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thur|thurs friday|fri saturday sunday')),
  units: lexicon([
    ['weekend', 'weekend'], ['week', 'week'], ['month', 'month'], ['quarter', 'quarter'],
    ['semester', 'semester'], ['year', 'year'],
  ]),
  days: lexicon([
    ['the day after tomorrow|day after tomorrow', 2], ['the day before yesterday|day before yesterday', -2],
    ['yesterday', -1], ['today|todays', 0], ['tomorrow|tomorrows|tmrw|tomorow|tommorow', 1],
  ]),
  feasts: lexicon<readonly [number, number]>([
    ['christmas day|christmas', [12, 25]], ['christmas eve', [12, 24]], ["new year ' s eve|new years eve", [12, 31]],
    ["new year ' s day|new years day", [1, 1]],
  ]),
  article: phrases('the'),
  before: lexicon([
    ['this|this very', 0], ['this coming|coming|upcoming|following', 1], ['next', 1],
    ['last|past|previous', -1],
  ]),
  after: lexicon([['after next', 2], ['next', 1]]),
  of: phrases('of'),
  edges: lexicon([
    ['end of|last day of', 'end'], ['late', 'late'], ['mid|mid -|middle of', 'middle'],
    ['early|beginning of|start of', 'early'],
  ]),
  halves: lexicon<1 | 2>([['first half', 1], ['second half', 2]]),
  dayWord: phrases('day'),
  within: phrases('in|within|in about'),
  ago: new Map(),
  agoAfter: phrases('ago'),
  fromNow: phrases('from now|from today'),
  lastFew: phrases('last|past|previous'),
  nextFew: phrases('next|coming|following'),
  monthOpeners: set('in of by during until till since for from through'),
  yearOpeners: set('in year since until by'),
  dayOpeners: set('on by until till before after from'),
  habit: set('every each'),
  rangeFrom: phrases('from the|from'),
  rangeTo: phrases('to the|to|until the|until|till|through the|through|thru|-'),
  between: phrases('between the|between'),
  betweenAnd: phrases('and the|and'),
}

export const dateWords = (reading: Reading): DateWords => (reading.spanish ? ES : EN)

const opening = (words: DateWords) => openersOf(
  words.months.keys(), words.weekdays.keys(), words.units.keys(), words.days.keys(), words.feasts.keys(),
  words.article.keys(), words.before.keys(),
  words.edges.keys(), words.halves.keys(), words.dayWord.keys(), words.within.keys(), words.ago.keys(), words.lastFew.keys(),
  words.nextFew.keys(),
)
const ES_OPENERS = opening(ES)
const EN_OPENERS = opening(EN)

/** Every word with which a day may begin, numbers and ordinals apart. */
export const dayOpeners = (reading: Reading) => (reading.spanish ? ES_OPENERS : EN_OPENERS)
