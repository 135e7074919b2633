import { plainText } from '../../language/index.ts'
import { withoutCourtesies } from '../values/courtesy.ts'
import { refused, type Taker, taken } from './taking.ts'

const phrases = (text: string) => text.split('|').map(phrase => phrase.trim())

/** Of both languages, since people mix them: “ok, dale”. `sip`, `dale` and `cómo no` are Dominican for yes. */
const YES = phrases(`si|sii|siii|sip|claro|clarisimo|por supuesto|dale|dele|ok|oki|okay|okey|vale|perfecto|correcto|correcta|exacto|exactamente|asi es|eso es|eso mismo|
  de acuerdo|afirmativo|esta bien|ta bien|ta bueno|como no|confirmo|confirmado|acepto|adelante|obvio|desde luego|de una|con gusto|con mucho gusto|me parece bien|no hay problema|sin problema|
  no tengo problema|excelente|yes|yess|yep|yeah|yea|yup|sure|of course|absolutely|definitely|certainly|that s right|that s correct|thats right|correct|exactly|agreed|i agree|go ahead|
  sounds good|alright|all right|no problem|i confirm|confirmed|i accept|i do`)
const NO = phrases(`no|noo|nooo|nop|negativo|nunca|jamas|para nada|claro que no|por supuesto que no|mejor no|ahora no|todavia no|aun no|tampoco|de ninguna manera|
  incorrecto|nope|nah|never|not now|not yet|not really|no way|absolutely not|of course not|definitely not|i don t want|i dont want|i do not`)
/** Yes or no where they are all that is said; otherwise they begin any sentence. */
const YES_ALONE = new Set(phrases('s|y|ya|va|bien|bueno|listo|cierto|verdad|seguro|quiero|hagalo|hazlo|lo confirmo|lo acepto|right|fine|true|good|great|do it|confirm|accept|positivo|verdadero|claro que si|si si'))
const NO_ALONE = new Set(phrases('n|nel|nada|que va|ninguno|ninguna|falso|false|wrong|neither|none|i don t|i dont'))
/** They begin like a yes or a no, and are neither. */
const NEITHER = phrases(`no se|no lo se|no estoy segur|no entiendo|no entendi|no comprendo|no recuerdo|no me acuerdo|no tengo idea|no sabria|si y no|si o no|si no|si me|si es que|si puedo|si tengo|si hay|
  i do not know|i do not understand|no idea|no clue|yes and no|yes or no|claro y no`)

const SHOWN: [RegExp, boolean][] = [[/[👍👌✅☑✔🆗🙌]/u, true], [/[👎❌✖🚫🙅]/u, false]]

const OPENINGS = [...YES.map(phrase => ({ phrase, yes: true })), ...NO.map(phrase => ({ phrase, yes: false }))]
  .toSorted((a, b) => b.phrase.length - a.phrase.length)

const MOST_WORDS = 12
const ENDS_NO = /^(?:\S+ ){1,3}no$/

/** The ids of the two buttons are `yes` and `no`. */
export const takeYesNo: Taker<'YES_NO'> = (_, { text, optionId }) => {
  if (optionId === 'yes' || optionId === 'no') return taken(optionId === 'yes')
  if (text.trim() === '') return refused('EMPTY')
  const meant = yesOrNoIn(text)
  return meant === null ? refused('NOT_YES_OR_NO') : taken(meant)
}

/** What a message says to a question of yes or no; null where it says neither, or both. */
export function yesOrNoIn(text: string): boolean | null {
  const plain = withoutCourtesies(plainText(text.slice(0, 400)))
  if (YES_ALONE.has(plain) || NO_ALONE.has(plain)) return YES_ALONE.has(plain)
  if (plain.split(' ').length > MOST_WORDS || NEITHER.some(phrase => plain.startsWith(phrase))) return null
  const opening = OPENINGS.find(({ phrase }) => plain === phrase || plain.startsWith(`${phrase} `))
  if (!opening) return ENDS_NO.test(plain) ? false : shownIn(text)
  if (!opening.yes || plain === opening.phrase || !ENDS_NO.test(plain)) return opening.yes
  return opening.phrase === 'si' || opening.phrase === 'yes' ? null : false
}

function shownIn(text: string): boolean | null {
  const shown = SHOWN.filter(([shape]) => shape.test(text))
  return shown.length === 1 ? shown[0]![1] : null
}
