-- Who has heard of what happened: written in the unit that goes on with it, so that telling it again, after whoever told it died, does nothing twice.
create table flow_event_heard (
  tenant_id uuid not null references tenant (id) on delete cascade,
  -- Of one telling, however often its job is run.
  event_id  uuid not null,
  -- The run that went on; null where a flow began.
  run_id    uuid,
  at        timestamptz not null,
  unique nulls not distinct (tenant_id, event_id, run_id)
);
create index flow_event_heard_at on flow_event_heard (at);
select make_tenant_table('flow_event_heard', 'select, insert, delete');

-- Those of one contact, and all of them page by page.
drop index flow_run_event;
create index flow_run_event on flow_run (tenant_id, event, id) where event is not null;
create index flow_run_event_contact on flow_run (tenant_id, event, contact_id) where event is not null;
