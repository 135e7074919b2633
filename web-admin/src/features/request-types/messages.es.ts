export default {
  title: 'Tipos de solicitud', text: 'Lo que tus clientes pueden pedir —un reclamo, una renovación, un certificado—, qué se anota de cada uno y por qué estados pasa.',
  add: 'Nuevo tipo', empty: 'Todavía no hay tipos de solicitud', emptyText: 'Sin tipos, el bot puede abrir solicitudes con los estados de siempre. Crea uno para darles datos y estados propios.',
  fieldCount: 'Sin datos propios | 1 dato | {n} datos', saved: 'Tipo guardado', deleted: 'Tipo eliminado', gone: 'Este tipo ya no existe',
  deleteTitle: '¿Eliminar «{name}»?', deleteText: 'Las solicitudes de este tipo se quedan como están. El bot abrirá las nuevas con los estados de siempre.',
  identity: 'Identidad', identityText: 'Cómo lo ven tu equipo y tus clientes, y con qué clave lo abre el bot.',
  name: 'Nombre', inLanguage: '{label} ({language})', key: 'Clave', keyHelp: 'Con ella abre el bot estas solicitudes. No se puede cambiar después.', keyTaken: 'Otro tipo ya tiene esta clave.',
  fields: 'Datos', fieldsText: 'Lo que se anota de cada solicitud, en el orden en que tu equipo lo lee.', fieldName: 'Nombre con que lo anota el bot', label: 'Título',
  noFields: 'No se anota ningún dato propio.', addField: 'Agregar dato',
  states: 'Estados', statesText: 'Por dónde pasa una solicitud. La nueva empieza en el primero; al llegar a uno final queda terminada.', stateKey: 'Clave', stateName: 'Nombre',
  isFinal: 'Es un estado final', noStates: 'Sin estados propios se usan los de siempre.', addState: 'Agregar estado', stateInUse: 'Hay solicitudes en un estado que quitaste. Déjalo, o muévelas antes.',
  up: 'Subir {name}', down: 'Bajar {name}', removeRow: 'Quitar {name}', fix: 'Falta algo por corregir antes de guardar.',
  problemOf: {
    name: 'Escribe el nombre en al menos un idioma.', key: 'Minúsculas, dígitos, «-» y «_», empezando por una letra.',
    fieldName: 'Letras, dígitos y «_», empezando por una minúscula.', fieldTwice: 'Este nombre ya está en otro dato.', fieldLabel: 'Escribe el título en al menos un idioma.',
    stateKey: 'Minúsculas, dígitos, «-» y «_», empezando por una letra.', stateTwice: 'Esta clave ya está en otro estado.', stateName: 'Escribe el nombre en al menos un idioma.',
    noEnd: 'Marca al menos un estado como final: toda solicitud tiene que poder terminar.', firstIsEnd: 'El primer estado no puede ser final.',
  },
}
