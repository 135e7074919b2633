import type { Flow, Key, Trigger } from '@botpro/graphql/flows'
import { answers, ask, branch, buttons, call, flow, is, list, option, own, path, say, t } from '../build/index.ts'

/** The nearest, or those of a city; `connector` is whose operation `find_branches` knows them. */
export const branchesFlow = (connector: Key, triggers: Trigger[]): Flow => flow('branches', {
  name: 'Sucursales',
  description: 'La más cercana por ubicación, o las de una ciudad, con dirección, horario y mapa.',
  variables: [own('here', 'LOCATION', { personal: true }), own('place', 'TEXT', { passed: 'IN', optional: true, note: 'La ciudad; también la que ELENA oyó.' }), own('branches', 'LIST'), own('branch', 'OBJECT')],
  triggers,
  summary: t('Busca una sucursal.{% if place %} Ciudad: {{ place }}.{% endif %}', 'Looking for a branch.{% if place %} City: {{ place }}.{% endif %}'),
  steps: {
    said: branch({ city: { when: is('place', 'IS_SET'), to: 'find_city' } }, 'how', { name: '¿Ya dijo la ciudad?' }),
    how: buttons({
      text: t('¿Cómo prefiere que busquemos la sucursal?', 'How shall we look for the branch?'),
      options: {
        near: option(t('La más cercana', 'The nearest'), 'ask_here', { words: ['cerca de mí', 'ubicación', 'near me', 'location'] }),
        city: option(t('Por ciudad', 'By city'), 'ask_city', { words: ['ciudad', 'city'] }),
      },
    }),
    ask_here: ask({
      text: t('Compártame su ubicación, por favor. La uso solo para buscar la sucursal que le queda más cerca.', 'Please share your location. I only use it to find the branch closest to you.'),
      answer: answers.location, saveAs: 'here', retries: 1,
      notUnderstood: t('No recibí la ubicación. Puede enviarla con el clip o el botón de adjuntar.', 'I did not get the location. You can send it with the attach button.'),
      help: t('Toque el clip o el botón de adjuntar y elija «Ubicación». Si prefiere no compartirla, escriba «menú».', 'Tap the attach button and choose “Location”. If you would rather not share it, write “menu”.'),
      next: 'find_near', failed: 'ask_city',
    }),
    find_near: call(connector, 'find_branches', { location: path('here'), language: path('language') }, { save: [{ from: 'branches', to: 'branches' }], next: 'which' }),
    ask_city: ask({
      text: t('¿En qué ciudad?', 'In which city?'), answer: answers.freeText(2, 60), saveAs: 'place', next: 'find_city',
    }),
    find_city: call(connector, 'find_branches', { city: path('place'), language: path('language') }, { save: [{ from: 'branches', to: 'branches' }], next: 'which', failed: 'why_not' }),
    why_not: branch({ none: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'no_branch' } }, 'trouble', { name: '¿No hay o falló?' }),
    no_branch: buttons({
      text: t('Todavía no tenemos sucursal en {{ place }}. ¿Buscamos en otro lugar?', 'We do not have a branch in {{ place }} yet. Shall we look somewhere else?'),
      options: {
        again: option(t('Otra ciudad', 'Another city'), 'ask_city'),
        near: option(t('La más cercana', 'The nearest'), 'ask_here'),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else'),
      },
    }),
    which: list({
      text: t('Estas son las que encontré. ¿Cuál desea ver?', 'These are the ones I found. Which would you like to see?'),
      items: {
        list: 'branches', most: 8, to: 'show',
        title: t('{{ item.name | truncate: 24 }}', '{{ item.name | truncate: 24 }}'),
        description: t(
          '{% if item.kilometres %}A {{ item.kilometres }} km · {% endif %}{{ item.city }}',
          '{% if item.kilometres %}{{ item.kilometres }} km away · {% endif %}{{ item.city }}',
        ),
      },
      options: { back: option(t('Ninguna, gracias', 'None, thank you'), 'anything_else') },
      saveAs: 'branch',
    }),
    show: say([
      t(
        '{{ branch.name }}\n{{ branch.address }}\nHorario: {{ branch.hours }}\nTeléfono: {{ branch.phone }}',
        '{{ branch.name }}\n{{ branch.address }}\nHours: {{ branch.hours }}\nPhone: {{ branch.phone }}',
      ),
      t('Cómo llegar: {{ branch.map }}', 'How to get there: {{ branch.map }}'),
    ], 'another'),
    another: buttons({
      text: t('¿Desea ver otra sucursal?', 'Would you like to see another branch?'),
      options: {
        yes: option(t('Sí, otra', 'Yes, another'), 'which', { words: ['sí', 'si', 'yes'] }),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
  },
})
