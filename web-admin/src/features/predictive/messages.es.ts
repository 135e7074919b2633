export default {
  title: 'Modelo predictivo', text: 'Un servidor de modelos de tu empresa que ayuda al bot cuando él solo no está seguro.',
  add: 'Conectar un modelo', edit: 'Editar modelo', added: 'Modelo conectado. Pruébalo antes de confiar en él.', saved: 'Modelo guardado', on: 'Encendido', off: 'Apagado',
  empty: 'No hace falta ningún modelo', emptyText: 'ELENA y las preguntas y respuestas funcionan completas sin él, y nada sale de BotPro. Si tu empresa tiene un servidor compatible con OpenAI, puedes conectarlo aquí.',
  leaves: 'Esto sale de tu empresa', leavesText: 'Lo que escriben los clientes y los textos de tus preguntas y fuentes se envían a ese servidor. Asegúrate de que tu aviso de privacidad y tu contrato con quien lo opera lo permiten.',
  keyEnds: 'La clave termina en {lastFour}', usedUp: 'Límite alcanzado', callsOf: '{calls} de {limit} llamadas este mes',
  purpose: { GENERATE: 'Redactar respuestas', CLASSIFY: 'Elegir la intención', RERANK: 'Ordenar lo encontrado', ENCODE: 'Comparar significados' },
  purposeText: {
    GENERATE: 'Redacta con lo que encontraron tus preguntas y fuentes, y solo con eso. Lo que no esté ahí no se dice.', CLASSIFY: 'Cuando ELENA no está segura, elige entre tus intenciones, o ninguna.',
    RERANK: 'Un modelo de reordenamiento (rerank) pone primero lo que mejor responde.', ENCODE: 'Un modelo de vectores (embeddings) pone primero lo más parecido.',
  },
  test: 'Probar', testOf: 'Probar «{purpose}» en {name}', answered: 'Respondió', took: 'en {ms} ms', ms: '{ms} ms',
  problem: {
    UNREACHABLE: 'No hay conexión con el servidor.', ADDRESS_NOT_ALLOWED: 'Esa dirección no se puede usar: tiene que ser https y pública.', TIMED_OUT: 'Tardó demasiado.', KEY_REFUSED: 'No aceptó la clave.',
    NOT_THERE: 'Ahí no hay nada, o no conoce ese modelo.', QUESTION_REFUSED: 'No aceptó la pregunta.', TOO_OFTEN: 'Dice que se le pregunta demasiado.', SERVER_FAILED: 'Falló por su cuenta.',
    TOO_LARGE: 'Envió más de lo que cabe en una respuesta.', NOT_UNDERSTOOD: 'Lo que envió no es lo que se esperaba.', LIMIT_REACHED: 'Se acabaron las llamadas de este mes.',
    RESTING: 'Falló varias veces seguidas y lo dejamos descansar un momento.', BUSY: 'Hay demasiadas llamadas en curso.', NOT_SERVED: 'Ningún modelo encendido sirve para esto.',
  },
  usage: 'Uso de este mes', usageOf: 'Modelo', usageNone: 'Este mes no se ha usado.', column: { calls: 'Llamadas', failures: 'Sin respuesta', tokens: 'Tokens (entrada / salida)', average: 'Promedio' },
  removeTitle: '¿Eliminar «{name}»?', removeText: 'La clave se borra de inmediato y el bot sigue sin él. Su uso queda en las cifras.', removed: 'Eliminaste «{name}»',
  problemOf: {
    name: 'Escribe un nombre.', baseUrl: 'Escribe una dirección https, como https://modelos.ejemplo.com/v1.', apiKey: 'Escribe la clave de este servidor: la anterior no se envía a otro.',
    uses: 'Escribe el nombre de al menos un modelo.', purpose: 'Otro modelo encendido ya sirve para esto. Apágalo primero.', monthlyCalls: 'Entre 1 y 10,000,000.', timeoutMs: 'Entre 0.5 y 7 segundos.',
  },
  form: {
    text: 'Cualquier servidor con la interfaz de OpenAI: propio o contratado.', name: 'Nombre', baseUrl: 'Dirección', baseUrlHelp: 'Hasta donde empiezan las rutas, normalmente /v1.',
    key: 'Clave', keyHelp: 'Se guarda sellada y no se vuelve a mostrar.', keyStays: 'Déjala vacía para conservar la que termina en {lastFour}.', keyDrop: 'Quitar la clave guardada',
    uses: 'Para qué sirve', usesHelp: 'Escribe cómo se llama el modelo en ese servidor. Deja vacío lo que no haga.', modelName: 'Nombre del modelo',
    monthlyCalls: 'Llamadas al mes', monthlyCallsHelp: 'Al llegar, el bot sigue sin el modelo.', timeout: 'Espera máxima (segundos)', timeoutHelp: 'Pasado ese tiempo, el bot responde sin él.',
    isOn: 'Encendido', isOnHelp: 'Apagado no recibe nada, salvo tus pruebas.', changedMeanwhile: 'Alguien más cambió este modelo mientras lo editabas. Cierra, ábrelo de nuevo y repite tus cambios.',
  },
  written: {
    ask: 'Ver qué redactaría el modelo', title: 'Con el modelo', cost: 'Cuenta como una llamada.', citations: 'Se apoya en', instead: 'No se usó lo que redactó. El bot diría lo que encontró:', nothing: 'El bot diría que no entendió.',
    refusal: {
      NOT_IN_FORM: 'No respondió en la forma pedida.', NOTHING_FITS: 'Dice que lo encontrado no responde la pregunta.', WITHOUT_CITATION: 'No cita nada, o cita lo que no se le dio.', TOO_LONG: 'Es demasiado largo.',
      MARKUP: 'Trae código, imágenes o enlaces disfrazados.', FACT_OF_ITS_OWN: 'Nombra una dirección, número, fecha o monto que no está en lo que cita.', NOT_GROUNDED: 'Dice cosas que no están en lo que cita.', RULES_REPEATED: 'Repite lo que solo se le dijo a él.',
    },
  },
}
