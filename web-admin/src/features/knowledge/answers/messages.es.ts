export default {
  open: 'Probar', title: 'Probar', text: 'Pregunta como un cliente y mira qué diría el bot, y por qué.', question: 'Pregunta de prueba', placeholder: '¿Hasta qué hora abren los sábados?',
  conversation: 'Conversación de prueba', nothing: 'Q&A no tiene respuesta para esto.', repaired: 'Leyó «{typed}» como «{read}».',
  fromQuestion: 'De la pregunta', fromSource: 'De la fuente', isLearning: 'Aún aprendiendo los últimos cambios. La respuesta se actualiza sola en unos segundos.',
  why: 'Por qué', confidence: 'Qué tan seguro está', threshold: 'Responde a partir de {threshold}, donde está la raya.', below: 'Como no llega, no la da.',
  exact: 'Está escrita exactamente así entre tus preguntas.', words: 'Tiene {percent} de lo que se preguntó:', found: 'Lo que encontró',
  addWording: 'Agregar como otra forma de preguntar', addWordingTo: 'Agregar como otra forma de preguntar «{question}»', write: 'Escribir una respuesta',
  wordingAdded: 'Ahora es otra forma de «{question}»', wordingRemoved: 'Deshecho', wordingChanged: 'La pregunta cambió mientras tanto. Quítala desde su página.',
  empty: 'El bot no tiene con qué responder', emptyText: 'Escribe una pregunta con su respuesta o agrega una fuente.',
  summaryFaqs: 'Hoy no hay preguntas vigentes. | Hoy responde con 1 pregunta. | Hoy responde con {n} preguntas.',
  summarySources: '- | Además busca en {passages} fragmentos de 1 fuente. | Además busca en {passages} fragmentos de {n} fuentes.',
}
