-- Whether a smaller picture lies beside a file. What came before this has none, and is shown as it is.
alter table attachment add column has_thumbnail boolean not null default false;
