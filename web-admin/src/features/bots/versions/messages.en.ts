export default {
  title: 'Versions',
}
