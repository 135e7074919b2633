-- Why a tenant's service stands still, in part or whole. What was lifted stays, as its history.
create table service_hold (
  tenant_id uuid not null references tenant,
  id        uuid not null,
  kind      text not null check (kind in ('LATE_PAYMENT', 'CONTRACT', 'CANCELLED')),
  scope     text not null check (scope in ('PART', 'WHOLE')),
  reason    text not null check (length(reason) between 1 and 1000),
  since     timestamptz not null,
  -- What was announced: nothing is lifted by itself.
  until     date,
  placed_by jsonb not null,
  lifted_at timestamptz,
  lifted_by jsonb,
  primary key (tenant_id, id),
  check ((lifted_at is null) = (lifted_by is null)),
  check (kind <> 'CANCELLED' or scope = 'WHOLE')
);
-- At most one of a kind; and what many readers ask first: whose service stands still.
create unique index service_hold_open on service_hold (tenant_id, kind) where lifted_at is null;
select make_tenant_table('service_hold', 'select, insert, update');

-- Conversations in which somebody waits since the service stood still: handed to the desk once it is back. The row goes in the unit that hands over.
create table held_conversation (
  tenant_id       uuid not null,
  conversation_id uuid not null,
  -- She wrote, or what the bot had begun came to nothing meanwhile.
  because         text not null check (because in ('WROTE', 'BOT_STOPPED')),
  since           timestamptz not null,
  primary key (tenant_id, conversation_id),
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete cascade
);
select make_tenant_table('held_conversation');

alter table appointment_change drop constraint appointment_change_told_check,
  add constraint appointment_change_told_check check (told in ('SENT', 'NO_CHANNEL', 'NOT_REACHABLE', 'NO_TEMPLATE', 'SERVICE_HELD'));

-- Whether somebody was told in her session that nobody answers now.
create index message_not_answered on message (tenant_id, identity_id) where notice = 'NOT_ANSWERED_NOW';
