export interface TextDraft { es: string; en: string }

export const textIn = (text?: { es: string; en: string | null } | null): TextDraft => ({ es: text?.es ?? '', en: text?.en ?? '' })
export const inputOfText = ({ es, en }: TextDraft) => ({ es: es.trim(), en: en.trim() || null })
