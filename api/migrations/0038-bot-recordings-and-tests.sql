-- What was answered to runs and made of a contact's words, so that a conversation can be played again as a test: sealed, and kept for thirty days.

create table flow_recording (
  tenant_id       uuid not null,
  id              uuid not null,
  conversation_id uuid not null,
  sealed          text not null,
  at              timestamptz not null,
  -- What was made of a contact's words: of which message, so that it goes when she takes that back.
  message_id      uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete cascade
);
create index flow_recording_conversation on flow_recording (tenant_id, conversation_id, at, id);
create index flow_recording_message on flow_recording (tenant_id, message_id) where message_id is not null;
create index flow_recording_at on flow_recording using brin (at);
select make_tenant_table('flow_recording');

-- How the tests of a draft went. One row a draft, written once by whoever ran them first.
create table bot_test_run (
  tenant_id      uuid not null,
  bot_id         uuid not null,
  draft_revision integer not null,
  passed_count   integer not null,
  failed_count   integer not null,
  -- Of each test, in their order; what was said is kept of those that failed.
  outcomes       jsonb not null,
  at             timestamptz not null,
  primary key (tenant_id, bot_id, draft_revision),
  foreign key (tenant_id, bot_id) references bot (tenant_id, id) on delete cascade
);
select make_tenant_table('bot_test_run', 'select, insert, delete');

-- That a version was published while the bot serves is said with what was missing, as moves between stages are.
alter table bot_approval drop constraint bot_approval_kind_check, drop constraint bot_approval_check;
alter table bot_approval
  add constraint bot_approval_kind_check check (kind in ('STAGE_MOVED', 'VERSION_PUBLISHED', 'ITEM_APPROVED', 'ITEM_WITHDRAWN')),
  add constraint bot_approval_check check ((kind in ('STAGE_MOVED', 'VERSION_PUBLISHED')) = (item is null));
