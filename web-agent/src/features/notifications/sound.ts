const NOTES = { MESSAGE: [880, 1175], QUEUED: [587, 740, 880] }
const SECONDS = 0.12

let context: AudioContext | undefined

/** Drawn, not fetched: two soft notes for a message, three for somebody who waits. */
export async function ring(kind: keyof typeof NOTES) {
  // Before the first click browsers keep silent, and would play everything at once after it.
  if (navigator.userActivation?.hasBeenActive === false) return
  const audio = context ??= new AudioContext()
  await audio.resume()
  const begin = audio.currentTime + 0.02
  NOTES[kind].forEach((frequency, index) => playNote(audio, { frequency, at: begin + index * SECONDS }))
}

function playNote(audio: AudioContext, { frequency, at }: { frequency: number; at: number }) {
  const oscillator = audio.createOscillator()
  const envelope = audio.createGain()
  oscillator.frequency.value = frequency
  envelope.gain.setValueAtTime(0, at)
  envelope.gain.linearRampToValueAtTime(0.12, at + 0.015)
  envelope.gain.exponentialRampToValueAtTime(0.0001, at + SECONDS * 2)
  oscillator.connect(envelope).connect(audio.destination)
  oscillator.start(at)
  oscillator.stop(at + SECONDS * 2)
}
