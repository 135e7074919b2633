import type pg from 'pg'

const ROLES = `
  select format('the role %s is a superuser', rolname) as fault from pg_roles
    where rolname in ('botpro_app', 'botpro_platform', 'botpro_jobs', 'botpro_search') and rolsuper
  union all
  select format('the role %s bypasses row-level security', rolname) from pg_roles
    where rolname in ('botpro_app', 'botpro_platform', 'botpro_jobs', 'botpro_search') and rolbypassrls
  union all
  select format('the role %s may act as %s', m.rolname, g.rolname) from pg_auth_members a
    join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
    where m.rolname in ('botpro_app', 'botpro_platform')
  union all
  select format('the role %s owns %s', pg_get_userbyid(relowner), oid::regclass) from pg_class
    where pg_get_userbyid(relowner) in ('botpro_app', 'botpro_platform')`

// Only what botpro_app can reach: a table of the platform may name a tenant, and a grant made later is seen here. What
// an extension brings along is open to everybody and holds nothing of ours.
const TENANT_TABLES = `
  with tenant_table as (
    select c.oid, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions, c.oid::regclass as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      and (has_table_privilege('botpro_app', c.oid, 'select, insert, update, delete, truncate')
        or has_any_column_privilege('botpro_app', c.oid, 'select, insert, update'))
  ), policy as (
    select polrelid, rule from pg_policy, unnest(array[pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)]) rule
    where polpermissive and polroles && array[0::oid, 'botpro_app'::regrole::oid] and rule is not null
  )
  select format('row-level security of %s is not enabled and forced', name) as fault from tenant_table
    where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
  union all
  select format('%s has no policy', name) from tenant_table
    where relkind in ('r', 'p') and not exists (select from pg_policy p where p.polrelid = tenant_table.oid)
  union all
  select format('a policy of %s lets botpro_app see other tenants', name) from tenant_table
    join policy on polrelid = tenant_table.oid where rule !~ 'id = .*current_setting\\(''app.tenant_id'''
  union all
  select format('the view %s does not run with the rights of its reader', name) from tenant_table
    where relkind in ('v', 'm', 'f') and coalesce(array_to_string(reloptions, ','), '') !~ 'security_invoker=(true|on|1)'`

/** The API does not start on a database where one forgotten line would show a tenant to another. */
export async function assertSafeRoles(client: pg.ClientBase | pg.Pool): Promise<void> {
  const roles = await client.query(ROLES)
  const tables = await client.query(TENANT_TABLES)
  const faults = [...roles.rows, ...tables.rows].map(row => row.fault as string)
  if (faults.length) throw new Error(`The database does not keep tenants apart: ${faults.join('; ')}.`)
}

/** The pools must really be the roles they are named after; a wrong url would otherwise pass unseen. */
export async function assertConnectedAs(pool: pg.Pool, role: string): Promise<void> {
  const { rows } = await pool.query('select current_user::text as role, session_user::text as login')
  if (rows[0].role !== role || rows[0].login !== role) {
    throw new Error(`The API must connect as ${role}, and is ${rows[0].login}.`)
  }
}
