/** Rows of runs are counted as they are written; what was done is noted in the unit that does it. */
export const WATCHED = `
  create table done (tenant_id uuid not null, kind text not null, key text not null, xid text not null default pg_current_xact_id()::text);
  select make_tenant_table('done', 'select, insert');
  alter table flow_run add column written integer not null default 0;
  create function count_run() returns trigger language plpgsql security definer as $$ begin
    new.written := case when tg_op = 'UPDATE' then old.written + 1 else 1 end;
    return new;
  end $$;
  create trigger count_run before insert or update on flow_run for each row execute function count_run();
  create function note_run() returns trigger language plpgsql security definer as $$ begin
    insert into done values (new.tenant_id, 'RUN', new.id::text);
    return new;
  end $$;
  create trigger note_run after insert or update on flow_run for each row execute function note_run();
  create function note_request() returns trigger language plpgsql security definer as $$ begin
    insert into done values (new.tenant_id, 'REQUEST', new.run_id || ':' || new.id);
    return new;
  end $$;
  create trigger note_request after insert on flow_request for each row execute function note_request();`
