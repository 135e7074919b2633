-- Payments by links of the tenants' providers: asked for by bots and agents, made by a connector, told of by signed call-backs.

create table payment_settings (
  tenant_id            uuid primary key references tenant (id) on delete cascade,
  id                   uuid not null,
  connector            text check (connector ~ '^[a-z][a-z0-9_-]{0,59}$'),
  operation            text not null default 'create_payment' check (operation ~ '^[a-z][a-z0-9_-]{0,59}$'),
  minutes              integer not null default 1440 check (minutes between 1 and 10080),
  -- In the address to which the provider tells; it alone opens nothing.
  callback_key         text not null unique,
  sealed_secret        text,
  secret_last_four     text,
  sealed_previous      text,
  previous_until       timestamptz,
  version              integer not null default 1
);
select make_tenant_table('payment_settings', 'select, insert, update');

create table payment (
  tenant_id       uuid not null references tenant (id) on delete cascade,
  id              uuid not null,
  amount          text not null check (amount ~ '^[0-9]{1,9}\.[0-9]{2}$'),
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  reference       text not null check (length(reference) between 1 and 100),
  description     text not null check (length(description) between 1 and 200),
  -- Reference and description without accents and in small letters, to be searched.
  plain           text not null,
  state           text not null check (state in ('CREATED', 'LINKED', 'PAID', 'FAILED', 'EXPIRED', 'CANCELLED')),
  failure         text check (failure in ('NO_LINK', 'DECLINED', 'AMOUNT_DIFFERS')),
  reason          text,
  url             text,
  external_id     text,
  contact_id      uuid,
  conversation_id uuid,
  requested_by    uuid,
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  changed_at      timestamptz not null,
  -- Somebody is asking the connector; until then nobody else does.
  linking_until   timestamptz,
  idempotency_key text,
  version         integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade,
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete set null (conversation_id),
  foreign key (tenant_id, requested_by) references member (tenant_id, id),
  unique (tenant_id, idempotency_key),
  check ((state = 'FAILED') = (failure is not null))
);
create index payment_created on payment (tenant_id, created_at desc, id desc);
create index payment_contact on payment (tenant_id, contact_id, created_at desc);
create index payment_conversation on payment (tenant_id, conversation_id) where conversation_id is not null;
create index payment_external on payment (tenant_id, external_id) where external_id is not null;
-- Of all tenants: what the jobs look for.
create index payment_open on payment (expires_at) where state in ('CREATED', 'LINKED');
select make_tenant_table('payment', 'select, insert, update');

create table payment_event (
  tenant_id  uuid not null,
  id         uuid not null,
  payment_id uuid not null,
  at         timestamptz not null,
  state      text not null,
  failure    text,
  reason     text,
  member_id  uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, payment_id) references payment (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references member (tenant_id, id)
);
create index payment_event_of on payment_event (tenant_id, payment_id, at, id);
select make_tenant_table('payment_event', 'select, insert');

-- What was told, as it came. The same bytes again are the same row.
create table payment_callback (
  tenant_id    uuid not null references tenant (id) on delete cascade,
  id           uuid not null,
  digest       bytea not null,
  body         bytea not null,
  received_at  timestamptz not null,
  processed_at timestamptz,
  -- The provider’s name for the payment, where it tells one.
  external_id  text,
  payment_id   uuid,
  primary key (tenant_id, id),
  unique (tenant_id, digest),
  foreign key (tenant_id, payment_id) references payment (tenant_id, id) on delete cascade
);
create index payment_callback_unknown on payment_callback (tenant_id, received_at desc) where processed_at is not null and payment_id is null;
create index payment_callback_waiting on payment_callback (received_at) where processed_at is null;
select make_tenant_table('payment_callback', 'select, insert, update');
