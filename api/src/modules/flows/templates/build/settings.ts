import type { BotSettings } from '@botpro/graphql/flows'
import { defaultGlobalWords } from '../../engine/global-words.ts'
import { t } from './text.ts'

/** What the bots of all sectors have in common; their tenants change it. */
export const botSettings = (more: Partial<BotSettings> = {}): BotSettings => ({
  languages: ['ES', 'EN'],
  mainFlow: 'main_menu',
  handOffFlow: 'person',
  answersInBetween: true,
  words: defaultGlobalWords,
  texts: {
    help: t(
      'Puede responderme con sus propias palabras o tocar una de las opciones. Si escribe «menú», volvemos al principio; con «cancelar» dejamos lo que estamos haciendo, y con «persona» le atiende alguien de nuestro equipo.',
      'You can answer in your own words or tap one of the options. Write “menu” to go back to the beginning, “cancel” to leave what we are doing, or “person” to talk to someone on our team.',
    ),
    cancelled: t('Listo, lo dejamos así. Cuando guste, escriba «menú» y seguimos.', 'All right, we will leave it there. Whenever you like, write “menu” and we will go on.'),
    notUnderstood: t('Disculpe, no le entendí. ¿Me lo puede decir de otra manera?', 'Sorry, I did not understand that. Could you put it another way?'),
    trouble: t('Disculpe, algo falló de nuestro lado. Una persona de nuestro equipo seguirá con usted.', 'I am sorry, something went wrong on our side. Someone on our team will carry on with you.'),
    handOff: t('Enseguida le atiende una persona de nuestro equipo.', 'Someone on our team will be with you shortly.'),
    outOfHours: t(
      'Ahora mismo estamos fuera de horario. Déjenos su mensaje y una persona le responderá en cuanto abramos.',
      'We are closed at the moment. Leave us your message and someone will answer as soon as we open.',
    ),
  },
  ...more,
})
