export default {
  service: 'Atención', understanding: 'Comprensión', knowledge: 'Q&A', organisation: 'Empresa', commercial: 'Comercial',
  import: { from: 'De dónde', file: 'Archivo', text: 'Texto' },
  botFile: { missing: 'El archivo «{name}» no está aquí. Súbelo de nuevo.', open: 'Abrir {name}' },
  file: { drop: 'Suelta aquí tu archivo', choose: 'Elegir archivo', chooseOther: 'Elegir otro' },
  problems: {
    title: 'Sin problemas | 1 problema | {n} problemas', text: 'Lo que tiene un problema se queda fuera. Todo lo demás entra.', line: 'Línea {n}', first: 'Se muestran los primeros {n}.',
  },
  misunderstood: {
    reason: { LOW_CONFIDENCE: 'No entendió', CORRECTED: 'Corregido', HANDED_OFF: 'Pidió una persona', THUMBS_DOWN: 'Mala respuesta', UNANSWERED: 'Sin respuesta' },
    times: '{n} mensajes | 1 mensaje | {n} mensajes', messages: 'Ver {n} mensajes | Ver el mensaje | Ver {n} mensajes', hideMessages: 'Ocultar mensajes', older: 'y 1 más antiguo | y {n} más antiguos',
    conversation: 'Abrir la conversación', confidence: 'confianza {percent}',
    undone: 'Deshecho: está de nuevo por revisar',
  },
}
