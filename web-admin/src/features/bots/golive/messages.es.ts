export default {
  title: 'Salida',
}
