import { buttons, flow, list, onIntent, onWords, option, own, say, t } from '../build/index.ts'
import { askClinic } from './clinic.ts'

export const centresFlow = flow('centres', {
  name: 'Centros y horarios',
  description: 'Dirección, horario, teléfono y mapa de cada centro.',
  variables: [own('centres', 'LIST'), own('centre', 'OBJECT')],
  triggers: [
    onIntent('location_hours'), onIntent('find_provider'),
    onWords(['horario', 'horarios', 'a qué hora abren', 'a qué hora cierran', 'dónde están', 'dirección', 'ubicación', 'sucursales', 'centros'], ['hours', 'opening hours', 'where are you', 'address', 'location', 'centres', 'branches']),
  ],
  steps: {
    find: askClinic('list_centres', {}, { save: [{ from: 'centres', to: 'centres' }], next: 'which' }),
    which: list({
      text: t('Estos son nuestros centros. ¿De cuál desea los datos?', 'These are our centres. Which one would you like to know about?'),
      items: { list: 'centres', title: t('{{ item.name | truncate: 20 }}', '{{ item.name | truncate: 20 }}'), description: t('{{ item.city }}', '{{ item.city }}'), most: 9, to: 'details' },
      options: { none: option(t('Ninguno', 'None'), 'anything_else') },
      saveAs: 'centre',
    }),
    details: say([
      t(
        '*{{ centre.name }}*\n{{ centre.address }}\nHorario: {{ centre.hours }}\nTeléfono: {{ centre.phone }}{% if centre.emergencies %}\nEmergencias: las 24 horas.{% endif %}',
        '*{{ centre.name }}*\n{{ centre.address }}\nHours: {{ centre.hours }}\nPhone: {{ centre.phone }}{% if centre.emergencies %}\nEmergency room: open 24 hours.{% endif %}',
      ),
      t('Cómo llegar: {{ centre.mapUrl }}', 'How to get there: {{ centre.mapUrl }}'),
    ], 'more'),
    more: buttons({
      text: t('¿Desea ver otro centro?', 'Would you like to see another centre?'),
      options: {
        another: option(t('Sí, otro centro', 'Yes, another'), 'which', { words: ['sí', 'si', 'yes'] }),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
  },
})
