import type { Flow, Trigger } from '@botpro/graphql/flows'
import { branch, buttons, flow, is, jump, option, own, path, say, t, type Text } from '../build/index.ts'

/** `hours` is what the tenant rewrites first. */
export const hoursFlow = (hours: Text, triggers: Trigger[]): Flow => flow('hours', {
  name: 'Horarios',
  description: 'El horario general y si en este momento hay servicio. Cambie aquí el texto por el suyo.',
  triggers,
  variables: [own('place', 'TEXT', { note: 'La ciudad que ELENA oyó: quien la dice busca la sucursal de allí.' })],
  steps: {
    said: branch({ city: { when: is('place', 'IS_SET'), to: 'branches' } }, 'hours', { name: '¿Ya dijo la ciudad?' }),
    hours: say(t(
      `${hours.ES}\n\n{% if hours.open %}Ahora mismo estamos abiertos.{% else %}Ahora mismo estamos cerrados, pero por aquí le atiendo a cualquier hora.{% endif %}`,
      `${hours.EN}\n\n{% if hours.open %}We are open right now.{% else %}We are closed right now, but I am here for you at any time.{% endif %}`,
    ), 'more'),
    more: buttons({
      text: t('Cada sucursal puede tener el suyo. ¿Desea ver el de una en particular?', 'Each branch may have its own. Would you like to see the hours of one of them?'),
      options: {
        yes: option(t('Sí, buscar sucursal', 'Yes, find a branch'), 'branches', { words: ['sí', 'si', 'yes'] }),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    branches: jump('branches', { place: path('place') }),
  },
})
