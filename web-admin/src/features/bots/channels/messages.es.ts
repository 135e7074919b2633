export default {
  title: 'Canales',
}
