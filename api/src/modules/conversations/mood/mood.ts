import type { SentimentLabel } from '../../elena/index.ts'

/** How a contact's messages have sounded of late. */
export interface Mood {
  value: number
  label: SentimentLabel
  trend: 'WORSENING' | 'STEADY' | 'IMPROVING'
  recent: readonly number[]
}

// Each message weighs so much of what the next one does.
const FADING = 0.7
// "It is the blue one" says little of how she feels, but something: she is no longer complaining.
const LEAST_WEIGHT = 0.35
const CLEARLY = 0.25
const CHANGED = 0.3
// Words that say nothing neither mend nor spoil: who complains and then waits is not in a better mood.
const TELLING = 0.1
const LATEST = 2
const BEFORE = 4

/** Of the readings of a conversation, the oldest first. */
export function moodOf(readings: readonly number[]): Mood | null {
  if (readings.length === 0) return null
  const value = weighted(readings)
  const label = value <= -CLEARLY ? 'NEGATIVE' : value >= CLEARLY ? 'POSITIVE' : 'NEUTRAL'
  return { value, label, trend: trendOf(readings), recent: readings }
}

function weighted(readings: readonly number[]): number {
  let [sum, weights] = [0, 0]
  for (const [age, reading] of readings.toReversed().entries()) {
    const weight = FADING ** age * (LEAST_WEIGHT + Math.abs(reading))
    sum += weight * reading
    weights += weight
  }
  return Math.round(sum / weights * 100) / 100
}

/** The latest two (of two or three messages: the last) beside the few before them. */
function trendOf(readings: readonly number[]): Mood['trend'] {
  const latest = Math.min(LATEST, Math.floor(readings.length / 2))
  if (latest === 0) return 'STEADY'
  const now = mean(readings.slice(-latest))
  const change = now - mean(readings.slice(-latest - BEFORE, -latest))
  if (change <= -CHANGED && now < -TELLING) return 'WORSENING'
  return change >= CHANGED && now > TELLING ? 'IMPROVING' : 'STEADY'
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length
