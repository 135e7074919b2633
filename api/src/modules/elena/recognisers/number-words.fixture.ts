const ES_SMALL = (
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve ' +
  'veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'
).split(' ')
const ES_TENS = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa']
const ES_HUNDREDS = [
  '', 'ciento', 'doscientos', 'trescientos', 'cuatrocientos', 'quinientos', 'seiscientos', 'setecientos', 'ochocientos', 'novecientos',
]
const EN_SMALL = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
).split(' ')
const EN_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const words = (...parts: string[]) => parts.filter(part => part !== '').join(' ')

/** A whole number below a billion in Spanish words, as the Academy writes it. */
export function inSpanishWords(value: number): string {
  if (value === 0) return ES_SMALL[0]!
  const [millions, rest] = [Math.floor(value / 1e6), value % 1e6]
  const head = millions === 0 ? '' : millions === 1 ? 'un millón' : `${shortened(spanishBelowMillion(millions))} millones`
  return words(head, spanishBelowMillion(rest))
}

function spanishBelowMillion(value: number): string {
  const [thousands, rest] = [Math.floor(value / 1000), value % 1000]
  const head = thousands === 0 ? '' : thousands === 1 ? 'mil' : `${shortened(spanishBelowThousand(thousands))} mil`
  return words(head, spanishBelowThousand(rest))
}

/** "veintiún mil", "treinta y un millones". */
const shortened = (text: string) => text.replace(/veintiuno$/, 'veintiún').replace(/uno$/, 'un')

function spanishBelowThousand(value: number): string {
  if (value === 100) return 'cien'
  const [hundreds, rest] = [ES_HUNDREDS[Math.floor(value / 100)]!, value % 100]
  if (rest === 0) return hundreds
  if (rest < 30) return words(hundreds, ES_SMALL[rest]!)
  const unit = rest % 10
  return words(hundreds, ES_TENS[Math.floor(rest / 10)]!, unit === 0 ? '' : `y ${ES_SMALL[unit]}`)
}

/** A whole number below a billion in English words; British people say "and" before what is below a hundred. */
export function inEnglishWords(value: number, british = false): string {
  if (value === 0) return EN_SMALL[0]!
  const [millions, thousands, rest] = [Math.floor(value / 1e6), Math.floor(value / 1000) % 1000, value % 1000]
  const below = englishBelowThousand(rest, british)
  const joint = british && rest > 0 && rest < 100 && value > 1000 ? 'and' : ''
  return words(
    millions === 0 ? '' : `${englishBelowThousand(millions, british)} million`,
    thousands === 0 ? '' : `${englishBelowThousand(thousands, british)} thousand`,
    below === '' ? '' : words(joint, below),
  )
}

function englishBelowThousand(value: number, british: boolean): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100]
  const unit = rest % 10
  const small = rest === 0 ? '' : rest < 20 ? EN_SMALL[rest]! : `${EN_TENS[Math.floor(rest / 10)]}${unit === 0 ? '' : `-${EN_SMALL[unit]}`}`
  return words(hundreds === 0 ? '' : `${EN_SMALL[hundreds]} hundred`, british && hundreds > 0 && rest > 0 ? 'and' : '', small)
}
