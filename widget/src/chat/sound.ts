/** Two soft notes, made on the spot: nothing is downloaded for a sound that most never switch on. */
export function playSound() {
  const context = new AudioContext()
  const gain = context.createGain()
  const note = context.createOscillator()
  gain.connect(context.destination)
  note.connect(gain)
  note.frequency.setValueAtTime(660, 0)
  note.frequency.setValueAtTime(880, context.currentTime + 0.09)
  gain.gain.setValueAtTime(0.08, context.currentTime)
  gain.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 0.35)
  note.onended = () => void context.close()
  note.start()
  note.stop(context.currentTime + 0.35)
}
