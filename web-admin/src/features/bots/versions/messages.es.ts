export default {
  title: 'Versiones', draft: 'Borrador', draftSame: 'Dice lo mismo que la versión {number}.', seeChanges: 'Ver cambios', history: 'Historial', withSnapshots: 'Mostrar copias',
  number: 'Versión {number}', snapshot: 'Copia del borrador', snapshotOf: 'Copia del {when}', live: 'En vivo', by: '{name}, {when}', accepted: 'Publicada con avisos', acceptedOne: '{code} ({n}): {reason}', testsOverridden: 'Fallaban {tests}: {reason}',
  empty: 'Todavía no hay versiones', emptyText: 'Cuando publicas, el borrador queda guardado como una versión que ya no cambia. Tus clientes hablan siempre con una versión.',
  compare: 'Comparar', compareText: 'Qué se agregó, qué se quitó y qué cambió.', from: 'Desde', to: 'Hasta', before: 'Antes', after: 'Después', same: 'No hay diferencias', sameText: 'Las dos dicen lo mismo.', reordered: 'Los flujos se prueban en otro orden.',
  moved: '1 paso solo cambió de lugar en el lienzo. | 1 paso solo cambió de lugar en el lienzo. | {n} pasos solo cambiaron de lugar en el lienzo.', kind: { ADDED: 'Agregado', REMOVED: 'Quitado', CHANGED: 'Cambiado' }, nothing: 'nada', yes: 'sí', no: 'no', wholeFile: 'Todo el archivo',
  export: 'Exportar',
  publish: {
    open: 'Publicar…', title: 'Publicar la versión {number}', text: 'El borrador queda guardado como versión. Servirá a tus clientes cuando el bot esté en vivo.', textLive: 'El bot está en vivo: las conversaciones nuevas usarán esta versión desde ahora. Las que están en curso siguen con la suya.',
    note: '¿Qué hay de nuevo?', noteHelp: 'Lo verá tu equipo en el historial.', nothingNew: 'El borrador dice lo mismo que la última versión publicada.', clean: 'La revisión no encontró nada que corregir.',
    errors: 'No hay errores | Corrige 1 error antes de publicar | Corrige {n} errores antes de publicar', warnings: 'Sin avisos | Se puede publicar con 1 tipo de aviso si dices por qué | Se puede publicar con {n} tipos de aviso si dices por qué de cada uno',
    reason: 'Por qué está bien así | Por qué está bien así | Por qué están bien así', tests: 'Pruebas', noTests: 'El bot no tiene pruebas.', testsPass: 'Sin pruebas | La única prueba pasa. | Las {n} pruebas pasan.', testsFail: 'Fallan {failed} de {count} pruebas.',
    override: 'Por qué se publica aunque fallen', overrideHelp: 'Queda en la versión y en la auditoría.', action: 'Publicar', anyway: 'Publicar aunque fallen', refused: 'No se pudo publicar: revisa que la nota y las razones tengan 500 letras o menos.',
    foundMore: 'La revisión encontró algo más. Ya lo ves aquí.', changed: 'Alguien cambió el borrador mientras lo mirabas. Ya ves lo último: revísalo y publica de nuevo.', done: 'Publicaste la versión {number}', doneLive: 'La versión {number} ya atiende a tus clientes',
  },
  restore: {
    action: 'Restaurar en el borrador', title: '¿Restaurar la versión {number} en el borrador?', titleSnapshot: '¿Restaurar esta copia en el borrador?', text: 'El borrador pasará a decir lo que dice esta versión: flujos, ajustes y pruebas. El borrador de ahora queda guardado como copia en el historial, así que puedes volver a él. Lo que atiende a tus clientes no cambia.',
    done: 'El borrador es ahora esa versión; el anterior quedó como copia', undone: 'El borrador volvió a ser el de antes', refused: 'No se pudo restaurar esta versión.',
  },
  use: {
    action: 'Usar ahora', title: '¿Atender con la versión {number} desde ahora?', text: 'Las conversaciones nuevas usarán esta versión enseguida. Las que están en curso siguen con la suya, y el borrador no cambia.', reason: 'Por qué', reasonHelp: 'Queda en la auditoría.', done: 'La versión {number} atiende a tus clientes', notLive: 'El bot ya no está en vivo. Pásalo a vivo y atenderá con su versión más nueva.', refused: 'No se pudo usar esta versión.',
  },
  import: {
    action: 'Importar', title: 'Importar un archivo', text: 'El borrador pasará a decir lo que dice el archivo. El borrador de ahora queda guardado como copia en el historial.', formats: 'JSON que se exportó de un bot, hasta 5 MB', tooLarge: 'El archivo pasa de 5 MB.', refused: 'No se pudo importar este archivo.', submit: 'Reemplazar el borrador',
    done: 'El borrador es ahora el del archivo; el anterior quedó como copia', problems: 'Sin problemas | El archivo tiene 1 problema; no se cambió nada | El archivo tiene {n} problemas; no se cambió nada',
    problem: { missing: 'Falta este dato.', unknown: 'Hay un dato que no se conoce.', noJson: 'El archivo no es JSON.', tooMuch: 'Es demasiado largo o demasiado grande.', tooLittle: 'Es demasiado corto o demasiado pequeño.', choice: 'No es una de las opciones que hay.', form: 'No tiene la forma que debe tener.', type: 'Es de otro tipo de dato.', other: 'Este valor no se puede usar.' },
  },
  field: {
    flows: 'Flujo', steps: 'Paso', tests: 'Prueba', settings: 'Ajustes', messages: 'Mensaje', text: 'Texto', texts: 'Textos', options: 'Opción', title: 'Título', subtitle: 'Subtítulo', description: 'Descripción', words: 'Palabras', name: 'Nombre', key: 'Clave', kind: 'Tipo', type: 'Tipo', next: 'Lleva a', note: 'Nota',
    start: 'Empieza en', triggers: 'Disparador', variables: 'Variable', scope: 'Dura', passed: 'Entra o sale', initial: 'Valor inicial', personal: 'Dato personal', rules: 'Regla', when: 'Condición', all: 'Todas', any: 'Alguna', none: 'Ninguna', left: 'Se compara', operator: 'Comparación', right: 'Con', assignments: 'Valor que se guarda',
    to: 'En', from: 'De', value: 'Valor', literal: 'Valor', path: 'Variable', template: 'Plantilla', connector: 'Conector', operation: 'Operación', input: 'Dato', save: 'Se guarda', saveAs: 'Guardar en', waitText: 'Texto mientras espera', table: 'Tabla', where: 'Donde', method: 'Verificación', via: 'Por', minutes: 'Minutos',
    attempts: 'Intentos', question: 'Pregunta', questions: 'Pregunta', expected: 'Respuesta correcta', flow: 'Flujo', step: 'Paso', parameters: 'Dato', results: 'Resultado', until: 'Hasta', event: 'Evento', queue: 'Cola', priority: 'Prioridad', summary: 'Resumen', fields: 'Dato', survey: 'Encuesta', intro: 'Presentación', thanks: 'Agradecimiento',
    add: 'Agregar', remove: 'Quitar', action: 'Acción', service: 'Servicio', resource: 'Recurso', slot: 'Hora', appointment: 'Cita', most: 'Como máximo', amount: 'Monto', reference: 'Referencia', currency: 'Moneda', outcome: 'Resultado', failed: 'Terminó mal', closes: 'Cierra la conversación', answer: 'Respuesta', retries: 'Reintentos',
    notUnderstood: 'Si no se entiende', help: 'Ayuda', skipIfKnown: 'No preguntar si ya se sabe', style: 'Se muestra como', items: 'Opciones de una lista', list: 'Lista', variants: 'Variante', channels: 'Canales', url: 'Dirección', image: 'Imagen', source: 'Archivo', fileId: 'Archivo', buttons: 'Botón', urlTitle: 'Texto del enlace', caption: 'Pie', latitude: 'Latitud',
    longitude: 'Longitud', address: 'Dirección', intent: 'Intención', option: 'Opción', link: 'Enlace', languages: 'Idiomas', mainFlow: 'Flujo principal', handOffFlow: 'Flujo para pasar a persona', answersInBetween: 'Preguntas en medio de un flujo', menu: 'Menú', person: 'Pedir una persona', cancel: 'Cancelar', restart: 'Empezar de nuevo',
    cancelled: 'Cuando cancela', trouble: 'Cuando algo falla', handOff: 'Al pasar a una persona', outOfHours: 'Fuera de horario', outOfHoursText: 'Fuera de horario', hours: 'Horario', remarks: 'Observaciones', interrupts: 'Interrumpe siempre', optional: 'Se puede omitir', lines: 'Línea', that: 'Se espera', recordings: 'Respuesta grabada', channel: 'Canal', language: 'Idioma', at: 'Momento', contact: 'Contacto', format: 'Formato', min: 'Mínimo', max: 'Máximo', minLength: 'Mínimo de letras',
    maxLength: 'Máximo de letras', entity: 'Entidad', accept: 'Archivos', position: 'Lugar en el lienzo',
  },
}
