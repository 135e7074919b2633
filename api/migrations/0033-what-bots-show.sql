-- Files of the company's bots: uploaded for them, or fetched from an address that a flow names.

alter table attachment
  -- Kept though no message carries it; messages of bots have rows of their own that show the same content.
  add column is_bots boolean not null default false,
  -- The bots' file whose content this is.
  add column shares uuid,
  -- Where it was fetched from.
  add column address text,
  add constraint attachment_bots_unsent check (not is_bots or message_id is null),
  add foreign key (tenant_id, shares) references attachment (tenant_id, id);
create index attachment_shares on attachment (tenant_id, shares) where shares is not null;
-- By their hash: addresses may be longer than an index takes.
create index attachment_address on attachment (tenant_id, md5(address), created_at desc) where is_bots and address is not null;

drop index attachment_unused;
create index attachment_unused on attachment (tenant_id, created_at) where message_id is null and not is_bots;
drop index attachment_usage;
create index attachment_usage on attachment (tenant_id, uploaded_by, created_at) include (size, message_id, is_bots, shares);
