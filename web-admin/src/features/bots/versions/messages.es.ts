export default {
  title: 'Versiones',
}
