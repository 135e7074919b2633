-- How contacts feel in what they write, and how pressing it is, as it was read when it was stored.

-- All three or none: of a message in which nothing can be read, and of what agents and the bot write, there is nothing.
alter table message
  add column sentiment real check (sentiment between -1 and 1),
  add column sentiment_label text check (sentiment_label in ('NEGATIVE', 'NEUTRAL', 'POSITIVE')),
  add column urgent boolean,
  add check ((sentiment is null) = (sentiment_label is null) and (sentiment is null) = (urgent is null));
-- With what reports count, so that they need not look at the messages themselves.
create index message_sentiment on message (tenant_id, sent_at) include (conversation_id, sentiment, sentiment_label, urgent)
  where sentiment is not null;

-- The last readings of the contact's messages, the oldest first, and since when something pressing waits for a person.
alter table conversation
  add column sentiments real[] not null default '{}',
  add column urgent_since timestamptz;
create index conversation_urgent on conversation (tenant_id, last_activity_at desc, id desc)
  where status = 'OPEN' and urgent_since is not null;
