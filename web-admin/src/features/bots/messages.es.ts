import channels from './channels/messages.es.ts'
import golive from './golive/messages.es.ts'
import versions from './versions/messages.es.ts'

export default {
  title: 'Bots', text: 'Cada bot tiene sus flujos, sus ajustes y sus versiones. Lo que cambias es un borrador: tus clientes no lo ven hasta que publicas.',
  name: 'Nombre', description: 'Descripción', new: 'Nuevo bot', rename: 'Cambiar nombre y descripción', archive: 'Archivar', restore: 'Recuperar',
  archived: 'Archivado', archivedText: 'Este bot no atiende a nadie. Puedes recuperarlo con todas sus versiones.', archivedNow: 'Archivaste {name}', restored: 'Recuperaste {name}',
  restoreRefused: 'Ya tienes el máximo de bots. Archiva otro antes de recuperar este.', isLive: 'Este bot está en vivo. Sácalo de vivo antes de archivarlo.', showArchived: 'Mostrar archivados',
  stage: { BUILD: 'En construcción', TEST: 'En pruebas', REVIEW: 'En revisión', LIVE: 'En vivo' },
  liveVersion: 'En vivo · versión {number}', latest: 'Última publicada: versión {number}', unpublished: 'Cambios sin publicar', neverPublished: 'Sin publicar todavía',
  flowCount: 'Sin flujos | 1 flujo | {n} flujos', testCount: 'sin pruebas | 1 prueba | {n} pruebas', changed: 'Cambió {when}', changedBy: '{name}, {when}',
  answers: 'Atiende en', answersNowhere: 'Sin canales todavía', answering: 'Responde ahora', notAnswering: 'No responde ahora',
  empty: 'Crea tu primer bot', emptyText: 'Empieza con una plantilla de tu sector: trae flujos, pruebas y sistemas de muestra que puedes cambiar a tu manera.', emptyAsk: 'Un administrador puede crear el primero.',
  tab: { label: 'Páginas del bot', flows: 'Flujos', settings: 'Ajustes', tests: 'Pruebas', versions: 'Versiones', golive: 'Puesta en vivo', channels: 'Canales' },
  begin: {
    title: 'Nuevo bot', text: 'Elige con qué empieza y ponle un nombre. Todo se puede cambiar después.', with: 'Con qué empieza', nothing: 'Desde cero', nothingText: 'Un saludo y nada más. Tú dibujas el resto.',
    file: 'Desde un archivo', fileText: 'Un bot que se exportó de esta empresa o de otra.', formats: 'JSON, hasta 8 MB', fileLarge: 'El archivo pasa de 8 MB.', chooseFile: 'Elige un archivo.', language: 'Idioma principal', create: 'Crear bot', created: 'Creaste {name}',
    contains: '{flows} y {tests}', tooMany: 'Ya tienes el máximo de bots. Archiva uno que no uses.', anySector: 'Para cualquier empresa', take: 'Usar la plantilla', use: 'Usar la plantilla {name}',
  },
  flows: {
    text: 'Se prueban en este orden: responde el primero cuyo disparador coincide.', new: 'Nuevo flujo', empty: 'Este bot no tiene flujos', emptyText: 'Un flujo es una conversación: qué dice el bot, qué pregunta y qué hace con las respuestas.',
    open: 'Abrir en el estudio', moveUp: 'Subir', moveDown: 'Bajar', up: 'Subir {name}', down: 'Bajar {name}', moved: '{name} quedó en el lugar {place} de {count}', duplicate: 'Duplicar', duplicated: 'Creaste {name}', deleted: 'Eliminaste {name}', restored: 'Recuperaste {name}',
    steps: '1 paso | 1 paso | {n} pasos', noTrigger: 'Solo desde otros flujos', editing: 'Lo edita {names}', isMain: 'Principal', isHandOff: 'Al pasar a persona', name: 'Nombre del flujo', nameHelp: 'Por ejemplo «Consultar saldo».', create: 'Crear y abrir',
    nameRefused: 'Usa otro nombre: este ya está tomado o no se puede usar.', tooMany: 'Este bot ya tiene el máximo de flujos.', restoreRefused: 'No se puede recuperar: otro flujo usa ya su clave, o no caben más.', changedMeanwhile: 'La lista cambió mientras la ordenabas. Ya está al día: inténtalo de nuevo.',
  },
  settings: {
    languages: 'Idiomas', languagesText: 'En los que el bot conversa. Cada texto se escribe en todos.', oneLanguage: 'El bot necesita al menos un idioma.',
    flows: 'Flujos especiales', flowsText: 'Los que se usan en cualquier momento de la conversación.', mainFlow: 'Flujo principal', mainFlowHelp: 'Se muestra con la palabra «menú» y cuando no hay nada más que decir.', handOffFlow: 'Flujo para pasar a persona', handOffFlowHelp: 'Empieza cuando alguien pide una persona. Sin él, la conversación pasa a la cola con los textos de abajo.', noFlow: 'Ninguno', goneFlow: '{key} (ya no existe)',
    answers: 'Preguntas en medio de un flujo', answersLabel: 'Responder desde preguntas y respuestas', answersHelp: 'Si el cliente pregunta otra cosa, el bot contesta y sigue donde estaba.',
    words: 'Palabras globales', wordsText: 'Funcionan en cualquier momento, en cualquier flujo. Escribe una y pulsa Enter.',
    word: { menu: 'Menú', help: 'Ayuda', person: 'Pedir una persona', cancel: 'Cancelar', restart: 'Empezar de nuevo' }, wordPlaceholder: 'Agregar palabra', wordsIn: '{word}, {language}',
    texts: 'Textos', textsText: 'Lo que el bot dice fuera de los flujos. A tus clientes se les trata de usted.', missing: 'Falta el texto en {language}',
    sentence: { help: 'Cuando pide ayuda', cancelled: 'Cuando cancela', notUnderstood: 'Cuando no entiende', trouble: 'Cuando algo falla', handOff: 'Al pasar a una persona', outOfHours: 'Fuera de horario' },
    saved: 'Guardaste los ajustes', refused: 'No se pudo guardar: revisa {field}.',
  },
  versions, golive, channels,
}
