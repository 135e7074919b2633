export default {
  title: 'Going live',
}
