-- What a bot's steps leave behind: how a conversation is sorted for people, requests, and what customers answered to surveys.

-- Sorting. What somebody has is hers whatever the queue is called; the name tells colleagues whose work it is.
alter table conversation
  add column tags text[] not null default '{}' check (cardinality(tags) <= 30),
  add column priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  add column queue text check (length(queue) between 1 and 120);
-- Most conversations have neither, and cost these nothing. Under row-level security no index over the tags themselves would be used.
create index conversation_tagged on conversation (tenant_id, last_activity_at desc, id desc) where tags <> '{}';
create index conversation_queue on conversation (tenant_id, queue, last_activity_at desc, id desc) where queue is not null;

-- Requests of customers. Not the tenant's own tickets to whoever runs BotPro.
create table request_type (
  tenant_id  uuid not null references tenant (id) on delete cascade,
  id         uuid not null,
  key        text not null check (key ~ '^[a-z][a-z0-9_-]{0,59}$'),
  -- {"ES": …, "EN": …}
  name       jsonb not null,
  fields     jsonb not null,
  states     jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  deleted_at timestamptz,
  version    integer not null default 1,
  primary key (tenant_id, id)
);
create unique index request_type_key on request_type (tenant_id, key) where deleted_at is null;
select make_tenant_table('request_type', 'select, insert, update');

-- The last number of each year; whoever opens a request holds the row until its unit ends, so that no number is left out.
create table request_counter (
  tenant_id uuid not null references tenant (id) on delete cascade,
  year      integer not null,
  last      integer not null,
  primary key (tenant_id, year)
);
select make_tenant_table('request_counter', 'select, insert, update');

create table request (
  tenant_id       uuid not null references tenant (id) on delete cascade,
  id              uuid not null,
  number          text not null,
  -- What it was called by whoever opened it; there may be no such type.
  type_key        text not null,
  type_id         uuid,
  title           text not null check (length(title) between 1 and 200),
  -- Number and title without accents and in small letters, to be searched.
  plain           text not null,
  fields          jsonb not null default '{}',
  contact_id      uuid,
  conversation_id uuid,
  priority        text not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  state           text not null,
  assignee_id     uuid,
  opened_at       timestamptz not null,
  changed_at      timestamptz not null,
  -- Since when it stands in a final state.
  closed_at       timestamptz,
  idempotency_key text,
  version         integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, type_id) references request_type (tenant_id, id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade,
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete set null (conversation_id),
  foreign key (tenant_id, assignee_id) references member (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, idempotency_key)
);
create index request_opened on request (tenant_id, opened_at desc, id desc);
create index request_open on request (tenant_id, opened_at desc, id desc) where closed_at is null;
create index request_contact on request (tenant_id, contact_id, opened_at desc);
create index request_conversation on request (tenant_id, conversation_id) where conversation_id is not null;
create index request_type_state on request (tenant_id, type_id, state);
select make_tenant_table('request', 'select, insert, update');

create table request_event (
  tenant_id   uuid not null,
  id          uuid not null,
  request_id  uuid not null,
  at          timestamptz not null,
  kind        text not null check (kind in ('OPENED', 'STATE_CHANGED', 'ASSIGNED', 'NOTED')),
  from_state  text,
  to_state    text,
  note        text,
  member_id   uuid,
  assignee_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references request (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references member (tenant_id, id),
  foreign key (tenant_id, assignee_id) references member (tenant_id, id)
);
create index request_event_of on request_event (tenant_id, request_id, at, id);
select make_tenant_table('request_event', 'select, insert');

-- Surveys: the question and the survey are the bot's, by their keys.
create table survey_answer (
  tenant_id       uuid not null,
  id              uuid not null,
  conversation_id uuid not null,
  survey          text not null check (length(survey) between 1 and 60),
  question        text not null check (length(question) between 1 and 60),
  type            text not null check (type in ('CSAT', 'NPS', 'CHOICE', 'TEXT')),
  score           smallint,
  text            text,
  agent_id        uuid,
  at              timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references member (tenant_id, id),
  unique (tenant_id, conversation_id, survey, question),
  check ((type in ('CSAT', 'NPS')) = (score is not null)),
  check ((type in ('CHOICE', 'TEXT')) = (text is not null))
);
create index survey_answer_at on survey_answer (tenant_id, at desc, id desc);
select make_tenant_table('survey_answer', 'select, insert');
