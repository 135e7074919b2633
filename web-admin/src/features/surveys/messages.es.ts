export default {
  title: 'Satisfacción', text: 'Lo que tus clientes responden cuando el bot les pregunta cómo les fue.',
  span: 'Del {from} al {until}', period: 'Período', periods: { 30: '30 días', 90: '90 días', 365: '1 año' }, survey: 'Encuesta', all: 'Todas las encuestas',
  empty: 'Nadie ha respondido en este período', emptyText: 'Agrega un paso de encuesta a un flujo de tu bot, por ejemplo al terminar de atender. Las respuestas aparecerán aquí.',
  note: 'Las semanas empiezan el lunes. Cada conversación responde cada pregunta una vez.',
  cards: { csat: 'Satisfacción (CSAT)', nps: 'Recomendación (NPS)', answers: 'Respuestas' },
  cardText: { csat: 'Respuestas de 4 y 5 sobre el total', nps: 'Promotores menos detractores, de −100 a +100', answers: 'A todas las preguntas' },
  type: { CSAT: 'CSAT', NPS: 'NPS', CHOICE: 'Opción', TEXT: 'Texto' }, anyType: 'Todas las preguntas', questionType: 'Tipo de pregunta',
  answered: 'Sin respuestas | 1 respuesta | {n} respuestas', distribution: 'Cómo respondieron', answer: 'Respuesta', byWeek: 'Por semana', week: 'Semana', weekOf: 'Del {day}',
  answersTitle: 'Respuestas', noAnswers: 'Ninguna respuesta de este tipo', said: '«{text}»', openConversation: 'Abrir la conversación', visitor: 'Visitante {code}', botAlone: 'Solo el bot',
}
