-- Servers of tenants' own that are asked for help, and what that came to.

create table predictive_model (
  tenant_id     uuid not null references tenant (id) on delete cascade,
  id            uuid not null,
  name          text not null,
  base_url      text not null,
  -- The key, sealed; and its end, to recognise it.
  sealed_key    text,
  key_last_four text,
  -- [{purpose, model}], each purpose once.
  uses          jsonb not null,
  is_on         boolean not null,
  monthly_calls integer not null check (monthly_calls > 0),
  timeout_ms    integer not null check (timeout_ms > 0),
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  -- What it was used for is still counted by its name.
  deleted_at    timestamptz,
  version       integer not null default 1,
  primary key (tenant_id, id),
  check (deleted_at is null or (sealed_key is null and not is_on))
);
create index predictive_model_present on predictive_model (tenant_id, name) where deleted_at is null;
select make_tenant_table('predictive_model');

-- How many calls count in a month: one row is one lock, so that a limit is a limit.
create table predictive_month (
  tenant_id uuid not null,
  model_id  uuid not null,
  -- The first day, in the tenant's zone.
  month     date not null,
  calls     integer not null,
  primary key (tenant_id, model_id, month),
  foreign key (tenant_id, model_id) references predictive_model (tenant_id, id) on delete cascade
);
select make_tenant_table('predictive_month');

-- Each call. No word of what was asked or answered.
create table predictive_call (
  tenant_id  uuid not null,
  id         uuid not null,
  model_id   uuid not null,
  purpose    text not null check (purpose in ('ENCODE', 'RERANK', 'GENERATE', 'CLASSIFY')),
  -- What it was for: the same again is the same call.
  key        text,
  at         timestamptz not null,
  -- STARTED until it is known; then ANSWERED, or the problem.
  outcome    text not null,
  ms         integer,
  tokens_in  integer not null default 0,
  tokens_out integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, model_id) references predictive_model (tenant_id, id) on delete cascade
);
create unique index predictive_call_key on predictive_call (tenant_id, key) where key is not null;
create index predictive_call_at on predictive_call (tenant_id, at);
create index predictive_call_model on predictive_call (tenant_id, model_id);
create index predictive_call_old on predictive_call using brin (at);
select make_tenant_table('predictive_call');

-- Messages of contacts that the bot answers in a moment, once a model was asked. The row goes with the answer.
create table owed_answer (
  tenant_id       uuid not null,
  message_id      uuid not null,
  conversation_id uuid not null,
  at              timestamptz not null,
  primary key (tenant_id, message_id),
  foreign key (tenant_id, message_id) references message (tenant_id, id) on delete cascade,
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete cascade
);
create index owed_answer_at on owed_answer (at);
create index owed_answer_conversation on owed_answer (tenant_id, conversation_id);
select make_tenant_table('owed_answer');
