-- Files of bots that nothing shows any more go after a while.

-- Since when no draft, version or message of the company's shows it; empty while one does, and of all others.
alter table attachment add column unused_since timestamptz;
create index attachment_bots on attachment (tenant_id, id) where is_bots;
