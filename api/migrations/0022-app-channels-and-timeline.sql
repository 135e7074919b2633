-- The chat in mobile applications of tenants' own. It has a row in web_channel as the chat on sites has, with no origin allowed.

-- Which application it is, in the tenant's words.
alter table web_channel add column note text not null default '' check (length(note) <= 500);

-- What an application shows to let its users in. Only the hash is kept, for the token is shown once.
create table app_token (
  tenant_id          uuid not null,
  id                 uuid not null,
  channel_account_id uuid not null,
  hash               bytea not null,
  last_four          text not null,
  created_at         timestamptz not null,
  created_by         uuid,
  last_used_at       timestamptz,
  -- When it stops by itself, because another was made.
  ends_at            timestamptz,
  revoked_at         timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references member (tenant_id, id),
  constraint app_token_hash unique (hash)
);
create index app_token_channel on app_token (tenant_id, channel_account_id, created_at desc);
select make_tenant_table('app_token', 'select, insert');
grant update (ends_at, revoked_at) on app_token to botpro_app;
grant update (last_used_at) on app_token to botpro_platform;

-- What was said with a contact, the newest first, from each of her addresses.
create index message_timeline on message (tenant_id, identity_id, sent_at desc, id desc);
