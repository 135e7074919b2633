import type { BotIntent } from '../../elena/index.ts'
import type { BotAnswer } from '../../knowledge/index.ts'
import { MENU, PERSON, UNHELPFUL, type Bot, type BotHears, type BotOption, type BotScene, type BotSpeech, type BotTurn } from './bot.ts'
import { chosenOf, isExactly, type Choice } from './bot-choice.ts'
import type { Menu } from '../messages/message.ts'
import { openingHoursText } from './opening-hours-text.ts'

const WORDS = {
  person: /\b(persona|humano|agente|asesora?|representante|operadora?|ejecutiv[oa]|person|human|agent|representative|somebody|someone)\b/,
  hours: /\b(horarios?|abren?|abiert[oa]s?|cierran?|cerrad[oa]s?|que hora|trabajan|hours|open|opening|closed?)\b/,
  menu: /^(menu|inicio|opciones|ayuda|volver|hola|buenas|buenos dias|buenas tardes|buenas noches|saludos|comenzar|empezar|hi|hello|hey|help|start|get started|options)\b/,
}

const SMALL_TEXT = {
  ES: {
    menu: 'Menú principal', person: 'Hablar con una persona', unhelpful: 'No era eso', source: 'Fuente',
    handOff: 'Enseguida le atiende una persona de nuestro equipo. Puede ir contándonos en qué le ayudamos.',
    sorry: 'Disculpe. ¿Me lo puede decir con otras palabras? También puede volver al menú o hablar con una persona.',
  },
  EN: {
    menu: 'Main menu', person: 'Talk to a person', unhelpful: 'Not what I meant', source: 'Source',
    handOff: 'Somebody from our team will be with you shortly. You can already tell us how we can help.',
    sorry: 'Sorry about that. Could you put it in other words? You can also go back to the menu or talk to a person.',
  },
} as const

/** Brought to a form in which “¿Horários?” and “horarios” are the same. */
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[¿¡?!.,;:]/g, ' ').replace(/\s+/g, ' ').trim()

// Whoever asks for a person gets one, unless the model is so sure that the word meant something else.
const SURE = 0.8

/**
 * Greets, shows the menu, tells the opening hours and calls a person: the bot that a tenant has on its first day. With a
 * model of the tenant's it also does what the intents say, and with Q&A it answers from that.
 */
export class MenuBot implements Bot {
  welcome(scene: BotScene): BotSpeech {
    return { text: scene.greeting, menu: menuOf(scene) }
  }

  resume(scene: BotScene): BotTurn {
    return say({ text: scene.texts.menuText, menu: menuOf(scene) })
  }

  arrived(): null {
    return null
  }

  answer(scene: BotScene, said: BotHears): BotTurn {
    // What came is for a person to look at.
    if (said.files?.length && !said.text) return handOverOf(scene)
    const chosen = optionMeant(scene, said)
    if (chosen) return act(scene, chosen)
    const text = plain(said.text)
    if (said.optionId === PERSON || wantsPerson(text, said)) return handOverOf(scene)
    const found = this.found(scene, said)
    if (found) return found
    if (said.optionId === MENU || WORDS.menu.test(text)) return this.resume(scene)
    if (WORDS.hours.test(text)) return say(answerWith(scene, openingHoursText(scene)))
    return { ...say({ text: scene.texts.notUnderstood, menu: menuOf(scene) }), misunderstood: true }
  }

  /** What the tenant's intents and Q&A have for her words; nothing where they have nothing. */
  found(scene: BotScene, said: BotHears): BotTurn | undefined {
    if (said.optionId === UNHELPFUL || saysUnhelpful(said.text)) return { ...say(answerWith(scene, SMALL_TEXT[scene.language].sorry)), unhelpful: true }
    const choice = chosenOf(isBareGreeting(plain(said.text)) ? withoutPassage(said) : said)
    return choice && chosenTurn(scene, choice, this)
  }
}

