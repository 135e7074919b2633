import { flow, onFirstMessage, onWords, say, t } from '../build/index.ts'

/** Stands last in a bot: whatever else begins with the first words comes before. */
export const welcomeFlow = flow('welcome', {
  name: 'Bienvenida',
  triggers: [
    onFirstMessage(),
    onWords(['hola', 'buenas', 'buenos días', 'buenas tardes', 'buenas noches', 'saludos'], ['hello', 'hi', 'good morning', 'good afternoon', 'good evening']),
  ],
  steps: {
    hello: say(t('¡Hola! Le damos la bienvenida a {{ company.name }}. Soy su asistente virtual.', 'Hello! Welcome to {{ company.name }}. I am your virtual assistant.'), 'to_menu'),
  },
})
