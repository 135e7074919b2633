import type { FlowTest } from '@botpro/graphql/flows'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { ask } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { expectAccessible, expectFits } from './screen.ts'
import { callerOf, useStage } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)
const shoot = async (page: Page, name: string) => { if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` }) }

const written = (key: string, name: string, text: string): FlowTest => ({
  key, name, channel: 'WEB', language: 'ES', recordings: [], lines: [{ kind: 'CONTACT', text: 'hola' }, { kind: 'EXPECT', that: [{ kind: 'SAYS', text, match: 'CONTAINS' }] }],
})

test('who draws sees in the studio, without asking, which tests of the draft fail and why, and so does who publishes it', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const { url } = stage.app
  const owner = await callerOf(url, await tenant.member('OWNER', 'Olga Dueña'))
  const { createBot: { id: botId } } = await ask(url, owner, 'mutation($input: CreateBotInput!) { createBot(input: $input) { ... on Bot { id } } }', { input: { name: 'Banco' } })
  const keep = (document: FlowTest) => ask(url, owner, 'mutation($input: SaveBotTestInput!) { saveBotTest(input: $input) { __typename } }', { input: { botId, document } })
  await keep(written('saluda', 'Saluda', 'Hola'))
  const { bot: { flows: [flow] } } = await ask(url, owner, 'query($id: ID!) { bot(id: $id) { flows { id } } }', { id: botId })
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), `/admin/bots/${botId}/flows/${flow.id}`, { width: 1440, height: 900 })
  const badge = page.getByRole('button', { name: /^Pruebas: / })
  await page.getByRole('button', { name: 'Pruebas: 1 pasó, ninguna falló' }).waitFor({ timeout: 60_000 })
  // Somebody else writes one, and she is told while she draws.
  await keep(written('despide', 'Se despide', 'Hasta la vista'))
  await page.getByRole('button', { name: 'Pruebas: 1 pasó, 1 falló' }).waitFor({ timeout: 60_000 })
  await badge.click()
  await page.getByText('Se esperaba «Hasta la vista». El bot dijo: ').waitFor()
  await shoot(page, 'draft-tests')
  await expectAccessible(page, 'how the tests of the draft went')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot(page, 'draft-tests-dark')
  await page.setViewportSize({ width: 360, height: 740 })
  await shoot(page, 'draft-tests-360')
  await expectFits(page, 'how the tests of the draft went')

  await page.emulateMedia({ colorScheme: 'light' })
  // As a bot is whose tests nobody runs: she does, and it stays.
  await database.owner.query(`update bot set draft_revision = draft_revision + 1, draft_changed_at = now() - interval '1 hour' where id = $1`, [botId])
  await page.goto(new URL(`/admin/bots/${botId}/tests`, url).href)
  await page.getByText('Todavía no se han ejecutado todas con el último cambio.').waitFor()
  await shoot(page, 'draft-tests-unknown-360')
  await page.getByRole('button', { name: 'Ejecutar todas' }).click()
  await page.getByRole('status').filter({ hasText: '1 pasó, 1 falló' }).waitFor()
  await page.reload()
  await page.getByRole('status').filter({ hasText: '1 pasó, 1 falló' }).waitFor()
  await page.goto(new URL(`/admin/bots/${botId}/versions`, url).href)
  await page.getByRole('button', { name: 'Publicar…' }).click()
  await page.getByText('Se esperaba «Hasta la vista». El bot dijo: ').waitFor({ timeout: 60_000 })
  await shoot(page, 'draft-tests-publish-360')
  await expectFits(page, 'failing tests when publishing')
})
