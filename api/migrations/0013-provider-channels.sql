-- Channels with a provider behind them: accounts, what came in as it came, what goes out and how far it has come.

alter table channel_account drop constraint channel_account_kind_check;
alter table channel_account add check (kind in ('WEB', 'APP', 'WHATSAPP', 'MESSENGER', 'INSTAGRAM', 'TELEGRAM', 'SMS', 'EMAIL'));
alter table channel_account add column state text not null default 'LIVE'
  check (state in ('DRAFT', 'LIVE', 'PAUSED', 'REMOVED'));

create table provider_channel (
  tenant_id          uuid not null,
  channel_account_id uuid not null,
  kind               text not null,
  -- Under which the provider knows the line; empty once it was let go of, so that it may be connected again.
  account_key        text,
  -- The last part of the webhook's address. Whoever guesses it still has to sign.
  hook_key           text not null unique,
  settings           jsonb not null,
  -- Secret settings and the verify token, sealed with the key of the installation; of each secret the last characters.
  sealed             text not null,
  last_four          jsonb not null,
  texts              jsonb not null,
  -- As the provider told at the last check.
  provider_name      text,
  address            text,
  quality            text,
  checked_at         timestamptz,
  problem            jsonb,
  -- The provider refuses the account as a whole; it is asked again at `probe_at`.
  stopped_at         timestamptz,
  probe_at           timestamptz,
  probes             smallint not null default 0,
  -- Where a mailbox was read to.
  place              text,
  last_received_at   timestamptz,
  last_sent_at       timestamptz,
  primary key (tenant_id, channel_account_id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade
);
create unique index provider_channel_key on provider_channel (tenant_id, kind, account_key) where account_key is not null;
select make_tenant_table('provider_channel');

create table policy_acceptance (
  tenant_id          uuid not null,
  id                 uuid not null,
  channel_account_id uuid not null,
  text_version       text not null,
  member_id          uuid not null,
  member_name        text not null,
  at                 timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references member (tenant_id, id)
);
create index policy_acceptance_channel on policy_acceptance (tenant_id, channel_account_id, at desc);
select make_tenant_table('policy_acceptance', 'select, insert');

-- What a provider sent, as it sent it, committed before it is told so. There is no other copy.
create table channel_delivery (
  tenant_id          uuid not null,
  id                 uuid not null,
  channel_account_id uuid not null,
  received_at        timestamptz not null,
  -- Of what is fetched rather than sent, so that it is kept once.
  key                text,
  headers            jsonb not null,
  body               bytea not null,
  processed_at       timestamptz,
  tries              smallint not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade
);
create unique index channel_delivery_key on channel_delivery (tenant_id, channel_account_id, key) where key is not null;
create index channel_delivery_waiting on channel_delivery (tenant_id, channel_account_id, id) where processed_at is null;
create index channel_delivery_received on channel_delivery using brin (received_at);
select make_tenant_table('channel_delivery');

create table quarantined_update (
  tenant_id          uuid not null,
  id                 uuid not null,
  channel_account_id uuid not null,
  delivery_id        uuid not null,
  -- Which of the delivery's updates.
  position           integer not null,
  reason             text not null,
  raw                jsonb not null,
  received_at        timestamptz not null,
  state              text not null default 'WAITING' check (state in ('WAITING', 'REPLAYED', 'DISMISSED')),
  primary key (tenant_id, id),
  unique (tenant_id, delivery_id, position),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade
);
create index quarantined_update_waiting on quarantined_update (tenant_id, channel_account_id, id desc) where state = 'WAITING';
select make_tenant_table('quarantined_update');

create table channel_alarm (
  tenant_id          uuid not null,
  id                 uuid not null,
  channel_account_id uuid not null,
  kind               text not null check (kind in ('ACCOUNT_STOPPED', 'BACKLOG', 'QUARANTINE', 'UNSUBSCRIBED', 'QUALITY', 'TEMPLATE')),
  problem            jsonb not null,
  raised_at          timestamptz not null,
  cleared_at         timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade
);
create unique index channel_alarm_open on channel_alarm (tenant_id, channel_account_id, kind) where cleared_at is null;
select make_tenant_table('channel_alarm');

-- One process at a time works for an account: it puts what comes and goes in order, and counts what it sends.
create table channel_lease (
  tenant_id          uuid not null,
  channel_account_id uuid not null,
  holder             uuid not null,
  until              timestamptz not null,
  primary key (tenant_id, channel_account_id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade
);
select make_tenant_table('channel_lease');

-- By which name a provider knows a message, in and out. What comes twice is found here, inside the unit that stores it.
create table channel_message (
  tenant_id          uuid not null,
  channel_account_id uuid not null,
  external_id        text not null,
  message_id         uuid not null,
  primary key (tenant_id, channel_account_id, external_id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade
);
create index channel_message_message on channel_message (tenant_id, message_id);
select make_tenant_table('channel_message');

-- What was told of a message before the message itself.
create table parked_update (
  tenant_id          uuid not null,
  channel_account_id uuid not null,
  external_id        text not null,
  id                 uuid not null,
  update             jsonb not null,
  at                 timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade
);
create index parked_update_message on parked_update (tenant_id, channel_account_id, external_id, id);
select make_tenant_table('parked_update');

-- A message on its way out. SENDING is committed before the provider is called.
create table outbound_message (
  tenant_id          uuid not null,
  message_id         uuid not null,
  channel_account_id uuid not null,
  identity_id        uuid not null,
  -- Its place in the thread: what was said first goes first.
  position           integer not null,
  state              text not null check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN', 'DONE')),
  -- In the words of the domain, until it is cut into calls.
  message            jsonb not null,
  -- Each call: its request, how far it has come, under which id.
  parts              jsonb,
  tries              smallint not null default 0,
  -- When it is tried next, or until when something unknown waits to be told of.
  due_at             timestamptz not null,
  created_at         timestamptz not null,
  primary key (tenant_id, message_id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, message_id) references message (tenant_id, id) on delete cascade
) with (fillfactor = 70);
create index outbound_message_waiting on outbound_message (tenant_id, channel_account_id, identity_id, position)
  where state in ('QUEUED', 'SENDING', 'UNKNOWN');
create index outbound_message_due on outbound_message (tenant_id, channel_account_id, due_at)
  where state in ('QUEUED', 'SENDING', 'UNKNOWN');
create index outbound_message_sent on outbound_message (tenant_id, identity_id, created_at) where state = 'SENT';
select make_tenant_table('outbound_message');

alter table message
  add column content jsonb,
  add column mail jsonb,
  add column failure jsonb,
  add column reactions jsonb,
  add column edited_at timestamptz,
  add column original_text text,
  add column deleted_at timestamptz,
  add column replies_to uuid;

alter table attachment
  add column state text not null default 'READY' check (state in ('READY', 'FETCHING', 'FAILED')),
  -- How the channel finds it, while it is not here.
  add column source jsonb,
  add column is_voice boolean not null default false;
create index attachment_fetching on attachment (tenant_id, id) where state = 'FETCHING';

-- When the contact wrote last, by the channel's clock: its window is counted from there.
alter table contact_identity add column last_heard_at timestamptz;

-- Of mails: one address may have several conversations open, one a thread.
alter table conversation add column thread_key text not null default '', add column subject text;
drop index conversation_one_open;
create unique index conversation_one_open on conversation (tenant_id, identity_id, thread_key) where status = 'OPEN';
