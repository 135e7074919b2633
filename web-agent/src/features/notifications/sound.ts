const NOTES = { MESSAGE: [880, 1175], QUEUED: [587, 740, 880] }
const SECONDS = 0.12

let context: AudioContext | undefined

/** Drawn, not fetched: two soft notes for a message, three for somebody who waits. */
export function ring(kind: keyof typeof NOTES) {
  context ??= new AudioContext()
  const gain = context.createGain()
  gain.connect(context.destination)
  const begin = context.currentTime + 0.02
  NOTES[kind].forEach((frequency, index) => playNote(context!, gain, frequency, begin + index * SECONDS))
}

function playNote(audio: AudioContext, output: GainNode, frequency: number, at: number) {
  const oscillator = audio.createOscillator()
  const envelope = audio.createGain()
  oscillator.frequency.value = frequency
  envelope.gain.setValueAtTime(0, at)
  envelope.gain.linearRampToValueAtTime(0.12, at + 0.015)
  envelope.gain.exponentialRampToValueAtTime(0.0001, at + SECONDS * 2)
  oscillator.connect(envelope).connect(output)
  oscillator.start(at)
  oscillator.stop(at + SECONDS * 2)
}
