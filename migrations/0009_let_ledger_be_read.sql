-- An entry is as need-to-know as what it is about. Looks are read by the system and by whoever looked.

create policy need_to_know on app.ledger_entry for select to kept_web
  using (organisation_id = app.current_organisation() and (
    app.is_system()
    or (app.is_person() and chain = 'main'
        and (record_id is null or exists (
          select 1 from app.record r where r.organisation_id = ledger_entry.organisation_id and r.id = ledger_entry.record_id))
        and (subject_kind is distinct from 'concern' or exists (
          select 1 from app.concern c where c.organisation_id = ledger_entry.organisation_id and c.id = ledger_entry.subject_id))
        and (person_id is null or exists (
          select 1 from app.person p where p.organisation_id = ledger_entry.organisation_id and p.id = ledger_entry.person_id))
        -- When somebody signed in is theirs to know, and nobody else's at the school.
        and (code not like 'identity.%' or actor_person_id = app.current_person() or person_id = app.current_person())
        and ((select app.current_is_staff()) or actor_person_id = app.current_person()
             -- The chair of governors in a case about the head: who handles a case reads what was done in it.
             or (record_id is not null and exists (
               select 1 from app.record r where r.organisation_id = ledger_entry.organisation_id and r.id = ledger_entry.record_id
                  and r.circle = any ((select app.current_circles('all'))::text[])))))
    or (app.is_person() and chain = 'read' and (actor_person_id = app.current_person() or (
          record_id is not null and exists (
            select 1 from app.record r where r.organisation_id = ledger_entry.organisation_id and r.id = ledger_entry.record_id
               and r.circle = any ((select app.current_circles('all'))::text[])))))));

create policy need_to_know on app.ledger_detail for select to kept_web
  using (organisation_id = app.current_organisation() and (app.is_system() or exists (
    select 1 from app.ledger_entry e
     where e.organisation_id = ledger_detail.organisation_id and e.chain = ledger_detail.chain and e.seq = ledger_detail.seq
       and e.record_id is not null and exists (
         select 1 from app.record r where r.organisation_id = e.organisation_id and r.id = e.record_id
            and r.circle = any ((select app.current_circles('all'))::text[])))));
