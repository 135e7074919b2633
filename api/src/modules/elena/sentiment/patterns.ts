import type { Language } from '../../language/index.ts'

/** What is said with numbers or pictures rather than words. All patterns read folded text; none can cost more than its length. */

const number = {
  es: '(?:\\d{1,4}|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|veinte|treinta|cuarenta|media|varios|varias|unos|unas|muchos|muchas)',
  en: '(?:\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|ten|fifteen|twenty|thirty|forty|half an|several|many)',
}

/** Time that has gone by in vain. */
export const waited: Record<Language, RegExp> = {
  es: new RegExp(`\\b(?:llevo|llevamos|lleva|tengo|tenemos|hace|van|desde hace|con)\\s+(?:ya\\s+|casi\\s+|mas de\\s+){0,2}${number.es}\\s+(?:minutos?|horas?|dias?|semanas?|mes(?:es)?)\\b|\\b${number.es}\\s+(?:minutos?|horas?|dias?|semanas?|meses)\\s+(?:esperando|despues|tarde|de retraso|de atraso|sin|oyendo|escuchando|en linea|en espera|pegado|llamando)\\b|\\ba l[oa]s ${number.es}\\s+(?:horas|dias|semanas|meses)\\b`),
  en: new RegExp(`\\b(?:waiting|waited|been|for|after|took|takes)\\s+(?:\\w{1,10}\\s+){0,2}?${number.en}\\s+(?:minutes?|hours?|days?|weeks?|months?)\\b|\\b${number.en}\\s+(?:minutes?|hours?|days?|weeks?|months?)\\s+(?:late|later|without|on hold|waiting|listening|to reply|to answer)\\b`),
}

/** A moment soon to come, until which something has to be done. */
export const deadline: Record<Language, RegExp> = {
  es: new RegExp(`\\b(?:en|dentro de)\\s+(?:menos de\\s+)?${number.es}\\s+(?:minutos?|horas?)\\b|\\bantes del?\\s+(?:las?\\s+\\d|mediodia|medianoche|que\\s)|\\b(?:vence|cierra|cierran|sale|salgo|empieza|comienza|viajo|termina)\\s+(?:hoy|manana|en|esta|a las)\\b|\\bproxim[oa] (?:hora|minuto)`),
  en: new RegExp(`\\b(?:in|within)\\s+(?:the\\s+|less than\\s+|under\\s+)?(?:${number.en}\\s+)?(?:minutes?|hours?)\\b|\\bbefore\\s+(?:\\d|noon|midnight|tonight|it\\b)|\\b(?:due|expires?|closes?|leaves?|starts?|departs?|boards?|ends?)\\s+(?:today|tonight|tomorrow|in|at)\\b`),
}

const pleased = new Set('😀😃😄😁😊🙂😍🥰😘😻🤩🥳😇🤗👍👏🙌💪🎉🎊✨🌟⭐💯✅🙏💙💚💛💜🧡💖💗💕💓😌😎🫶🤝😂🤣☺♥❤')
const displeased = new Set('😡😠🤬😤😒🙄😞😔😟😕🙁☹😣😖😫😩😢😭😱😨😰👎💩🤮🤢😑😐💔🖕😾🤦')

export interface Pictures { pleased: number, displeased: number, spans: { start: number, end: number, valence: number }[] }

const mayHavePictures = /[\u2600-\u27ff\ud83c-\ud83e]|[:;=]/
const smileys = /[:;=]-?[)D(]/g

/** Emojis and smileys of a text as it was written. */
export function picturesOf(text: string): Pictures {
  const found: Pictures = { pleased: 0, displeased: 0, spans: [] }
  if (!mayHavePictures.test(text)) return found
  let at = 0
  for (const unit of text) {
    if (pleased.has(unit)) addPicture(found, at, unit.length, 2)
    else if (displeased.has(unit)) addPicture(found, at, unit.length, -2)
    at += unit.length
  }
  for (const { 0: smiley, index } of text.matchAll(smileys)) addPicture(found, index, smiley.length, smiley.endsWith('(') ? -2 : 2)
  return found
}

function addPicture(found: Pictures, start: number, length: number, valence: number): void {
  found.spans.push({ start, end: start + length, valence })
  if (valence > 0) found.pleased++
  else found.displeased++
}

/** The share of a text's letters that are capitals (0–1); 0 of a text of fewer than six letters. */
export function shoutingOf(text: string): number {
  const head = text.slice(0, 1000)
  const capitals = head.match(/\p{Lu}/gu)?.length ?? 0
  if (capitals < 4) return 0
  const letters = head.match(/\p{L}/gu)!.length
  return letters < 6 ? 0 : capitals / letters
}
