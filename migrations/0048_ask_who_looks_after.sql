-- Who looks after the people, the duties of all and the mail is said by the policy (`looks_after` of a post), not by our code.

-- The circles that the person who acts has by a post, under the version in force: the kinds of records that they handle, and
-- what they look after. The administrator, who must be able to begin while nothing is in force, looks after people and duties.
create function app.current_offices() returns text[]
  language sql stable security definer set search_path = pg_catalog as $$
  with held as (
    select h.post from app.post_holder h
     where h.organisation_id = app.current_organisation() and h.person_id = app.current_person() and h.until_on is null)
  select coalesce(array_agg(distinct o.circle order by o.circle), '{}')
    from (select c.circle from app.circle_post c join held on held.post = c.post
           where c.organisation_id = app.current_organisation() and c.reach = 'all'
             and c.policy_version_id = (select v.id from app.policy_version v
                                         where v.organisation_id = app.current_organisation()
                                         order by v.number desc limit 1)
          union all
          select own.circle from (values ('looks_after_people'), ('looks_after_duties')) as own (circle), held
           where held.post = 'administrator') as o
$$;
revoke all on function app.current_offices() from public;
grant execute on function app.current_offices() to kept_web;

drop policy system_only on app.mail;
create policy system_and_who_looks_after on app.mail for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system() or 'looks_after_mail' = any ((select app.current_offices())::text[])));
