/** A text in both languages, as templates always have it. */
export interface Text { ES: string; EN: string }

export const t = (es: string, en: string): Text => ({ ES: es, EN: en })
