export default {
  title: 'Alerts',
  sound: 'Sound',
  soundText: 'When somebody writes to you or begins to wait.',
  browser: 'Browser notifications',
  browserText: 'While this tab is out of sight.',
  blocked: 'The browser blocks them for this site. Change it in its settings.',
  queued: '{name} is waiting for a person',
  queuedText: 'Nobody has claimed it yet.',
  file: 'Sent a file',
}
