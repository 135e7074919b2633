import { fold } from './fold.ts'
import type { Language } from './language.ts'
import { tokensOf } from './tokens.ts'

const tellingWords: Record<Language, ReadonlySet<string>> = {
  es: new Set(`el la los las un una unos unas de del al y o que en por para con sin sobre mi mis tu su sus me te se lo le les nos
    es son era fue ser estar esta estan estoy esto este esa ese eso soy hay he ha han quiero quisiera puedo puede pueden tengo
    tiene como cuando cuanto cuanta cuantos cual cuales donde quien porque pero si ya mas muy ahora hoy ayer hola gracias buenas
    buenos dias tardes favor necesito hacer cuenta tarjeta dinero pago numero ayuda dame dime quien ustedes usted yo`.split(/\s+/)),
  en: new Set(`the an of to and or that in for with without on about my your his her its our their me you he she it we they is are
    was were be been am this these those there have has had do does did can could would should will want need how when what which
    where who why but if yes more very now today yesterday hello hi thanks thank please get got make account card money payment
    number help give tell i im ive dont cant isnt from at by not any some just out up`.split(/\s+/)),
}

const spanishLetters = /[ñ¿¡áéíóúü]/gi

/** The language of a text: of its small words, its letters and its endings. Where nothing tells, `otherwise`. */
export function detectLanguage(text: string, otherwise: Language = 'es'): Language {
  const head = text.slice(0, 500)
  let balance = (head.match(spanishLetters)?.length ?? 0) * 1.5
  for (const { word } of tokensOf(fold(head))) {
    if (tellingWords.es.has(word)) balance++
    if (tellingWords.en.has(word)) balance--
    balance += endingBalance(word)
  }
  return balance > 0 ? 'es' : balance < 0 ? 'en' : otherwise
}

function endingBalance(word: string): number {
  if (word.length < 4) return 0
  if (/(?:cion|mente|ado|ada|idad|ando|iendo|ar|er|ir|os|as|[aeo])$/.test(word)) return 0.3
  return /(?:ing|tion|ed|ly|th|ck|[bcdfghkmptvwy])$/.test(word) ? -0.3 : 0
}
