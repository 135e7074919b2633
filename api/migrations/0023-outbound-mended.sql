-- A message that is sent again is told from the first time; whoever goes on for an account knows until when its provider asked for rest.

alter table outbound_message
  -- How often somebody asked for it again, and when it was asked for last: what is told of the times before is over.
  add column round smallint not null default 0,
  add column queued_at timestamptz;
update outbound_message set queued_at = created_at;
alter table outbound_message alter column queued_at set not null;

alter table provider_channel
  -- The provider takes nothing of the account before.
  add column paused_until timestamptz;
