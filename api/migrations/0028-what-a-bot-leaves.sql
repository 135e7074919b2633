-- What a bot's steps leave behind: how a conversation is sorted for people, requests, and what customers answered to surveys.

-- Sorting. What somebody has is hers whatever the queue is called; the name tells colleagues whose work it is.
alter table conversation
  add column tags text[] not null default '{}' check (cardinality(tags) <= 30),
  add column priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  add column queue text check (length(queue) between 1 and 120);
-- Most conversations have neither, and cost these nothing. Under row-level security no index over the tags themselves would be used.
create index conversation_tagged on conversation (tenant_id, last_activity_at desc, id desc) where tags <> '{}';
create index conversation_queue on conversation (tenant_id, queue, last_activity_at desc, id desc) where queue is not null;
