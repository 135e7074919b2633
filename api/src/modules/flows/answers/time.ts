import { recognised } from './recognised.ts'
import { type Circumstances, onlyOne, refused, type Taker, taken } from './taking.ts'

/** Asked for a time, people answer “3” or “3 y media”, which elsewhere would be numbers. */
const OPENINGS = { ES: ['', 'a las ', 'a la '], EN: ['', 'at '] }

/** `a las 3`, `3 y media de la tarde`, `15:30`, as `15:30`. */
export const takeTime: Taker<'TIME'> = (_, heard, circumstances) => {
  const text = heard.text.trim()
  if (text === '') return refused('EMPTY')
  for (const opening of OPENINGS[circumstances.language]) {
    const times = timesIn(opening + text, circumstances)
    if (times.length === 0) continue
    if (times.every(time => time === null)) return refused('NOT_ONE_TIME')
    const one = onlyOne(times.filter(time => time !== null), 'NOT_A_TIME')
    return 'refusal' in one ? one.refusal : taken(one.value)
  }
  return refused('NOT_A_TIME')
}

function timesIn(text: string, circumstances: Circumstances): (string | null)[] {
  return recognised(text, ['time', 'dateTime'], circumstances).map(({ value }) => {
    if ('time' in value) return value.time.slice(0, 5)
    return 'local' in value ? value.local.slice(11, 16) : null
  })
}
