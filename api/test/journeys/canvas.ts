import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

interface Point { x: number; y: number }

/** The studio under somebody's hands: a mouse that draws, and keys that pick and write. */
export class Canvas {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** By words that stand on it. */
  step(words: string): Locator {
    return this.page.locator('.step-node').filter({ hasText: words })
  }

  exit(step: Locator, name: string): Locator {
    return step.locator(`.step-out[data-handleid="${name}"]`)
  }

  get steps(): Promise<string[]> {
    return this.page.locator('.step-node').evaluateAll(all => all.map(step => step.getAttribute('data-step')!))
  }

  get connections(): Promise<string[]> {
    return this.page.locator('.vue-flow__edge').evaluateAll(all => all.map(edge => edge.getAttribute('data-id')!))
  }

  /** Where each step stands on the screen. */
  get places(): Promise<Record<string, Point>> {
    return this.page.locator('.step-node').evaluateAll(all => Object.fromEntries(all.map(step => {
      const { x, y } = step.getBoundingClientRect()
      return [step.getAttribute('data-step')!, { x: Math.round(x), y: Math.round(y) }]
    })))
  }

  get chosen(): Promise<string[]> {
    return this.page.locator('.step-node.selected').evaluateAll(all => all.map(step => step.getAttribute('data-step')!))
  }

  /** All of the flow in sight, and at rest. */
  async fit() {
    await this.page.getByRole('button', { name: 'Ver todo' }).click()
    // One look that is like the last may be of before it moved.
    let [before, looks] = ['', 0]
    await expect.poll(async () => {
      const last = before
      before = JSON.stringify(await this.places)
      looks = before === last ? looks + 1 : 0
      return looks
    }, { timeout: 15_000, interval: 150 }).toBeGreaterThan(3)
  }

  /** A frame around steps, drawn with the mouse. */
  async frame(...steps: Locator[]) {
    const boxes = await Promise.all(steps.map(async step => (await step.boundingBox())!))
    const MARGIN = 6
    const from = { x: Math.min(...boxes.map(({ x }) => x)) - MARGIN, y: Math.min(...boxes.map(({ y }) => y)) - MARGIN }
    const to = { x: Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN, y: Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN }
    await this.page.keyboard.down('Shift')
    await this.drag(from, to)
    await this.page.keyboard.up('Shift')
  }

  /** A connection, pressed near where it begins. */
  async pressConnection(id: string) {
    const { x, y } = await this.page.locator(`.vue-flow__edge[data-id="${id}"] path`).first().evaluate((path: SVGPathElement) => {
      const point = path.getPointAtLength(path.getTotalLength() * 0.2).matrixTransform(path.getScreenCTM()!)
      return { x: point.x, y: point.y }
    })
    await this.page.mouse.click(x, y)
  }

  /** From one place to another with the button held down. */
  async drag(from: Point, to: Point) {
    const { mouse } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
    await mouse.move(to.x, to.y, { steps: 4 })
    await mouse.up()
  }

  /** Draws a connection out of an exit: onto a step, or as far from the exit on empty ground. */
  async draw(exit: Locator, to: Locator | Point) {
    const from = await middleOf(exit)
    await this.drag(from, 'x' in to ? { x: from.x + to.x, y: from.y + to.y } : await middleOf(to))
  }

  /** The step that is offered where the drawing ended. */
  async pick(words: string) {
    await this.page.getByRole('combobox', { name: 'Buscar un paso' }).waitFor()
    await this.page.keyboard.type(words)
    await this.page.keyboard.press('Enter')
    await this.page.getByRole('combobox', { name: 'Buscar un paso' }).waitFor({ state: 'hidden' })
  }

  /** Out of a list that is narrowed by what is typed. */
  async choose(field: string, typed: string) {
    await this.page.locator('[data-panel]').getByLabel(new RegExp(`^${field}`)).click()
    await this.page.getByPlaceholder('Buscar', { exact: true }).waitFor()
    await this.page.keyboard.type(typed)
    await this.page.getByRole('option', { name: new RegExp(typed, 'i') }).first().waitFor()
    await this.page.keyboard.press('Enter')
  }

  /** Words with a variable among them, which is found by typing two braces and a piece of its name. */
  async write(before: string, variable: string, after = '') {
    await this.page.keyboard.type(`${before}{{`)
    await this.page.getByRole('combobox', { name: 'Buscar variable' }).waitFor()
    await this.page.keyboard.type(variable)
    await this.page.keyboard.press('Enter')
    await this.page.getByRole('combobox', { name: 'Buscar variable' }).waitFor({ state: 'hidden' })
    await this.page.keyboard.type(after)
  }

  async saved() {
    await this.page.locator('header').getByText(/^Guardado/).first().waitFor({ timeout: 15_000 })
  }
}

export async function middleOf(locator: Locator): Promise<Point> {
  const box = (await locator.boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
