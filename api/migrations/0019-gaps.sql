-- What was missed while nobody heard the provider is fetched afterwards.

alter table provider_channel
  -- When the provider last said that all is well: what it told from then to a bad answer may be lost.
  add column good_at timestamptz,
  -- From when on something may have been missed. It moves on with what was fetched, and is empty once everything was.
  add column gap_since timestamptz,
  -- How often a gap was found: one that is found while another is being fetched stays.
  add column gaps integer not null default 0;
create index provider_channel_gap on provider_channel (tenant_id, channel_account_id) where gap_since is not null;

-- Whether the body is an update that an adapter read, which is how missed ones come, and not a request of the provider's.
alter table channel_delivery add column is_read boolean not null default false;

-- When any process of the installation last listened for what providers tell. One row.
create table channel_listening (
  is_only  boolean primary key default true check (is_only),
  heard_at timestamptz not null
);
grant select, insert, update on channel_listening to botpro_platform;

-- Lines that were well when they were asked last are taken to be so from then on.
update provider_channel set good_at = checked_at where problem is null;
