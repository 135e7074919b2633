-- The runners of jobs that are alive: each says so every few seconds, by the clock of the database. What was locked by one that has been
-- silent for minutes was left by a process that is gone. Names of runners are those in graphile_worker's locks.
create table job_runner (
  id         text primary key,
  started_at timestamptz not null default now(),
  beat_at    timestamptz not null default now()
);
grant select, insert, update, delete on job_runner to botpro_jobs;
