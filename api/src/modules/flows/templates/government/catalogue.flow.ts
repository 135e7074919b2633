import { buttons, flow, jump, onIntent, onWords, option, own, path, say, t } from '../build/index.ts'
import { askInstitution } from './institution.ts'
import { categoryMenu, serviceDetails, serviceMenu, unknownOr } from './service-choice.ts'

export const catalogueFlow = flow('catalogue', {
  name: 'Catálogo de servicios',
  description: 'Requisitos, costo y tiempo de cada servicio; desde ahí se solicita.',
  variables: [own('category', 'TEXT'), own('services', 'LIST'), own('chosen', 'OBJECT')],
  triggers: [
    onIntent('service_requirements'),
    onWords(['requisitos', 'qué necesito para', 'qué servicios', 'servicios', 'cuánto cuesta', 'cuánto tarda'], ['requirements', 'what do i need', 'services', 'how much does it cost', 'how long does it take']),
  ],
  summary: t('Consulta del catálogo.{% if chosen %} Servicio: {{ chosen.name }}.{% endif %}', 'Looking at the catalogue.{% if chosen %} Service: {{ chosen.name }}.{% endif %}'),
  steps: {
    category: categoryMenu('find'),
    find: askInstitution('list_services', { category: path('category') }, { save: [{ from: 'services', to: 'services' }], next: 'which', failed: 'why_not' }),
    why_not: unknownOr('nothing', '¿No hay o falló?'),
    nothing: say(t('En ese grupo no tenemos servicios por ahora. Veamos los demás.', 'There are no services of that kind at the moment. Let us look at the others.'), 'category'),
    which: serviceMenu('details'),
    details: say(serviceDetails, 'more'),
    more: buttons({
      text: t('¿Desea solicitarlo ahora?', 'Would you like to request it now?'),
      options: {
        request: option(t('Sí, solicitarlo', 'Yes, request it'), 'request', { words: ['sí', 'si', 'yes'] }),
        another: option(t('Ver otro servicio', 'See another one'), 'category', { words: ['otro', 'another'] }),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    request: jump('service_request', { serviceKey: path('chosen.key') }),
  },
})
