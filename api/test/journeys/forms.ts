import type { Page } from 'playwright-core'
import { ask, type Caller } from '../client.ts'
import { expectAccessible, expectFits } from './screen.ts'

const WIDE = { width: 1440, height: 900 }
const TELEPHONE = { width: 360, height: 740 }
const FORMS = [
  { name: '1440-light', size: WIDE, colorScheme: 'light' }, { name: '1440-dark', size: WIDE, colorScheme: 'dark' },
  { name: '360-light', size: TELEPHONE, colorScheme: 'light' }, { name: '360-dark', size: TELEPHONE, colorScheme: 'dark' },
] as const

// Each width once and each scheme once: what is reached cares for the one, colours for the other.
const JUDGED: readonly string[] = ['1440-light', '360-dark']

/** The same screen at both widths and in both schemes; pictures, of all four forms, where somebody wants to look at them. */
export async function expectGood(page: Page, name: string) {
  for (const { name: form, size, colorScheme } of FORMS) {
    const isJudged = JUDGED.includes(form)
    if (!isJudged && !process.env['SHOTS']) continue
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme })
    if (isJudged && size === TELEPHONE) await expectFits(page, `${name}, ${form}`)
    if (isJudged) await expectAccessible(page, `${name}, ${form}`)
    await shoot(page, `${name}-${form}`)
  }
  await page.setViewportSize(WIDE)
  await page.emulateMedia({ colorScheme: 'light' })
}

export async function shoot(page: Page, name: string) {
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` })
}

/** A mutation by its name; a refusal is a fault of the test. */
export async function change(url: string, caller: Caller, name: string, input: object, selection = '') {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  const result = (await ask(url, caller, `mutation($input: ${type}!) { ${name}(input: $input) { __typename ${selection} ... on UserError { message } } }`, { input }))[name]
  if ('message' in result) throw new Error(`${name}: ${result.message}`)
  return result
}
