const before = 'por favor|porfavor|porfa|favor|hola|buenas|buenos dias|buenas tardes|buenas noches|saludos|oye|oiga|disculpe|disculpa|perdone|perdon|bueno|pues|ah|ay|eh|mm|mmm|please|pls|plz|hi|hello|hey|sorry|excuse me|well|oh|uh|um'
const behind = 'por favor|porfavor|porfa|porfis|pf|plis|gracias|muchas gracias|mil gracias|muy amable|senor|senora|senorita|amigo|amiga|mi amor|hermano|please|pls|plz|thanks|thank you|thank you very much|thx|sir|madam|ma am|now|ya|ahora|ahora mismo'

const OPENING = new RegExp(`^(?:(?:${before}) )+(?=.)`)
const CLOSING = new RegExp(`(?<=.)(?: (?:${behind}))+$`)

/** Longer than any word with politeness around it. Beyond it the expressions above would take their time. */
const LONGEST = 200

/** A message, in its plain form, without the politeness around what it says; a long one as it is. Of politeness alone, all of it. */
export const withoutCourtesies = (plain: string): string => (plain.length > LONGEST ? plain : plain.replace(OPENING, '').replace(CLOSING, ''))
