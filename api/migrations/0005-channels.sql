-- Channel accounts. The web channel is the first kind; later kinds bring tables of their own.

create table channel_account (
  tenant_id  uuid not null references tenant (id) on delete cascade,
  id         uuid not null,
  kind       text not null check (kind in ('WEB')),
  name       text not null,
  created_at timestamptz not null,
  version    integer not null default 1,
  primary key (tenant_id, id)
);
select make_tenant_table('channel_account');

create table web_channel (
  tenant_id                 uuid not null,
  channel_account_id        uuid not null,
  site_key                  text not null unique,
  allowed_origins           text[] not null,
  color                     text not null,
  side                      text not null check (side in ('LEFT', 'RIGHT')),
  bot_name                  text not null,
  texts                     jsonb not null,
  -- Sealed with the key of the installation; the site needs the plain text to sign with, so a hash would not do.
  identity_secret           text,
  identity_secret_last_four text,
  primary key (tenant_id, channel_account_id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade
);
select make_tenant_table('web_channel');

alter table contact_identity add foreign key (tenant_id, channel_account_id)
  references channel_account (tenant_id, id) on delete cascade;
