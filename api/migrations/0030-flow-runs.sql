-- Where the bot stands in each conversation, what it has asked of others, and by which steps people went.

create table flow_run (
  tenant_id       uuid not null,
  id              uuid not null,
  conversation_id uuid not null,
  contact_id      uuid not null,
  -- A run goes on in the version in which it began.
  bot_version_id  uuid not null,
  -- FOREGROUND hears what the contact says; PARKED waits for it to be over; BACKGROUND waits for time or events.
  place           text not null check (place in ('FOREGROUND', 'PARKED', 'BACKGROUND')),
  state           jsonb not null,
  -- What she said while something was being asked for: heard afterwards, in this order.
  pending         jsonb not null default '[]',
  -- When it goes on by itself, or asks whether she is still there.
  wake_at         timestamptz,
  nudge_at        timestamptz,
  event           text,
  -- Since when it has rested at its step.
  rested_at       timestamptz not null,
  started_at      timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete cascade
) with (fillfactor = 70);
create unique index flow_run_foreground on flow_run (tenant_id, conversation_id) where place = 'FOREGROUND';
create index flow_run_conversation on flow_run (tenant_id, conversation_id);
create index flow_run_wake on flow_run (wake_at) where wake_at is not null;
create index flow_run_nudge on flow_run (nudge_at) where nudge_at is not null;
create index flow_run_event on flow_run (tenant_id, event) where event is not null;
create index flow_run_version on flow_run (tenant_id, bot_version_id);
select make_tenant_table('flow_run');

-- What a run asked of another system: the row is the promise. Whoever does it says so first, so that nothing is done twice.
create table flow_request (
  tenant_id     uuid not null,
  run_id        uuid not null,
  -- The run's own number of it.
  id            text not null,
  request       jsonb not null,
  created_at    timestamptz not null,
  -- Under way until then; by whom does not matter.
  claimed_until timestamptz,
  attempts      integer not null default 0,
  primary key (tenant_id, run_id, id),
  foreign key (tenant_id, run_id) references flow_run (tenant_id, id) on delete cascade
) with (fillfactor = 70);
create index flow_request_due on flow_request (coalesce(claimed_until, created_at));
select make_tenant_table('flow_request');

-- Codes that were sent to prove who somebody is: hashed, counted, and gone with the run.
create table flow_code (
  tenant_id  uuid not null,
  run_id     uuid not null,
  hash       bytea not null,
  expires_at timestamptz not null,
  tries_left integer not null,
  primary key (tenant_id, run_id),
  foreign key (tenant_id, run_id) references flow_run (tenant_id, id) on delete cascade
);
select make_tenant_table('flow_code');

-- Steps that were reached and left. `seconds` is how long the run had rested there.
create table flow_visit (
  tenant_id       uuid not null references tenant (id) on delete cascade,
  id              uuid not null,
  bot_version_id  uuid not null,
  run_id          uuid not null,
  conversation_id uuid not null,
  flow            text not null,
  step            text not null,
  arrived         boolean not null,
  exit            text,
  failure         text,
  seconds         real,
  at              timestamptz not null,
  primary key (tenant_id, id)
);
create index flow_visit_step on flow_visit (tenant_id, bot_version_id, flow, step, at);
create index flow_visit_run on flow_visit (tenant_id, run_id);
create index flow_visit_conversation on flow_visit (tenant_id, conversation_id, at);
select make_tenant_table('flow_visit');
