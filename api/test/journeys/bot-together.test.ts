import type { Flow } from '@botpro/graphql/flows'
import { expect, test } from 'vitest'
import { ask, change } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { callerOf, useStage } from './stage.ts'

const stage = useStage(useDatabase())

test('what somebody else does with a bot is seen on its pages without a reload', { timeout: 90_000 }, async () => {
  const tenant = await stage.newTenant()
  const { url } = stage.app
  const olga = await callerOf(url, await tenant.member('OWNER', 'Olga Dueña'))
  const bot = await change(url, olga, 'createBot', { name: 'Banco' }, '... on Bot { id draftRevision flows { id revision document } }')
  await change(url, olga, 'publishBot', { botId: bot.id, draftRevision: bot.draftRevision, note: 'La primera' })
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), `/admin/bots/${bot.id}`, { width: 1440, height: 900 })
  const rows = page.locator('main ol > li')
  await rows.getByText('Bienvenida').waitFor()
  expect(await page.getByText('Cambios sin publicar').count()).toBe(0)

  const { id: flowId, revision, document } = (bot.flows as { id: string; revision: number; document: Flow }[])[0]!
  await change(url, olga, 'saveFlow', { flowId, revision, document: { ...document, name: 'Bienvenida de noviembre' } })
  await rows.getByText('Bienvenida de noviembre').waitFor()
  await page.getByText('Cambios sin publicar').waitFor()
  await ask(url, olga, 'mutation($input: EditingFlowInput!) { editingFlow(input: $input) { id } }', { input: { flowId } })
  await rows.getByText('Lo edita Olga Dueña').waitFor()

  await page.getByRole('link', { name: 'Versiones' }).click()
  await page.getByText('La primera').waitFor()
  const { bot: { draftRevision } } = await ask(url, olga, 'query($id: ID!) { bot(id: $id) { draftRevision } }', { id: bot.id })
  await change(url, olga, 'publishBot', { botId: bot.id, draftRevision, note: 'La de noviembre' })
  await page.getByText('La de noviembre').waitFor()
  await page.getByRole('link', { name: 'Pruebas' }).click()
  await page.getByText('Este bot todavía no tiene pruebas').waitFor()
  await change(url, olga, 'saveBotTest', { botId: bot.id, document: { key: 'saludo', name: 'Saluda', channel: 'WEB', language: 'ES', lines: [{ kind: 'CONTACT', text: 'hola' }], recordings: [] } })
  await page.getByText('Saluda').waitFor()
})
