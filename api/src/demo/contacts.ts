import type { Language } from '../platform/language.ts'
import type { Random } from './random.ts'

/** Somebody who writes, invented. Whoever only asked the bot has told no name. */
export interface DemoContact {
  name: string | null
  isWoman: boolean
  surname: string
  email: string
  phone: string
  language: Language
  /** The company's own site said who it is. */
  isVerified: boolean
}

const WOMEN = [
  'Yajaira', 'Carmen', 'Rosa Elena', 'Milagros', 'Yesenia', 'Juana', 'Esther', 'Nathalie', 'Ramona', 'Sarah',
  'Mayra', 'Dulce María', 'Katherine', 'Xiomara', 'Noemí', 'Paola', 'Wendy', 'Ana Julia', 'Librada', 'Rosmery',
]
const MEN = [
  'José Luis', 'Ramón', 'Francisco', 'Winston', 'Pedro Antonio', 'Manuel', 'Starling', 'Juan Carlos', 'Domingo',
  'Héctor', 'Edwin', 'Rafael', 'Jonathan', 'Víctor Manuel', 'Leandro', 'Freddy', 'Santiago', 'Yunior', 'Félix', 'Omar',
]
const SURNAMES = [
  'Peña', 'Rodríguez', 'Jiménez', 'De la Cruz', 'Núñez', 'Encarnación', 'Ventura', 'Marte', 'Severino', 'Guerrero',
  'Castillo', 'Mateo', 'Ogando', 'Vargas', 'Reynoso', 'Santos', 'Abreu', 'Familia', 'Matos', 'Heredia', 'Paulino',
  'Cruz', 'Disla', 'Brito', 'Ramírez', 'Cordero', 'Valdez', 'Acosta', 'Minaya', 'Tejada',
]
const ENGLISH: [name: string, surname: string, isWoman: boolean][] = [
  ['Emily', 'Carter', true], ['Daniel', 'Brooks', false], ['Hannah', 'Lindqvist', true], ['Marcus', 'Osborne', false],
]
const AREAS = ['809', '829', '849']

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]/g, '')

function addressOf(name: string, surname: string, random: Random): string {
  const host = random.pick(['example.com', 'example.net', 'example.org'])
  return `${plain(name.split(' ')[0]!)}.${plain(surname)}@${host}`
}

function contactOf([name, surname, isWoman]: (typeof ENGLISH)[number], language: Language, random: Random): DemoContact {
  return {
    name: `${name} ${surname}`, surname, isWoman, language,
    email: addressOf(name, surname, random),
    // The 555 exchange is kept for fiction.
    phone: `${random.pick(AREAS)}-555-01${random.between(10, 99)}`,
    isVerified: random.chance(0.35),
  }
}

export interface Cast {
  ES: DemoContact[]
  EN: DemoContact[]
  /** Visitors who never said who they are. */
  unnamed: DemoContact[]
}

/** 30 people with different names, four who speak English, and four who stay unnamed. */
export function castOf(random: Random): Cast {
  const surnames = random.shuffled(SURNAMES)
  const names = random.shuffled([
    ...random.shuffled(WOMEN).slice(0, 16).map(name => [name, true] as const),
    ...random.shuffled(MEN).slice(0, 14).map(name => [name, false] as const),
  ])
  const spanish = names.map(([name, isWoman], index) => contactOf([name, surnames[index]!, isWoman], 'ES', random))
  return {
    ES: spanish,
    EN: ENGLISH.map(person => contactOf(person, 'EN', random)),
    unnamed: spanish.slice(0, 4).map(contact => ({ ...contact, name: null, isVerified: false })),
  }
}
