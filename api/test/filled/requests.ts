import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import { testSealer } from '../test-sealer.ts'

/** What a customer asked for, of a type of the tenant's. */
export async function fillRequests(owner: pg.Pool, { tenantId, canary, memberId }: { tenantId: string; canary: string; memberId: string }) {
  const [serviceRequestType, serviceRequest] = [newId(), newId()]
  const name = { es: canary, en: canary }
  await owner.query(`insert into request_type (tenant_id, id, key, name, fields, states, created_at, changed_at) values ($1, $2, 'claim', $3, $4, $5, now(), now())`,
    [tenantId, serviceRequestType, JSON.stringify(name), JSON.stringify([{ name: 'amount', label: name }]), JSON.stringify([{ key: 'new', name, isFinal: false }, { key: 'done', name, isFinal: true }])])
  await owner.query(`insert into request_counter (tenant_id, year, last) values ($1, 2020, 1)`, [tenantId])
  await owner.query(`insert into request (tenant_id, id, number, type_key, type_id, title, plain, fields, contact_id, conversation_id, priority, state, assignee_id, opened_at, changed_at, idempotency_key)
    select $1, $2, $3, 'claim', $4, $3, $3, $5, contact_id, id, 'NORMAL', 'new', $6, now(), now(), $3 from conversation where tenant_id = $1 limit 1`,
  [tenantId, serviceRequest, canary, serviceRequestType, JSON.stringify({ amount: canary }), memberId])
  await owner.query(`insert into request_event (tenant_id, id, request_id, at, kind, to_state, note, member_id) values ($1, $2, $3, now(), 'OPENED', 'new', $4, $5)`,
    [tenantId, newId(), serviceRequest, canary, memberId])
  return { serviceRequest, serviceRequestType }
}

/** What a customer was asked to pay: it is over, so that no round of ours touches it while the tests look. */
export async function fillPayments(owner: pg.Pool, { tenantId, canary, memberId }: { tenantId: string; canary: string; memberId: string }): Promise<string> {
  const [payment, settings] = [newId(), newId()]
  await owner.query(`insert into payment_settings (tenant_id, id, connector, callback_key, sealed_secret, secret_last_four) values ($1, $2, 'bank', $3, $4, 'abcd')`,
    [tenantId, settings, canary, testSealer.seal(canary, `payment callbacks:${settings}`)])
  await owner.query(`insert into payment (tenant_id, id, amount, currency, reference, description, plain, state, reason, url, external_id, contact_id, conversation_id, requested_by, created_at, expires_at, changed_at, idempotency_key)
    select $1, $2, '10.00', 'DOP', $3, $3, $3, 'EXPIRED', $3, 'https://pay.example/' || $3, $3, contact_id, id, $4, now(), now(), now(), $3 from conversation where tenant_id = $1 limit 1`,
  [tenantId, payment, canary, memberId])
  await owner.query(`insert into payment_event (tenant_id, id, payment_id, at, state, reason, member_id) values ($1, $2, $3, now(), 'CREATED', $4, $5)`, [tenantId, newId(), payment, canary, memberId])
  await owner.query(`insert into payment_callback (tenant_id, id, digest, body, received_at, processed_at) values ($1, $2, sha256($3), $3, now(), now())`, [tenantId, newId(), Buffer.from(canary)])
  return payment
}

/** How the conversation is sorted, and what its contact answered to a survey. */
export async function fillSorting(owner: pg.Pool, { tenantId, canary, memberId }: { tenantId: string; canary: string; memberId: string }) {
  await owner.query('update conversation set tags = array[$2], queue = $2 where tenant_id = $1', [tenantId, canary])
  await owner.query(`insert into survey_answer (tenant_id, id, conversation_id, survey, question, type, text, agent_id, at)
    select tenant_id, $2, id, $3, $3, 'TEXT', $3, $4, now() from conversation where tenant_id = $1 limit 1`, [tenantId, newId(), canary, memberId])
}

/** Something that is offered, by whom, and booked for a day that is far away. */
export async function fillAppointments(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  const [service, resource, appointment] = [newId(), newId(), newId()]
  const text = JSON.stringify({ es: canary, en: canary })
  await owner.query(`insert into appointment_service (tenant_id, id, key, name, instructions, minutes, minutes_before, minutes_after, notice_minutes, horizon_days,
      cancel_minutes, is_active, reminders, template_name, created_at)
    values ($1, $2, $3, $4, $4, 30, 0, 0, 0, 60, 0, true, $5, $3, now())`,
  [tenantId, service, canary, text, JSON.stringify([{ minutesBefore: 60, text: { es: canary, en: canary } }])])
  await owner.query(`insert into appointment_resource (tenant_id, id, key, name, kind, place, is_active, hours, exceptions, created_at)
    values ($1, $2, $3, $3, 'PERSON', $3, true, $4, $5, now())`, [tenantId, resource, canary,
    JSON.stringify([{ weekday: 'MONDAY', opens: '09:00', closes: '18:00' }]), JSON.stringify([{ date: '2030-01-01', hours: [], note: canary }])])
  await owner.query('insert into appointment_resource_service (tenant_id, resource_id, service_id) values ($1, $2, $3)', [tenantId, resource, service])
  await owner.query(`insert into appointment (tenant_id, id, service_id, resource_id, contact_id, starts_at, ends_at, busy_from, busy_until, state, note, origin, booked_at, idempotency_key)
    select $1, $2, $3, $4, id, '2099-01-05T13:00Z', '2099-01-05T13:30Z', '2099-01-05T13:00Z', '2099-01-05T13:30Z', 'BOOKED', $5, 'BOT', now(), $5
    from contact where tenant_id = $1 order by id limit 1`, [tenantId, appointment, service, resource, canary])
  await owner.query(`insert into appointment_change (tenant_id, id, appointment_id, kind, at, origin, to_starts_at, to_resource_id, note)
    values ($1, $2, $3, 'BOOKED', now(), 'BOT', '2099-01-05T13:00Z', $4, $5)`, [tenantId, newId(), appointment, resource, canary])
  await owner.query(`insert into appointment_reminder (tenant_id, id, appointment_id, minutes_before, due_at, state)
    values ($1, $2, $3, 60, '2099-01-05T12:00Z', 'WAITING')`, [tenantId, newId(), appointment])
  return { service, resource, appointment }
}
