export default {
  title: 'Channels',
}
