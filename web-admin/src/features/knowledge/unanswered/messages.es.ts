export default {
  title: 'Sin respuesta', text: 'Lo que tus clientes preguntaron y el bot no supo contestar, juntas las que se parecen. Dale respuesta una vez y la próxima la sabrá.',
  waiting: '{n} mensajes sin respuesta | 1 mensaje sin respuesta | {n} mensajes sin respuesta', search: 'Buscar en los mensajes',
  nearest: 'La pregunta más parecida', resembles: 'Se parece a: {question}',
  action: { nearest: 'Agregar a esta pregunta', pick: 'Otra pregunta', write: 'Escribir respuesta', dismiss: 'Nada que hacer' },
  key: { next: 'siguiente', previous: 'anterior', nearest: 'agregar a la parecida', pick: 'otra pregunta', write: 'escribir respuesta', dismiss: 'nada que hacer', undo: 'deshacer', messages: 'ver mensajes' },
  picker: { title: 'Elegir pregunta', text: '«{text}»', search: 'Buscar una pregunta', all: 'Todas las preguntas' },
  write: {
    title: 'Escribir respuesta', text: 'El mensaje será una forma de hacer la pregunta. | El mensaje será una forma de hacer la pregunta. | Los {n} mensajes serán formas de hacer la pregunta.',
    questionHelp: 'Déjala como la escribió el cliente o mejórala.', submit: 'Guardar', placeholder: 'Lo que dirá el bot',
  },
  assigned: 'Ahora es otra forma de «{question}»', written: 'Pregunta guardada', dismissed: 'Fuera de la lista',
  empty: '¡Todo tiene respuesta!', emptyText: 'Lo que el bot no sepa contestar aparecerá aquí.',
}
