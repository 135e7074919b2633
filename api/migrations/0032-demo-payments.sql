-- Payments whose link a demo system made: nobody can pay them, and only these may be answered on the demonstration’s own page.

alter table payment add column is_demo boolean not null default false;
-- Whoever opens that page is in no tenant yet.
create index payment_demo on payment (id) where is_demo;