const wantsPerson = (text: string, { reading, answer }: BotHears) =>
  WORDS.person.test(text) && !(reading?.intent && reading.confidence >= SURE) && !(answer && isExactly(answer))

/** “Hola” asks nothing, whatever text it happens to stand in. */
const isBareGreeting = (text: string) => text.replace(WORDS.menu, '') === ''
export const isGreeting = (text: string) => isBareGreeting(plain(text))
const withoutPassage = (said: BotHears): BotHears => (said.answer?.faqId ? said : { ...said, answer: null })

/** Whether somebody typed what the button says. */
export const saysUnhelpful = (text: string) => Object.values(SMALL_TEXT).some(({ unhelpful }) => plain(unhelpful) === plain(text))

const chosenTurn = (scene: BotScene, choice: Choice, bot: MenuBot): BotTurn =>
  ('answer' in choice ? quote(scene, choice.answer) : actOn(scene, choice.intent, bot))

/** What an intent says to do. */
function actOn(scene: BotScene, { action, answers }: BotIntent, bot: MenuBot): BotTurn {
  if (action === 'TALK_TO_A_PERSON') return handOverOf(scene)
  if (action === 'SHOW_MENU') return bot.resume(scene)
  if (action === 'OPENING_HOURS') return say(judgeable(scene, openingHoursText(scene)))
  const answer = answers.find(({ language }) => language === scene.language) ?? answers[0]
  return say(judgeable(scene, answer!.text))
}

/** What Q&A says; where nobody wrote it as an answer, with where it stands. */
function quote(scene: BotScene, answer: BotAnswer): BotTurn {
  const { text, source } = answer
  if (!source) return { ...say(judgeable(scene, text)), quotes: answer }
  const place = [source.title, source.url].filter(Boolean).join(' · ')
  return { ...say(judgeable(scene, `${text}\n\n${SMALL_TEXT[scene.language].source}: ${place}`)), quotes: answer }
}

const say = (...says: BotSpeech[]): BotTurn => ({ says, handOff: false })

/** By its id, by its number in the menu, or by its title as typed. */
function optionMeant(scene: BotScene, said: BotHears): BotOption | undefined {
  const { options } = scene.texts
  const text = plain(said.text)
  return options.find(option => option.id === said.optionId)
    ?? (/^\d{1,2}$/.test(text) ? options[Number(text) - 1] : undefined)
    ?? options.find(option => plain(option.title) === text)
}

function act(scene: BotScene, option: BotOption): BotTurn {
  if (option.action === 'TALK_TO_A_PERSON') return handOverOf(scene)
  if (option.action === 'OPENING_HOURS') return say(answerWith(scene, openingHoursText(scene)))
  return say(answerWith(scene, option.answer ?? scene.texts.menuText))
}

/** A person takes over, now or when somebody is there. */
export function handOverOf(scene: BotScene): BotTurn {
  const text = scene.calendar.isOpen(scene.now) ? SMALL_TEXT[scene.language].handOff : scene.outOfHours
  return { says: [{ text, menu: null }], handOff: true }
}

function answerWith(scene: BotScene, text: string): BotSpeech {
  const words = SMALL_TEXT[scene.language]
  const options = [
    { id: MENU, title: words.menu, description: null },
    { id: PERSON, title: words.person, description: null },
  ]
  return { text, menu: { style: 'QUICK_REPLIES', options } }
}

/** An answer that was found for her words may be the wrong one, and she can say so. */
function judgeable(scene: BotScene, text: string): BotSpeech {
  const { menu, ...speech } = answerWith(scene, text)
  const unhelpful = { id: UNHELPFUL, title: SMALL_TEXT[scene.language].unhelpful, description: null }
  return { ...speech, menu: { ...menu!, options: [...menu!.options, unhelpful] } }
}

const menuOf = (scene: BotScene): Menu => ({
  style: 'MENU',
  options: scene.texts.options.map(({ id, title }) => ({ id, title, description: null })),
})
