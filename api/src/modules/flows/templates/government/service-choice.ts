import { branch, is, list, option, t } from '../build/index.ts'

export const categoryMenu = (to: string) => list({
  text: t('¿Qué tipo de servicio busca?', 'What kind of service are you looking for?'),
  options: {
    CERTIFICATE: option(t('Certificados', 'Certificates'), to, { description: t('No antecedentes, residencia, pagos al día', 'Good conduct, residence, payment clearance'), words: ['certificado', 'certificación', 'certificate'] }),
    LICENCE: option(t('Licencias y permisos', 'Licences and permits'), to, { description: t('De comercio, construcción y actividades', 'For trade, building and events'), words: ['licencia', 'permiso', 'licence', 'license', 'permit'] }),
    SERVICE: option(t('Otros servicios', 'Other services'), to, { description: t('Inspecciones y correcciones de datos', 'Inspections and corrections of records'), words: ['otro', 'otros', 'other'] }),
    advice: option(t('No sé cuál necesito', 'I am not sure'), 'to_person'),
  },
  saveAs: 'category',
})

export const serviceMenu = (to: string) => list({
  text: t('¿Cuál de estos?', 'Which of these?'),
  items: {
    list: 'services', title: t('{{ item.title | truncate: 20 }}', '{{ item.title | truncate: 20 }}'), most: 8, to,
    description: t('{% if item.free %}Gratis{% else %}{{ item.fee | money }}{% endif %}, {{ item.days }} día{% if item.days > 1 %}s{% endif %} laborable{% if item.days > 1 %}s{% endif %}', '{% if item.free %}Free{% else %}{{ item.fee | money }}{% endif %}, {{ item.days }} working day{% if item.days > 1 %}s{% endif %}'),
  },
  options: { other: option(t('Ninguno de estos', 'None of these'), 'category', { words: ['otro', 'ninguno'] }) },
  saveAs: 'chosen',
})

/** Where the system was asked for something that it may not know. */
export const unknownOr = (what: string, name: string) => branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: what } }, 'trouble', { name })

export const serviceDetails = t(
  '*{{ chosen.name }}*\nRequisitos:\n{{ chosen.requirements }}\nCosto: {% if chosen.free %}gratis{% else %}{{ chosen.fee | money }}{% endif %}\nTiempo: {{ chosen.days }} día{% if chosen.days > 1 %}s{% endif %} laborable{% if chosen.days > 1 %}s{% endif %}',
  '*{{ chosen.name }}*\nYou need:\n{{ chosen.requirements }}\nCost: {% if chosen.free %}free{% else %}{{ chosen.fee | money }}{% endif %}\nTime: {{ chosen.days }} working day{% if chosen.days > 1 %}s{% endif %}',
)
