import { AxeBuilder } from '@axe-core/playwright'
import axe from 'axe-core'
import type { Frame, FrameLocator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a visitor does first on every site. */
export async function openChat(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: /^(Abrir|Open) chat/ }).click()
  const chat = page.frameLocator('iframe')
  await chat.getByRole('textbox').waitFor()
  return chat
}

export async function askForPerson(page: Page): Promise<FrameLocator> {
  const chat = await openChat(page)
  await chat.getByRole('button', { name: 'Hablar con una persona' }).click()
  await chat.getByText('Enseguida le atiende una persona').waitFor()
  return chat
}

// What passes is not told: naming it takes most of the time.
const TOLD = { resultTypes: ['violations' as const] }

/** What an assistive technology would stumble over, frames included. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(atRest)
  const { violations } = page.frames().length === 1 ? await inOneFrame(page) : await new AxeBuilder({ page }).options(TOLD).analyze()
  return violations
    .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || id === 'region')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`)
}

/** A document reads the rules once, however often it is looked at; the builder would read them anew for every look, and open a page more. */
async function inOneFrame(page: Page) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe.source)
  return page.evaluate(told => (globalThis as unknown as { axe: typeof axe }).axe.run(document, told), TOLD)
}

/** In the middle of a change of colour nothing has the contrast that it will have. What turns without end is not waited for. */
const atRest = async () => {
  const moving = document.getAnimations().filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
  await Promise.all(moving.map(({ finished }) => finished.catch(() => {})))
}

/** What is on its way to another look is looked at again: a fault is what stays. */
export const expectAccessible = (page: Page, name: string) => expect.poll(() => faultsOf(page), { message: name, timeout: 30_000, interval: 500 }).toEqual([])

/** Nothing lies beyond the sides, and whatever can be pressed can be brought under the finger. */
export async function expectFits(screen: Page | Frame, name: string) {
  // Right after the window was made smaller, what lies above it is still on its way.
  await expect.poll(() => screen.evaluate(misfits), { message: name, timeout: 3000 }).toEqual([])
}

function misfits(): string[] {
  const CONTROLS = 'a[href], button, input, textarea, select, [role="switch"], [role="tab"]'
  const nameOf = (element: Element) => element.getAttribute('aria-label') || element.textContent?.trim().slice(0, 40) || element.outerHTML.slice(0, 80)
  const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && getComputedStyle(element).clipPath === 'none' && !element.closest('[aria-hidden="true"], [inert]')
  function isReached(control: Element) {
    control.scrollIntoView({ block: 'center', inline: 'center' })
    const { left, right, top, bottom } = control.getBoundingClientRect()
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return left >= -1 && right <= innerWidth + 1 && hit !== null
      && (control.contains(hit) || hit.contains(control) || (hit.closest('label')?.contains(control) ?? false))
  }
  const width = document.documentElement.scrollWidth
  // What lies above makes what lies below unreachable on purpose.
  const top = document.querySelector('[role="dialog"]') ?? document
  return [
    ...(width > innerWidth ? [`the page is ${width} wide`] : []),
    ...[...top.querySelectorAll(CONTROLS)].filter(isShown).filter(control => !isReached(control)).map(nameOf),
  ]
}

/** Where the keys go stands on the screen, with a ring around it. */
export async function expectFocusSeen(page: Page, after: string) {
  await expect.poll(() => page.evaluate(unseenFocus), { message: `focus after ${after}`, timeout: 4000 }).toBe('')
}

function unseenFocus(): string {
  const { activeElement: active } = document
  if (!active || active === document.body) return 'nothing has the focus'
  const { top, bottom } = active.getBoundingClientRect()
  if (bottom < 0 || top > innerHeight) return `${active.outerHTML.slice(0, 120)} is out of sight`
  const hasRing = (element: Element | null) => {
    if (!element) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || /[1-9]\d*px/.test(boxShadow)
  }
  return hasRing(active) || hasRing(active.closest('form')) ? '' : `${active.outerHTML.slice(0, 120)} has no ring`
}
