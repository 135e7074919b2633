-- Links and QR codes that lead to channel accounts, how often they were opened, and what began with them.

create table channel_link (
  tenant_id          uuid not null,
  id                 uuid not null,
  channel_account_id uuid not null,
  name               text not null,
  -- Stands in printed codes, so it never changes and is never given to another.
  token              text not null unique check (token ~ '^[a-z0-9]{16}$'),
  text               text,
  page               text,
  state              text not null check (state in ('ACTIVE', 'PAUSED', 'DELETED')),
  created_at         timestamptz not null,
  version            integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade
);
create index channel_link_account on channel_link (tenant_id, channel_account_id, id desc);
select make_tenant_table('channel_link');

-- How often, and nothing of by whom.
create table channel_link_day (
  tenant_id uuid not null,
  link_id   uuid not null,
  -- In the tenant's zone.
  day       date not null,
  opened    integer not null,
  primary key (tenant_id, link_id, day),
  foreign key (tenant_id, link_id) references channel_link (tenant_id, id) on delete cascade
) with (fillfactor = 70);
select make_tenant_table('channel_link_day');

create table link_logo (
  tenant_id  uuid not null references tenant (id) on delete cascade,
  -- Redrawn by us: a small PNG.
  picture    bytea not null,
  changed_at timestamptz not null,
  primary key (tenant_id)
);
select make_tenant_table('link_logo');

-- How the contact came: a link of ours, or what the channel told of an advertisement.
alter table conversation
  add column link_id uuid,
  add column referral jsonb,
  add foreign key (tenant_id, link_id) references channel_link (tenant_id, id);
create index conversation_link on conversation (tenant_id, link_id, opened_at) where link_id is not null;
