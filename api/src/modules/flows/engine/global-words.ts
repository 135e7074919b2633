import type { GlobalWord, GlobalWords, Language, LocalWords } from '@botpro/graphql/flows'
import { plainText } from '../../language/index.ts'
import { withoutCourtesies } from '../values/courtesy.ts'

const LONGEST = 120

/**
 * The global word that a message is, whole: accents, case, signs and the politeness around it do not matter. The conversation’s
 * language goes first, but a word of another language of the bot’s is understood too.
 */
export function globalWordIn(text: string, words: GlobalWords, language: Language): GlobalWord | null {
  if (text.length > LONGEST) return null
  const said = plainText(text)
  const bare = withoutCourtesies(said)
  const languages: Language[] = language === 'ES' ? ['ES', 'EN'] : ['EN', 'ES']
  for (const one of languages) {
    const meant = listed(words)[one].get(said) ?? listed(words)[one].get(bare)
    if (meant) return meant
  }
  return null
}

type Listed = Record<Language, Map<string, GlobalWord>>

const lists = new WeakMap<GlobalWords, Listed>()

/** By their plain form; where two mean the same word, who wants a person gets one. */
function listed(words: GlobalWords): Listed {
  const known = lists.get(words)
  if (known) return known
  const list: Listed = { ES: listOf(words, 'ES'), EN: listOf(words, 'EN') }
  lists.set(words, list)
  return list
}

const ORDER: readonly GlobalWord[] = ['help', 'menu', 'restart', 'cancel', 'person']

function listOf(words: GlobalWords, language: Language): Map<string, GlobalWord> {
  const list = new Map<string, GlobalWord>()
  for (const word of ORDER) for (const phrase of words[word][language] ?? []) list.set(plainText(phrase), word)
  list.delete('')
  return list
}

const both = (es: string, en: string): LocalWords => ({ ES: es.split(', '), EN: en.split(', ') })

/** What a new bot understands; a tenant changes them as she likes. */
export const defaultGlobalWords: GlobalWords = {
  menu: both(
    'menú, menu principal, el menú, ver menú, ver el menú, ir al menú, volver al menú, regresar al menú, quiero ver el menú, inicio, ir al inicio, volver al inicio, opciones, ver opciones, qué opciones hay, principal, página principal',
    'menu, main menu, the menu, show menu, show me the menu, see the menu, go to the menu, go to menu, back to menu, back to the menu, back to main menu, home, main, options, show options, see options, what are my options',
  ),
  help: both(
    'ayuda, ayúdame, ayúdeme, necesito ayuda, quiero ayuda, me ayuda, me puede ayudar, me puedes ayudar, socorro, auxilio, no entiendo, no entendí, cómo funciona, cómo funciona esto, qué puedes hacer, qué puede hacer, qué hago, instrucciones',
    'help, help me, i need help, need help, can you help me, can you help, could you help me, i do not understand, i don\'t understand, how does this work, how does it work, what can you do, what do i do, instructions',
  ),
  person: both(
    'persona, una persona, humano, un humano, agente, un agente, asesor, asesora, un asesor, una asesora, representante, un representante, operador, operadora, un operador, ejecutivo, servicio al cliente, atención al cliente, hablar con una persona, hablar con alguien, hablar con un agente, hablar con un representante, hablar con un asesor, hablar con un humano, hablar con servicio al cliente, quiero hablar con una persona, quiero hablar con alguien, quiero hablar con un agente, quiero hablar con un representante, quiero hablar con un asesor, quiero hablar con un humano, quiero una persona, necesito hablar con alguien, necesito hablar con una persona, me comunica con alguien, me comunica con un representante, comuníqueme con una persona, comuníqueme con un representante, comuníqueme con un agente, páseme con una persona, páseme con un agente, páseme con un representante, no quiero hablar con un robot, no quiero un robot',
    'person, a person, human, a human, real person, a real person, agent, an agent, live agent, representative, a representative, operator, advisor, customer service, customer support, talk to a person, talk to a human, talk to someone, talk to somebody, talk to an agent, talk to a representative, speak to a person, speak to a human, speak to someone, speak to an agent, speak to a representative, speak with someone, speak with a person, i want to talk to a person, i want to talk to someone, i want to talk to an agent, i want to speak to someone, i want to speak to a person, i want to speak to an agent, i want a person, i need a person, i need to talk to someone, i need to speak to someone, connect me to an agent, connect me with someone, i do not want a robot, i don\'t want to talk to a bot',
  ),
  cancel: both(
    'cancelar, cancela, cancele, cancélalo, cancélelo, cancelar todo, quiero cancelar, lo quiero cancelar, salir, quiero salir, terminar, parar, detener, deténgase, olvídalo, olvídelo, déjalo, déjelo, deja eso, deje eso, déjelo así, déjalo así, mejor no sigo, ya no quiero, no quiero seguir, no quiero continuar, abandonar',
    'cancel, cancel it, cancel that, cancel everything, i want to cancel, exit, quit, stop, stop it, end, leave, abort, forget it, forget that, never mind, nevermind, leave it, i do not want to continue, i don\'t want to continue, i want to stop',
  ),
  restart: both(
    'reiniciar, empezar de nuevo, comenzar de nuevo, iniciar de nuevo, empezar otra vez, comenzar otra vez, volver a empezar, volver a comenzar, quiero empezar de nuevo, quiero comenzar de nuevo, empecemos de nuevo, comencemos de nuevo, desde el principio, desde cero, empezar desde cero, de nuevo, otra vez, borrón y cuenta nueva',
    'restart, start again, start over, begin again, start from scratch, from the beginning, start from the beginning, from scratch, let\'s start over, let\'s start again, i want to start over, i want to start again, reset, again, redo',
  ),
}
