import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { botTemplates } from '../../src/modules/flows/templates/templates.ts'
import { useDatabase } from '../harness.ts'
import { beginWith } from '../sector.ts'
import { expectAccessible, expectFits } from './screen.ts'
import { callerOf, useStage } from './stage.ts'

const stage = useStage(useDatabase())
const shoot = async (page: Page, name: string) => { if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` }) }

const counts = new Map(botTemplates.map(({ key, content }) => [key, content.tests.length]))
const LOOKS = [[1440, 900, 'light'], [1440, 900, 'dark'], [360, 740, 'light'], [360, 740, 'dark']] as const

test.each([...counts])('all tests of the template “%s” pass on the page of tests', { timeout: 240_000 }, async (template, count) => {
  const tenant = await stage.newTenant()
  const account = await tenant.member('OWNER', 'Olga Dueña')
  const botId = await beginWith(stage.app.url, await callerOf(stage.app.url, account), template)
  // Beside each other so that it is seen everywhere once; the largest of them in all its looks.
  for (const [width, height, colorScheme] of template === 'health' ? LOOKS : LOOKS.slice(0, 1)) {
    const page = await stage.signedIn(account, `/admin/bots/${botId}/tests`, { width, height, colorScheme })
    await page.getByRole('button', { name: 'Ejecutar todas' }).click()
    await page.getByText(`${count} pasaron, ninguna falló`).waitFor({ timeout: 60_000 })
    expect(await page.getByRole('img', { name: 'Pasó', exact: true }).count()).toBe(count)
    await shoot(page, `tests-${template}-${width}-${colorScheme}`)
    await page.getByRole('button', { name: /^Ver qué se dijo en/ }).first().click()
    await page.getByRole('listitem').first().scrollIntoViewIfNeeded()
    await shoot(page, `tests-${template}-${width}-${colorScheme}-open`)
    await expectAccessible(page, `the tests of “${template}”, ${width} ${colorScheme}`)
    if (width === 360) await expectFits(page, `the tests of “${template}” on a telephone`)
    await page.context().close()
  }
})
