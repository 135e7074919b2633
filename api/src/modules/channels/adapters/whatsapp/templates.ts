import type { Line, TemplateProtocol } from '../adapter.ts'
import { askAll, askGraph } from '../meta/graph.ts'
import type { Json } from '../meta/json.ts'
import type { ProviderTemplate } from '../outgoing.ts'
import { componentForMeta, componentOf } from './template-components.ts'
import { limit } from './whatsapp-limits.ts'

const FIELDS = 'id,name,language,category,status,components,quality_score,rejected_reason'

/** Templates of the business account: all its numbers share them. */
export const whatsappTemplates: TemplateProtocol = {
  async list(line) {
    const rows = await askAll(line, { path: templatesOf(line), query: { fields: FIELDS, limit: String(limit(line.profile, 'templatePage')) } })
    return rows.map(template).filter(row => row !== undefined)
  },

  async create(line, { name, language, category, components }) {
    const isNamed = components.some(({ text }) => /\{\{\s*[a-z_]/i.test(text ?? ''))
    const json = { name, language, category, ...(isNamed && { parameter_format: 'NAMED' }), components: components.map(component => componentForMeta(component, { isNamed })) }
    const answer = await askGraph(line, { path: templatesOf(line), method: 'POST', json })
    return { externalId: answer.at('id').id ?? '', status: statusOf(answer.at('status').text) }
  },

  async delete(line, { externalId, name }) {
    await askGraph(line, { path: templatesOf(line), method: 'DELETE', query: { hsm_id: externalId, name } })
  },
}

const templatesOf = ({ settings }: Line) => `${settings['wabaId']}/message_templates`

function template(row: Json): ProviderTemplate | undefined {
  const [externalId, name, language] = [row.at('id').id, row.at('name').id, row.at('language').id]
  if (!externalId || !name || !language) return undefined
  const quality = row.at('quality_score', 'score').text
  const reason = row.at('rejected_reason').text
  return {
    externalId, name, language, category: row.at('category').text ?? 'UTILITY', status: statusOf(row.at('status').text),
    ...(quality && quality !== 'UNKNOWN' && { quality }), ...(reason && reason !== 'NONE' && { reason }),
    components: row.at('components').list.map(componentOf).filter(component => component !== undefined),
  }
}

const statuses: Readonly<Record<string, ProviderTemplate['status']>> = {
  APPROVED: 'APPROVED', FLAGGED: 'APPROVED', PENDING: 'PENDING', IN_APPEAL: 'PENDING', REJECTED: 'REJECTED', PAUSED: 'PAUSED',
}

/** Whatever else Meta calls it, it cannot be sent. */
const statusOf = (status = 'PENDING'): ProviderTemplate['status'] => statuses[status] ?? 'DISABLED'
