import type { BotContent, BotSettings, Flow, GlobalWords, Language, LocalText } from '@botpro/graphql/flows'

const WORDS: GlobalWords = {
  menu: { ES: ['menú', 'opciones', 'inicio'], EN: ['menu', 'options'] },
  help: { ES: ['ayuda'], EN: ['help'] },
  person: { ES: ['persona', 'agente', 'representante', 'humano'], EN: ['person', 'agent', 'representative', 'human'] },
  cancel: { ES: ['cancelar', 'salir'], EN: ['cancel', 'quit'] },
  restart: { ES: ['empezar de nuevo', 'reiniciar'], EN: ['start again', 'restart'] },
}

const TEXTS: BotSettings['texts'] = {
  help: {
    ES: 'Puede escribir «menú» para ver las opciones, «cancelar» para dejar lo que está haciendo, o «persona» para hablar con alguien de nuestro equipo.',
    EN: 'You can write “menu” to see the options, “cancel” to leave what you are doing, or “person” to talk to somebody of our team.',
  },
  cancelled: { ES: 'Listo, lo dejamos ahí. ¿En qué más le puedo ayudar?', EN: 'All right, we leave it there. What else can I do for you?' },
  notUnderstood: { ES: 'Disculpe, no le entendí. ¿Me lo puede decir de otra forma?', EN: 'Sorry, I did not understand. Could you say it another way?' },
  trouble: { ES: 'Tuvimos un inconveniente de nuestro lado. Le paso con una persona de nuestro equipo.', EN: 'Something went wrong on our side. I am passing you to a person of our team.' },
  handOff: { ES: 'Le paso con una persona de nuestro equipo. En un momento le atiende.', EN: 'I am passing you to a person of our team, who will be with you in a moment.' },
  outOfHours: { ES: 'En este momento no estamos en horario. Le respondemos en cuanto abramos.', EN: 'We are closed right now. We will answer as soon as we open.' },
}

const GREETING: LocalText = { ES: '¡Hola! ¿En qué le puedo ayudar?', EN: 'Hello! How can I help you?' }

export const WELCOME = 'bienvenida'

/** What a bot says before anybody said it otherwise. The other language stands there already, for the day it is added. */
export const newContent = (language: Language): BotContent => ({
  settings: { languages: [language], words: WORDS, mainFlow: WELCOME, texts: TEXTS, answersInBetween: true },
  flows: [{
    ...emptyFlow({ key: WELCOME, name: language === 'ES' ? 'Bienvenida' : 'Welcome' }, GREETING),
    triggers: [{ id: 'first', kind: 'FIRST_MESSAGE' }],
  }],
  tests: [],
})

/** One step that says something, begun by nothing. */
export const emptyFlow = ({ key, name, description }: Pick<Flow, 'key' | 'name' | 'description'>, text: LocalText = {}): Flow => ({
  key, name, ...(description ? { description } : {}), variables: [], triggers: [], start: 'say1',
  steps: [{ id: 'say1', kind: 'SAY', position: { x: 0, y: 0 }, next: {}, messages: [{ kind: 'TEXT', text }] }],
})
