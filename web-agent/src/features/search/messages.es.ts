export default {
  placeholder: 'Buscar contacto o mensaje',
  results: 'Resultados de la búsqueda',
  nothing: 'Nada coincide con «{text}»',
  nothingText: 'Busca por nombre, correo, teléfono o por lo que se escribió.',
  note: 'Nota interna',
}
