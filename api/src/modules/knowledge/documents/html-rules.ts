export type Attributes = Readonly<Record<string, string>>

const set = (names: string) => new Set(names.split(/\s+/))

const silent = set('script style noscript template svg math iframe object canvas audio video map select option textarea datalist')
const aside = set('nav aside footer dialog menu')
const asideRoles = set('navigation contentinfo search dialog alertdialog menu menubar complementary tooltip')
const frame = set('html body main article')
const asideWords = /(?:^|[\s_-])(?:cookies?|consent|gdpr|onetrust|breadcrumbs?|skip-link|screen-reader-text|sr-only)(?:$|[\s_-])/i

/** What ends a line of text where it begins and where it ends. */
export const breaking = set(`address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead title tr ul`)

/** What no reader sees. */
export const isSilent = (name: string): boolean => silent.has(name)

/** What is on every page of a site, or about the page and not of it: its menus, its foot, the question about cookies. */
export function isBesides(name: string, { role = '', id = '', class: classes = '' }: Attributes, isInside: boolean): boolean {
  if (aside.has(name) || asideRoles.has(role)) return true
  if (!isInside && (name === 'header' || role === 'banner')) return true
  return !frame.has(name) && asideWords.test(`${id} ${classes}`)
}

export const headingLevel = (name: string): number | undefined => /^h[1-6]$/.test(name) ? Number(name[1]) : undefined

/** The button of an accordion: what it opens stands beneath it as beneath a heading. */
export const opensSomething = (attributes: Attributes): boolean => 'aria-expanded' in attributes || 'aria-controls' in attributes
