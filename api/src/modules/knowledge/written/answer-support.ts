import { conceptsOf, fold, isInLexicon, languages, stem, tokenise, type Language as Code } from '../../language/index.ts'
import { evidenceIn, type Ground } from './ground.ts'

const words = (text: string) => new Set(text.split(/\s+/))

/** Words that hold a sentence together and say nothing by themselves. */
const SMALL = words(`a al algo alguna alguno algun ante antes aqui asi aun aunque bajo bien cada claro como con contra cual cuales cualquier
  cuando cuanto cuantos de debe deben deberia del desde despues disculpe donde durante e el ella ellas ellos en entonces entre era es esa esas
  ese eso esos esta estan estar estas este esto estos favor fue gracias ha haber hace hacer hacia han hasta hay he hola la las le les lo los luego
  mas me mediante mi mientras mis mismo misma mucho muy nos nosotros nuestra nuestras nuestro nuestros nuevo o otra otras otro otros para pero por
  porque podemos podra podria pueda puede pueden puedo pues que quien se sea segun ser sera si sido siempre sin sino sobre solo son su sus suya
  suyo tal tambien tan tanto te ten tendra tener tenemos tiene tienen tengo todo toda todas todos traves tu tus u un una unas uno unos usted
  ustedes va van vez via y ya yo dispone disponible disponibles ofrecemos ofrece cliente clientes empresa momento informacion
  about above after again all also an and any are as at available be because been before being between both but by can could customer customers
  did do does doing down during each every few for from further get had has have having he hello her here hi him his how i if in into is it its
  just let may me might more most must my need now of off offer on once one only or other our out over own please same shall she should so some
  such sure than thank thanks that the their them then there these they this those through to too under until up us use using very was we were
  what when where which while who whom whose why will with within would yes you your yours company information`)

/** Courtesies, and ways of saying that something was looked up. */
const POLITE = words(`gusto supuesto luego saludo saludos buen buenos buenas dias tardes noches duda dudas pregunta preguntas consulta ayudar ayudarle
  ayudo ayudarlo ayudarla servir servirle orden ordenes disposicion adicional explico indico informo comento cuento aclaro confirmo confirmarle
  respuesta desea necesita quedo quedamos espero recuerde tome nota encantado encantada encantados importa correcto escribir escribirnos escribirme
  contactar contactarnos comunicarse preguntar preguntarnos preguntarme interes atender atenderle complacido
  course welcome glad happy help helps question questions answer hope feel anything else let know know note here's good morning afternoon evening
  assist assistance further regarding writing contacting asking reaching interest`)

const NEGATIONS = /\b(?:no|ni|nunca|jamas|tampoco|ningun[oa]?|nada|nadie|not|never|none|nothing|nobody|neither|nor|cannot|\p{L}+n['’]t)\b/u

const EACH_SENTENCE = 0.5
const ALL_TOGETHER = 0.65

/**
 * Whether the words of a text stand in what it cites, in any form, or mean the same by our lexicon. Words that nobody knows
 * must stand there themselves; and nothing is denied that is not denied there.
 */
export function isGrounded(text: string, cited: Ground[]): boolean {
  const evidence = evidenceOf(cited)
  const sentences = text.split(/(?<=[.!?…])\s+|\n+/).map(sentence => judged(sentence, evidence))
  const [supported, strange, total] = (['supported', 'strange', 'total'] as const).map(key => sentences.reduce((sum, each) => sum + each[key], 0)) as [number, number, number]
  if (total === 0 || strange > 0 || supported / total < ALL_TOGETHER) return false
  if (sentences.some(each => each.total > 0 && each.supported / each.total < EACH_SENTENCE)) return false
  return !NEGATIONS.test(fold(text)) || NEGATIONS.test(fold(cited.map(evidenceIn).join(' ')))
}

interface Evidence {
  words: Set<string>
  stems: Set<string>
  concepts: Set<number>
}

function evidenceOf(cited: Ground[]): Evidence {
  const evidence: Evidence = { words: new Set(), stems: new Set(), concepts: new Set() }
  for (const ground of cited) {
    const found = tokenise(evidenceIn(ground)).map(({ word }) => word)
    for (const word of found) evidence.words.add(word)
    // A source in one language quotes the other.
    for (const code of languages) {
      const stems = found.map(word => stem(word, code))
      for (const each of stems) evidence.stems.add(`${code} ${each}`)
      for (const concept of conceptsOf(stems, code)) if (concept > 0) evidence.concepts.add(concept)
    }
  }
  return evidence
}

function judged(sentence: string, evidence: Evidence) {
  const telling = tokenise(sentence).map(({ word }) => word).filter(word => !SMALL.has(word) && !POLITE.has(word) && !/^\p{N}+$/u.test(word))
  const unsupported = telling.filter(word => !isSupported(word, evidence))
  const strange = unsupported.filter(word => !languages.some(code => isInLexicon(word, code)))
  return { total: telling.length, supported: telling.length - unsupported.length, strange: strange.length }
}

// Numbers are facts, and judged as such.
const isSupported = (word: string, { words: known, stems, concepts }: Evidence): boolean =>
  known.has(word) || languages.some((code: Code) => {
    const own = stem(word, code)
    return stems.has(`${code} ${own}`) || conceptsOf([own], code).some(concept => concept > 0 && concepts.has(concept))
  })
