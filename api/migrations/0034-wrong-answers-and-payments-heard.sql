-- How often what a customer is known by was answered wrongly: by whom, and of what was expected only a hash.
create table flow_wrong_answer (
  tenant_id     uuid not null references tenant (id) on delete cascade,
  id            uuid not null,
  contact_id    uuid not null,
  expected_hash bytea not null,
  at            timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade
);
create index flow_wrong_answer_contact on flow_wrong_answer (tenant_id, contact_id, at);
create index flow_wrong_answer_expected on flow_wrong_answer (tenant_id, expected_hash, at);
create index flow_wrong_answer_at on flow_wrong_answer (at);
select make_tenant_table('flow_wrong_answer', 'select, insert, delete');

-- That it is paid was heard by a flow, or told to the customer by itself: once, whoever comes first.
alter table payment add column heard_at timestamptz;
