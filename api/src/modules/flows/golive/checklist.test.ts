import { describe, expect, test } from 'vitest'
import type { BotApprovalRow } from './bot-approval.queries.ts'
import { checklist, isNext, mayOverride, missingFor, missingForVersion, type GoLiveFacts, type GoLiveItemKey } from './checklist.ts'

const ready: GoLiveFacts = {
  begunFlows: 1, lintErrors: [], isPublished: true, latestVersionId: 'v2', testCount: 3, failedTests: [],
  channels: [{ name: 'WhatsApp', isLive: true, isAccepted: true, isLine: true }], staff: ['Ana Reyes'],
}

const approval = (item: GoLiveItemKey, more: Partial<BotApprovalRow> = {}): [GoLiveItemKey, BotApprovalRow] => [item, {
  id: 'a', botId: 'b', kind: 'ITEM_APPROVED', fromStage: null, toStage: null, item, versionId: 'v2', versionNumber: 2, side: 'TENANT', byName: 'Ana', memberId: null,
  at: new Date(0), note: null, overrideReason: null, missing: [], ...more,
}]
const all = new Map([approval('CONTENT_APPROVED'), approval('DESIGN_REVIEWED'), approval('LINES_CERTIFIED')])

const missing = (facts: Partial<GoLiveFacts>, approvals = all) =>
  checklist({ ...ready, ...facts }, approvals).filter(({ isDone }) => !isDone).map(({ key, missing: names }) => [key, names])

describe('the checklist', () => {
  test('misses nothing where everything is there', () => expect(missing({})).toEqual([]))

  test.each<[GoLiveItemKey, Partial<GoLiveFacts>, string[]]>([
    ['FLOWS_DRAWN', { begunFlows: 0 }, []], ['LINT_CLEAN', { lintErrors: ['A', 'B', 'A'] }, ['A', 'B']], ['VERSION_PUBLISHED', { isPublished: false }, []],
    ['TESTS_GREEN', { testCount: 0 }, []], ['TESTS_GREEN', { failedTests: ['Saluda'] }, ['Saluda']], ['CHANNELS_LIVE', { channels: [] }, []],
    ['CHANNELS_LIVE', { channels: [{ name: 'Web', isLive: false, isAccepted: true, isLine: false }] }, ['Web']],
    ['POLICIES_ACCEPTED', { channels: [{ name: 'WhatsApp', isLive: true, isAccepted: false, isLine: true }] }, ['WhatsApp']], ['QUEUE_STAFFED', { staff: [] }, []],
    ['CONTENT_APPROVED', { latestVersionId: 'v3' }, []],
  ])('misses %s where %j', (key, facts, names) => expect(missing(facts)).toEqual([[key, names]]))

  test('holds the company’s word for the version that it was given for; BotPro’s stays until it is taken back', () => {
    const earlier = new Map([approval('CONTENT_APPROVED', { versionId: 'v1' }), approval('DESIGN_REVIEWED', { versionId: 'v1' }), approval('LINES_CERTIFIED', { kind: 'ITEM_WITHDRAWN' })])
    expect(missing({}, earlier).map(([key]) => key)).toEqual(['CONTENT_APPROVED', 'LINES_CERTIFIED'])
    expect(missing({ latestVersionId: null }, new Map([approval('CONTENT_APPROVED', { versionId: null })])).map(([key]) => key)).toContain('CONTENT_APPROVED')
  })

  test('of a stage includes what the stages before it need', () => {
    const items = checklist({ ...ready, lintErrors: ['A'], testCount: 0, staff: [] }, all)
    expect((['TEST', 'REVIEW', 'LIVE'] as const).map(stage => missingFor(stage, items).map(({ key }) => key))).toEqual([
      ['LINT_CLEAN'], ['LINT_CLEAN', 'TESTS_GREEN'], ['LINT_CLEAN', 'TESTS_GREEN', 'QUEUE_STAFFED'],
    ])
  })

  test('says who may answer what is handed over', () => {
    const staffed = (staff: string[]) => checklist({ ...ready, staff }, all).find(({ key }) => key === 'QUEUE_STAFFED')
    expect(staffed(['Ana Reyes', 'Luis Mota'])).toMatchObject({ isDone: true, found: ['Ana Reyes', 'Luis Mota'] })
    expect(staffed([])).toMatchObject({ isDone: false, found: [] })
  })

  test('of a version that serves at once asks anew for everything, and for the company’s word for its texts whoever gave it before', () => {
    const lacking = (facts: Partial<GoLiveFacts>, more = { approvesContent: true, hasTestsOverride: false }) => missingForVersion(checklist({ ...ready, ...facts }, all), more).map(({ key }) => key)
    expect(lacking({ isPublished: false })).toEqual([])
    expect(lacking({ isPublished: false }, { approvesContent: false, hasTestsOverride: false })).toEqual(['CONTENT_APPROVED'])
    expect(lacking({ staff: [], channels: [] })).toEqual(['CHANNELS_LIVE', 'QUEUE_STAFFED'])
    expect([lacking({ failedTests: ['Saluda'] }), lacking({ failedTests: ['Saluda'] }, { approvesContent: true, hasTestsOverride: true })]).toEqual([['TESTS_GREEN'], []])
    expect(lacking({ testCount: 0 }, { approvesContent: true, hasTestsOverride: true })).toEqual(['TESTS_GREEN'])
  })

  test('is passed over with a reason save where a WhatsApp line is not certified', () => {
    const mayPass = (facts: Partial<GoLiveFacts>, approvals = all) => mayOverride(missingFor('LIVE', checklist({ ...ready, ...facts }, approvals)))
    const [reviewed, nothing] = [new Map([approval('CONTENT_APPROVED'), approval('DESIGN_REVIEWED')]), new Map()]
    const site = { channels: [{ name: 'Web', isLive: true, isAccepted: true, isLine: false }] }
    expect([mayPass({ staff: [] }), mayPass({}, reviewed), mayPass(site, reviewed), mayPass(site, nothing)]).toEqual([true, false, true, true])
  })

  test('is gone through stage by stage', () => {
    expect([isNext('BUILD', 'TEST'), isNext('BUILD', 'REVIEW'), isNext('LIVE', 'REVIEW')]).toEqual([true, false, false])
  })
})
