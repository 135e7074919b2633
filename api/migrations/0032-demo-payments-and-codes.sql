-- Payments whose link a demo system made: nobody can pay them, and only these may be answered on the demonstration’s own page.

alter table payment add column is_demo boolean not null default false;
-- Whoever opens that page is in no tenant yet.
create index payment_demo on payment (id) where is_demo;

-- Codes by which contacts show who they are go out as messages do, and stand in no conversation: to whom, and what nobody may read on the way.
alter table outbound_message
  add column address text,
  add column sealed text,
  add column thread_message_id uuid generated always as (case when address is null then message_id end) stored;
alter table outbound_message
  drop constraint outbound_message_tenant_id_message_id_fkey,
  add foreign key (tenant_id, thread_message_id) references message (tenant_id, id) on delete cascade;
create index outbound_message_thread on outbound_message (tenant_id, thread_message_id) where thread_message_id is not null;
create index outbound_message_code on outbound_message (created_at) where address is not null;

-- A code may be made in the turn in which its run begins, before the run is kept; what is too old goes by itself.
alter table flow_code drop constraint flow_code_tenant_id_run_id_fkey;
create index flow_code_expired on flow_code (expires_at);

-- How often codes were asked for: by whom, and for which address, of which only a hash is kept.
create table flow_code_sending (
  tenant_id    uuid not null references tenant (id) on delete cascade,
  id           uuid not null,
  contact_id   uuid not null,
  address_hash bytea not null,
  at           timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade
);
create index flow_code_sending_contact on flow_code_sending (tenant_id, contact_id, at);
create index flow_code_sending_address on flow_code_sending (tenant_id, address_hash, at);
create index flow_code_sending_at on flow_code_sending (at);
select make_tenant_table('flow_code_sending', 'select, insert, delete');
