-- How much a tenant may keep, and what its uploads are counted by.

-- In bytes. Sold and changed by the platform; the tenant only reads it.
alter table tenant add column file_quota bigint not null default 10737418240 check (file_quota >= 0);

-- Everything that a new file is measured against, without a look at the rows.
create index attachment_usage on attachment (tenant_id, uploaded_by, created_at) include (size, message_id);
