-- Links that she followed after the one that the conversation began with: each begins its flow once, however often her page is loaded again.
alter table conversation add column further_links uuid[] not null default '{}';

-- Of what was made of a contact's words: of which message, so that it goes when she takes that back. Rows of before cannot be found by it, and have her words in them.
delete from flow_recording;
alter table flow_recording add column message_id uuid;
create index flow_recording_message on flow_recording (tenant_id, message_id) where message_id is not null;
