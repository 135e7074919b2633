import type { Page } from 'playwright-core'
import { expectAccessible, expectFits } from './screen.ts'

const WIDE = { width: 1440, height: 900 }
const TELEPHONE = { width: 360, height: 740 }
const FORMS = [
  { name: '1440-light', size: WIDE, colorScheme: 'light' }, { name: '1440-dark', size: WIDE, colorScheme: 'dark' },
  { name: '360-light', size: TELEPHONE, colorScheme: 'light' }, { name: '360-dark', size: TELEPHONE, colorScheme: 'dark' },
] as const

/** The same screen at both widths and in both schemes; pictures where somebody wants to look at them. */
export async function expectGood(page: Page, name: string) {
  for (const { name: form, size, colorScheme } of FORMS) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme })
    if (size === TELEPHONE) await expectFits(page, `${name}, ${form}`)
    await expectAccessible(page, `${name}, ${form}`)
    await shoot(page, `${name}-${form}`)
  }
  await page.setViewportSize(WIDE)
  await page.emulateMedia({ colorScheme: 'light' })
}

export async function shoot(page: Page, name: string) {
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` })
}
