-- What is counted: sessions of a contact, and what providers charge for messages. Rows of a month that was invoiced stay as they are.

-- When the message was written by the channel's clock, where that is not when it was stored.
alter table message add column told_at timestamptz;

-- When the latest session opened. What is written within a day of it opens none, and costs no statement.
alter table thread add column session_opened_at timestamptz;

-- What was invoiced outlives whom it was about, so nothing here refers to rows that go when a contact is erased.
create table metered_session (
  tenant_id          uuid not null references tenant (id) on delete cascade,
  id                 uuid not null,
  identity_id        uuid not null,
  conversation_id    uuid not null,
  channel_account_id uuid not null,
  channel_kind       text not null,
  -- The one that opened it: by it a session is known again.
  message_id         uuid not null,
  initiator          text not null check (initiator in ('UIC', 'BIC')),
  opened_at          timestamptz not null,
  -- In which it is counted: that of its opening, in the tenant's zone; the first that is not invoiced yet, when it came to light too late.
  month              date not null check (extract(day from month) = 1),
  -- -1 takes back what an invoiced month counted.
  units              smallint not null check (units in (1, -1)),
  primary key (tenant_id, id),
  unique (tenant_id, message_id, month)
);
create index metered_session_identity on metered_session (tenant_id, identity_id, opened_at);
create index metered_session_month on metered_session (tenant_id, month, opened_at desc, id desc);
select make_tenant_table('metered_session', 'select, insert, delete');

create table provider_charge (
  tenant_id          uuid not null references tenant (id) on delete cascade,
  channel_account_id uuid not null,
  -- By which the provider knows the message.
  external_id        text not null,
  channel_kind       text not null,
  message_id         uuid,
  conversation_id    uuid,
  model              text not null,
  type               text not null,
  category           text not null,
  is_billable        boolean not null,
  -- Of the price list, by where the message went; empty where that is not known.
  market             text,
  quantity           integer not null check (quantity > 0),
  -- The first time that the provider told of it.
  at                 timestamptz not null,
  month              date not null check (extract(day from month) = 1),
  primary key (tenant_id, channel_account_id, external_id)
);
create index provider_charge_month on provider_charge (tenant_id, month);
select make_tenant_table('provider_charge');

-- Up to where it was invoiced: months before this day are closed.
create table metering_close (
  tenant_id     uuid not null references tenant (id) on delete cascade,
  closed_before date not null check (extract(day from closed_before) = 1),
  closed_at     timestamptz not null,
  primary key (tenant_id)
);
select make_tenant_table('metering_close', 'select, insert, update');

-- The first month of a tenant that may still change.
create function metering_open_month(tenant uuid) returns date language sql stable as
  $$ select coalesce((select closed_before from metering_close where tenant_id = tenant), '-infinity'::date) $$;
grant execute on function metering_open_month to botpro_app, botpro_platform;
