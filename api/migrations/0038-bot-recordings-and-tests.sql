-- What was answered to runs and made of a contact's words, so that a conversation can be played again as a test: sealed, and kept for thirty days.

create table flow_recording (
  tenant_id       uuid not null,
  id              uuid not null,
  conversation_id uuid not null,
  sealed          text not null,
  at              timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete cascade
);
create index flow_recording_conversation on flow_recording (tenant_id, conversation_id, at, id);
create index flow_recording_at on flow_recording using brin (at);
select make_tenant_table('flow_recording');
