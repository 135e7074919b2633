-- What was not understood may ask a question of the tenant's, and Q&A may have had no answer to it.

alter table misunderstood_message
  drop constraint misunderstood_message_reason_check,
  add constraint misunderstood_message_reason_check check (reason in ('LOW_CONFIDENCE', 'CORRECTED', 'HANDED_OFF', 'THUMBS_DOWN', 'UNANSWERED')),
  -- The question that it asks, as somebody judged.
  add column faq_id uuid,
  -- The wording of the question that came of it.
  add column wording text,
  add foreign key (tenant_id, faq_id) references faq (tenant_id, id) on delete set null (faq_id);
create index misunderstood_faq on misunderstood_message (tenant_id, faq_id) where faq_id is not null;
