import { detectLanguage, fold, stem, tokensOf, type Language } from '../language/index.ts'

export interface MoodWord {
  word: string
  conversations: number
}

// Words that say nothing of what a message is about.
const SMALL: Record<Language, ReadonlySet<string>> = {
  es: new Set(`a al algo alguien ahi ahora alla ante antes aqui asi aun aunque ayer bien bueno buenas buenos cada casi como con contra cosa
    cual cuando cuanto de del desde dia dias dice dicen dijeron donde dos el ella ellos en entre era es esa ese eso esta estaba estan estar este esto
    estoy favor fue gracias ha hace hacen hacer han hasta hay haya he hola hoy horas igual ir la las le les lo los mal mas me menos mes meses mi
    mis minutos misma mismo mucho muy nada nadie necesito ni ningun ninguna no nos nunca o otra otro para pero por porfa porque puede pueden puedo
    pues que queria quien quiero quisiera se sea semana semanas ser si siempre siendo sigo sigue sin sino sobre solo son soy su sus tal tampoco tan
    tanto tarde tardes te tener tengo tiene tienen todavia toda todas todo todos tres tu tus un una unas uno unos usted ustedes va van veces ver vez
    voy y ya yo noches hice hizo hago hicieron haya dado tenia pude pudo debe debia senor senora cosas mejor peor quieren llevo lleva`.split(/\s+/)),
  en: new Set(`a about after again all already also am an and any anyone are as at be because been before being but by can cant could day days did
    didnt do does doesnt dont down even ever every few for from get gets getting go going good got had has have havent hello help her here hey hi him
    his hour hours how i if im in is isnt it its ive just keep keeps like made make me minutes month months more much my need never no nobody not
    nothing now of off on one only or other our out over please really said same say says she should since so some someone still such than thank
    thanks that the their them then there these they thing this three time times to today too two up us very want was wasnt way we week weeks well were
    what when where which who why will with wont would yes yet you your youre yesterday anything hasnt everything`.split(/\s+/)),
}

const SHORTEST = 4
const MOST_WORDS = 12
/** One who is angry is no tendency, and her words are hers. */
const LEAST_CONVERSATIONS = 2

interface Heard {
  conversations: Set<string>
  forms: Map<string, number>
}

/** What messages of several conversations speak of; each word in the form in which it stands most often. Numbers are nobody's topic. */
export function frequentWords(messages: readonly { conversationId: string; text: string }[]): MoodWord[] {
  const heard = new Map<string, Heard>()
  for (const { conversationId, text } of messages) for (const [key, form] of topicsOf(text)) {
    const word = heard.get(key) ?? { conversations: new Set(), forms: new Map() }
    heard.set(key, word)
    word.conversations.add(conversationId)
    word.forms.set(form, (word.forms.get(form) ?? 0) + 1)
  }
  return [...heard.values()].filter(({ conversations }) => conversations.size >= LEAST_CONVERSATIONS)
    .map(({ conversations, forms }) => ({ word: commonest(forms), conversations: conversations.size }))
    .sort((one, other) => other.conversations - one.conversations || one.word.localeCompare(other.word)).slice(0, MOST_WORDS)
}

function topicsOf(text: string): [key: string, form: string][] {
  const language = detectLanguage(text)
  return tokensOf(fold(text)).filter(({ word }) => word.length >= SHORTEST && !/\d/.test(word) && !SMALL[language].has(word))
    .map(({ word, start, end }) => [`${language} ${stem(word, language)}`, text.slice(start, end).toLowerCase()])
}

const commonest = (forms: ReadonlyMap<string, number>) =>
  [...forms].reduce((best, each) => (each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best))[0]
