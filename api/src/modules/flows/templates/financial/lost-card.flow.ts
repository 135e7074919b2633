import { answers, ask, flow, handOff, onIntent, onWords, own, t } from '../build/index.ts'

/** Nothing is asked that could wait until the card is blocked. */
export const lostCardFlow = flow('lost_card', {
  name: 'Tarjeta perdida o robada',
  description: 'Pasa de inmediato a una persona para bloquear la tarjeta.',
  variables: [own('cardEnding', 'TEXT', { personal: true })],
  triggers: [onIntent('lost_card'), onIntent('stolen_card'), onWords(['me robaron', 'perdí la tarjeta', 'perdí mi tarjeta', 'se me perdió la tarjeta', 'bloquear tarjeta', 'bloquear mi tarjeta'], ['lost my card', 'stolen card', 'block my card'])],
  steps: {
    ask_ending: ask({
      text: t('No se preocupe, la bloqueamos enseguida. ¿Recuerda los últimos cuatro dígitos? Si no, escriba «no sé».', 'Do not worry, we will block it right away. Do you remember the last four digits? If not, write “I do not know”.'),
      answer: answers.freeText(1, 60), saveAs: 'cardEnding', retries: 0, next: 'block', failed: 'block',
    }),
    block: handOff({
      text: t('Gracias. Le paso de inmediato con la persona que la bloqueará.', 'Thank you. I am passing you at once to the person who will block it.'),
      priority: 'URGENT',
      summary: t('BLOQUEAR TARJETA, perdida o robada.{% if cardEnding %} Últimos dígitos, según dice: {{ cardEnding }}.{% endif %}', 'BLOCK CARD, lost or stolen.{% if cardEnding %} Last digits, as told: {{ cardEnding }}.{% endif %}'),
      next: 'to_menu',
    }),
  },
})
