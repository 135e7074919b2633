export default {
  service: 'Service', understanding: 'Understanding', knowledge: 'Q&A', organisation: 'Company',
  import: { from: 'From where', file: 'File', text: 'Text' },
  file: { drop: 'Drop your file here', choose: 'Choose a file', chooseOther: 'Choose another' },
  problems: {
    title: 'No problems | 1 problem | {n} problems', text: 'What has a problem stays out. All else comes in.', line: 'Line {n}', first: 'The first {n} are shown.',
  },
}
