import { fold } from '../../language/index.ts'

/**
 * Facts that a text names and the evidence does not: addresses, telephone numbers, amounts, percentages, dates, numbers in
 * digits and in words. What a customer could act upon must have been written by the company.
 */
export function factsOfItsOwn(text: string, evidence: string): string[] {
  const known = new Set(factsIn(evidence))
  return factsIn(text).filter(fact => !known.has(fact) && !known.has(otherwise(fact)))
}

/** “2” for “two”, and the other way round. */
const otherwise = (fact: string) => (fact.startsWith('word ') ? fact.replace('word ', 'number ') : fact.replace('number ', 'word '))

function factsIn(text: string): string[] {
  const folded = fold(text.normalize('NFKC')).normalize('NFKC')
  return [...addressesIn(folded), ...phonesIn(folded), ...numbersIn(folded), ...wordsIn(folded)]
}

const ENDINGS = '(?:com|net|org|edu|gob|gov|info|biz|io|co|do|es|mx|us|me|ly|link|site|online|app|dev|xyz|top|shop|store|click|ru|cn|tk|gg|ai)'
const ADDRESSES = [
  // With a scheme, also a crippled one.
  /\b[a-z][a-z0-9+.-]{1,15}:\/\/\S+/g, /\bh(?:xx|tt)ps?\b\S*/g, /\b(?:mailto|tel|sms|whatsapp|tg)\s*:\S*/g,
  // E-mails, handles, hosts.
  /\S+@\S+/g, /(?:^|\s)@[\w.]{2,}/g, /\bwww\d?\b\S*/g, /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:\/\S*)?/gu,
  // Spelled so that no filter sees it.
  new RegExp(String.raw`[\[({]\s*(?:\.|dot|punto|@|at|arroba)\s*[\])}]`, 'g'), new RegExp(String.raw`\b(?:punto|dot)\s+${ENDINGS}\b`, 'g'),
  new RegExp(String.raw`[\p{L}\p{N}]\s+\.\s*${ENDINGS}\b|[\p{L}\p{N}]\s*\.\s+${ENDINGS}\b(?!\s+\p{L})`, 'gu'), /\barroba\b/g,
]

const addressesIn = (text: string): string[] => ADDRESSES.flatMap(pattern =>
  [...text.matchAll(pattern)].map(([found]) => `address ${found.trim().replace(/[.,;:!?)\]»”"']+$/, '')}`))

const phonesIn = (text: string): string[] =>
  [...text.matchAll(/\p{Nd}[\p{Nd}\s().+/-]{5,}\p{Nd}/gu)].map(([found]) => found.replace(/\P{Nd}/gu, ''))
    .filter(digits => digits.length >= 7).map(digits => `phone ${digits}`)

const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}{3})*(?:[.,]\p{Nd}{1,2})?(?!\p{Nd})/gu
const MONEY_BEFORE = /(?:r\s?d\s?\$|u\s?s\s?\$|\p{Sc}|\b(?:usd|dop|eur|rd|us))\s*$/u
const MONEY_AFTER = /^\s*(?:\p{Sc}|(?:pesos?|dolar(?:es)?|dollars?|bucks|euros?|usd|dop|eur|centavos?|cents?)\b)/u
const PERCENT_AFTER = /^\s*(?:%|٪|‰|por\s?ciento\b|percent\b|per\s?cent\b)/u

/** An amount or a percentage must have been one: the 9 of “from 9 to 6” is no “9 pesos”. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: found, index }) => {
    const [before, after] = [text.slice(Math.max(0, index - 8), index), text.slice(index + found.length, index + found.length + 16)]
    const value = valueOf(found)
    if (MONEY_BEFORE.test(before) || MONEY_AFTER.test(after)) return [`money ${value}`, `number ${value}`]
    return PERCENT_AFTER.test(after) ? [`percent ${value}`, `number ${value}`] : [`number ${value}`]
  })
}

/** 2,000.50 and 2.000,50 are the same. */
function valueOf(found: string): string {
  const [, whole, cents] = /^(.*?)(?:[.,](\p{Nd}{1,2}))?$/u.exec(found)!
  const fraction = cents && !/^0+$/.test(cents) ? `.${cents}` : ''
  return whole!.replace(/[.,]/g, '').replace(/^0+(?=.)/, '') + fraction
}

const NUMBER_WORDS: Record<string, string> = {
  cero: '0', zero: '0', dos: '2', two: '2', tres: '3', three: '3', cuatro: '4', four: '4', cinco: '5', five: '5', seis: '6', six: '6',
  siete: '7', seven: '7', ocho: '8', eight: '8', nueve: '9', nine: '9', diez: '10', ten: '10', once: '11', eleven: '11', doce: '12',
  twelve: '12', trece: '13', thirteen: '13', catorce: '14', fourteen: '14', quince: '15', fifteen: '15', dieciseis: '16', sixteen: '16',
  diecisiete: '17', seventeen: '17', dieciocho: '18', eighteen: '18', diecinueve: '19', nineteen: '19', veinte: '20', twenty: '20',
  veinticinco: '25', treinta: '30', thirty: '30', cuarenta: '40', forty: '40', cincuenta: '50', fifty: '50', sesenta: '60', sixty: '60',
  setenta: '70', seventy: '70', ochenta: '80', eighty: '80', noventa: '90', ninety: '90', cien: '100', ciento: '100', hundred: '100',
  doscientos: '200', trescientos: '300', cuatrocientos: '400', quinientos: '500', seiscientos: '600', setecientos: '700',
  ochocientos: '800', novecientos: '900', mil: '1000', thousand: '1000', millon: '1000000', millones: '1000000', million: '1000000',
  millions: '1000000', docena: '12', dozen: '12', mitad: 'half', half: 'half', doble: 'double', double: 'double', triple: 'triple',
  gratis: 'free', gratuito: 'free', gratuita: 'free', gratuitos: 'free', gratuitas: 'free', free: 'free',
}

const DAYS: Record<string, string> = Object.fromEntries([
  'lunes monday', 'martes tuesday', 'miercoles wednesday', 'jueves thursday', 'viernes friday', 'sabado saturday sabados saturdays',
  'domingo sunday domingos sundays', 'enero january', 'febrero february', 'marzo', 'abril april', 'mayo', 'junio june', 'julio july', 'agosto august',
  'septiembre setiembre september', 'octubre october', 'noviembre november', 'diciembre december',
].flatMap(line => line.split(' ').map(word => [word, line.split(' ')[0]!])))

const wordsIn = (text: string): string[] => (text.match(/\p{L}+/gu) ?? []).flatMap(word => {
  if (Object.hasOwn(NUMBER_WORDS, word)) return [`word ${NUMBER_WORDS[word]}`]
  return Object.hasOwn(DAYS, word) ? [`day ${DAYS[word]}`] : []
})
