export default {
  title: 'Going live', stages: 'Stages', state: { past: 'done', current: 'current stage', ahead: 'to come' },
  stageText: {
    BUILD: 'The bot is being drawn. Nobody else sees it.', TEST: 'The bot is being tried with its simulator and its tests.', REVIEW: 'Those who answer for the bot are looking at it: your company and BotPro.', LIVE: 'The bot serves your customers on its channels.',
  },
  forward: 'Move to “{stage}”', back: 'Back to…', neededFor: 'To move to “{stage}”', count: '{done} of {count}', isDone: 'Done', isMissing: 'Missing', side: { TENANT: 'Your company', BOTPRO: 'BotPro' },
  item: {
    FLOWS_DRAWN: 'There are flows that can begin', LINT_CLEAN: 'The check finds no errors', VERSION_PUBLISHED: 'The draft is published', TESTS_GREEN: 'The tests pass', CHANNELS_LIVE: 'Its channels are connected', POLICIES_ACCEPTED: 'Policies of the channels accepted',
    QUEUE_STAFFED: 'Somebody answers what is handed over', CONTENT_APPROVED: 'The texts are approved', DESIGN_REVIEWED: 'The design is reviewed', LINES_CERTIFIED: 'The lines are certified',
  },
  itemText: {
    FLOWS_DRAWN: 'The draft has at least one flow with a trigger.', LINT_CLEAN: 'Warnings do not count; errors do.', VERSION_PUBLISHED: 'There is a version and the draft says the same.', TESTS_GREEN: 'There are tests and all pass with the draft of now.', CHANNELS_LIVE: 'It answers on at least one channel and all are live.',
    POLICIES_ACCEPTED: 'Of the channels whose provider asks for it.', QUEUE_STAFFED: 'Somebody active may answer what the bot hands over, in any queue: queues keep nobody out.', CONTENT_APPROVED: 'Somebody who answers for your company read what the bot says. It holds for one version: the next one is read anew.', DESIGN_REVIEWED: 'BotPro looks at the design. It holds for the versions that follow too, until BotPro takes it back.', LINES_CERTIFIED: 'BotPro tries the bot on its channels. It is needed only for a WhatsApp line to go live.',
  },
  todo: { DESIGN_REVIEWED: 'Review the design', LINES_CERTIFIED: 'Certify the lines' },
  way: { FLOWS_DRAWN: 'See the flows', LINT_CLEAN: 'See the errors when publishing', VERSION_PUBLISHED: 'Go to versions', TESTS_GREEN: 'See the tests', CHANNELS_LIVE: 'See its channels', POLICIES_ACCEPTED: 'See the channels', QUEUE_STAFFED: 'See the members' },
  lacks: 'Missing: {facts}', mayAnswer: 'May answer: {names}', waitsForBotPro: 'BotPro has yet to certify the WhatsApp line. A reason of your company’s is not enough: wait until BotPro certifies it, or lets it pass.', letPass: 'Let pass without review', letPassTitle: '{item}: let pass without review', letPassReason: 'Why it may pass', letThrough: 'Passed without review. Reason: {reason}', published: '{name} published a version that serves since then', quoted: '“{name}”', errorKinds: 'No errors | 1 kind of error to mend | {n} kinds of errors to mend', approvedBy: 'Approved by {name}, {when}', approve: 'Approve', withdraw: 'Take the approval back', approveTitle: 'Approve “{item}”', withdrawTitle: 'Take the approval of “{item}” back', note: 'Note',
  moveTitle: 'Move to “{stage}”', move: 'Move', moveAnyway: 'Move all the same', stillMissing: 'Nothing is missing | 1 thing is still missing | {n} things are still missing', overrideReason: 'Why it is moved all the same', overrideHelp: 'It is kept in the history and in the audit trail.',
  moveText: { BUILD: 'The bot is drawn again. If it was live, it stops serving.', TEST: 'The bot is to be tried. If it was live, it stops serving.', REVIEW: 'The bot is to be reviewed by your company and BotPro. If it was live, it stops serving.', LIVE: 'The version published last serves the new conversations of its channels from now on.' },
  doneMove: { BUILD: 'The bot is being built', TEST: 'The bot is being tested', REVIEW: 'The bot is in review', LIVE: 'The bot serves your customers now' }, doneApprove: 'Approved', doneWithdraw: 'Approval taken back',
  refused: { GoLiveItemsMissing: 'Something is missing that was there before. You see it in the list now: say why it is moved all the same.', NothingPublished: 'Nothing is published yet. Publish a version first.', ChangedMeanwhile: 'Somebody changed the draft at this moment. You see the latest now: try again.', InvalidInput: 'This can no longer be done like this. You see how it stands now.' },
  history: 'History of approvals', noHistory: 'Nothing was moved or approved yet.', moved: '{name} moved it from “{from}” to “{to}”', approved: '{name} approved “{item}”', withdrawn: '{name} took the approval of “{item}” back', overridden: 'Missing then: {items}. Reason: {reason}',
  reviews: {
    title: 'Review of bots', text: 'Bots of companies that wait for BotPro’s part, the oldest first.', empty: 'No bot is waiting', emptyText: 'When a company moves a bot to review, it appears here.', refused: 'The review could not be saved.', companyReads: 'The company reads this note.', unpublished: 'nothing published',
  },
}
