-- Wordings that a provider approved, as it knows them.

create table message_template (
  tenant_id          uuid not null,
  id                 uuid not null,
  channel_account_id uuid not null,
  external_id        text not null,
  name               text not null,
  language           text not null,
  category           text not null,
  status             text not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'PAUSED', 'DISABLED')),
  quality            text,
  reason             text,
  components         jsonb not null,
  synced_at          timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, channel_account_id, external_id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade
);
create index message_template_name on message_template (tenant_id, channel_account_id, name, language);
select make_tenant_table('message_template');
