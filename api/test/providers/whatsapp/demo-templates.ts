import type { TemplateRegistry } from './template-registry.ts'

/** What a business has had approved before anybody connects it. */
export const demoTemplates: Parameters<TemplateRegistry['add']>[0][] = [
  {
    name: 'recordatorio_cita', language: 'es', category: 'UTILITY',
    components: [
      { type: 'BODY', text: 'Hola {{1}}, le recordamos su cita del {{2}}.', example: { body_text: [['Ana', 'lunes']] } },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Confirmar' }, { type: 'QUICK_REPLY', text: 'Cambiar' }] },
    ],
  },
  {
    name: 'retomar_conversacion', language: 'es', category: 'MARKETING',
    components: [{ type: 'BODY', text: 'Hola {{1}}, ¿podemos seguir con su consulta?', example: { body_text: [['Ana']] } }, { type: 'FOOTER', text: 'Escriba PARAR para no recibir más.' }],
  },
]
