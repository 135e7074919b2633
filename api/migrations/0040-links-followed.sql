-- Links that she followed after the one that the conversation began with: each begins its flow once, however often her page is loaded again.
alter table conversation add column further_links uuid[] not null default '{}';
