import { buttons, flow, jump, list, literal, onIntent, onWords, option, own, say, t } from '../build/index.ts'
import { askInstitution } from './institution.ts'

export const officesFlow = flow('offices', {
  name: 'Oficinas y horarios',
  description: 'Dirección, horario, servicios y mapa de cada oficina; desde ahí se puede agendar.',
  variables: [own('offices', 'LIST'), own('office', 'OBJECT')],
  triggers: [
    onIntent('office_hours'),
    onWords(['horario', 'horarios', 'a qué hora abren', 'a qué hora cierran', 'dónde están', 'dirección', 'oficinas', 'oficina más cercana'], ['hours', 'opening hours', 'where are you', 'address', 'offices', 'nearest office']),
  ],
  steps: {
    find: askInstitution('list_offices', {}, { save: [{ from: 'offices', to: 'offices' }], next: 'which' }),
    which: list({
      text: t('Estas son nuestras oficinas. ¿De cuál desea los datos?', 'These are our offices. Which one would you like to know about?'),
      items: { list: 'offices', title: t('{{ item.name | truncate: 20 }}', '{{ item.name | truncate: 20 }}'), description: t('{{ item.city }}', '{{ item.city }}'), most: 9, to: 'details' },
      options: { none: option(t('Ninguna', 'None'), 'anything_else') },
      saveAs: 'office',
    }),
    details: say([
      t(
        '*{{ office.name }}*\n{{ office.address }}\nHorario: {{ office.hours }}\nServicios: {{ office.services }}\nTeléfono: {{ office.phone }}',
        '*{{ office.name }}*\n{{ office.address }}\nHours: {{ office.hours }}\nServices: {{ office.services }}\nPhone: {{ office.phone }}',
      ),
      t('Cómo llegar: {{ office.mapUrl }}', 'How to get there: {{ office.mapUrl }}'),
    ], 'more'),
    more: buttons({
      text: t('¿Desea algo más de nuestras oficinas?', 'Anything else about our offices?'),
      options: {
        another: option(t('Ver otra oficina', 'See another one'), 'which', { words: ['otra', 'another'] }),
        book: option(t('Agendar una cita', 'Book an appointment'), 'book', { words: ['cita', 'appointment'] }),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    book: jump('appointment_booking', { time: literal(null) }),
  },
})
