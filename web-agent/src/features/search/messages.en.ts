export default {
  placeholder: 'Search contact or message',
  results: 'Search results',
  nothing: 'Nothing matches “{text}”',
  nothingText: 'Search by name, e-mail, phone, or by what was written.',
  note: 'Internal note',
}
