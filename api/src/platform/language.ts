/** The languages that people are served in. */
export type Language = 'ES' | 'EN'

export const languages: readonly Language[] = ['ES', 'EN']

/** What an Accept-Language header or a browser's setting asks for; Spanish unless it clearly prefers English. */
export const languageOf = (tag: string | undefined): Language => (/^\s*en\b/i.test(tag ?? '') ? 'EN' : 'ES')
