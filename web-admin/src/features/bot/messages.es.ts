export default {
  title: 'Menú del bot', text: 'Lo que el bot ofrece y responde por sí solo, en los dos idiomas.',
  menu: 'Menú', menuText: 'Texto sobre el menú', menuHelp: 'Se muestra encima de las opciones.',
  notUnderstood: 'Cuando no entiende', notUnderstoodHelp: 'Lo que dice antes de mostrar el menú otra vez.',
  options: 'Opciones', optionsText: 'Se muestran en este orden. Arrástralas o usa las flechas.', addOption: 'Agregar opción',
  optionTitle: 'Título', optionAction: 'Qué hace', optionAnswer: 'Respuesta', optionId: 'Opción {n}',
  up: 'Subir', down: 'Bajar', removeOption: 'Quitar «{title}»', drag: 'Mover «{title}»',
  action: { ANSWER: 'Responde con un texto', OPENING_HOURS: 'Dice el horario de atención', TALK_TO_A_PERSON: 'Pasa a una persona' },
  actionHelp: {
    OPENING_HOURS: 'La respuesta se toma del horario de atención, siempre al día.',
    TALK_TO_A_PERSON: 'La conversación entra a la cola de tu equipo; fuera de horario se dice el texto del canal.',
  },
  noOptions: 'Sin opciones, el bot solo responde que no entiende.', tooMany: 'El menú admite hasta 10 opciones.',
  fix: 'Hay textos vacíos en {languages}.', reserved: 'La opción «{title}» en {language} ocupa el lugar de un botón propio del bot («Menú principal» o «Hablar con una persona»). Quítala y agrégala de nuevo.',
  saved: 'Menú guardado. El bot ya lo usa.', preview: 'Vista previa',
  idle: 'Conversaciones sin actividad', idleHours: 'Horas sin un mensaje', idleHelp: 'Después se cierra sola la conversación que solo lleva el bot; quien vuelve a escribir empieza de nuevo. Si un flujo espera una fecha, un evento o un pago, sigue abierta hasta que pase.',
  languageName: { ES: 'español', EN: 'inglés' },
  copyFrom: 'Copiar las opciones del {language}', copyTitle: '¿Reemplazar las opciones?', copyText: 'Las opciones en {to} se reemplazan por una copia de las de {from}, para traducirlas.', copyConfirm: 'Reemplazar',
}
