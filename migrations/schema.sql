-- Written by `node scripts/write-schema.ts`; the migrations are the source.

create table app.absence (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_on date not null,
  until_on date,
  noted_by uuid,
  noted_at timestamp with time zone not null,
  called_off_at timestamp with time zone,
  constraint absence_pkey PRIMARY KEY (organisation_id, id),
  constraint absence_organisation_id_noted_by_fkey FOREIGN KEY (organisation_id, noted_by) REFERENCES app.person(organisation_id, id),
  constraint absence_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint absence_check CHECK ((until_on >= from_on))
);
-- row security is enabled and forced on app.absence
CREATE INDEX absence_by_day ON app.absence USING btree (organisation_id, from_on) WHERE (called_off_at IS NULL);
CREATE INDEX absence_by_person ON app.absence USING btree (organisation_id, person_id, from_on);
policy known_absences for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (person_id = app.current_person()) OR ( SELECT app.current_is_staff() AS current_is_staff)))
policy system_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (called_off_at, until_on) to kept_web

create table app.answer_link (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  record_person_id uuid not null,
  assent text not null,
  policy_version_id uuid not null,
  token_hash bytea not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  typed_name text,
  answers jsonb,
  text_hash bytea,
  constraint answer_link_organisation_id_token_hash_key UNIQUE (organisation_id, token_hash),
  constraint answer_link_pkey PRIMARY KEY (organisation_id, id),
  constraint answer_link_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES app.person(organisation_id, id),
  constraint answer_link_organisation_id_policy_version_id_fkey FOREIGN KEY (organisation_id, policy_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint answer_link_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint answer_link_organisation_id_record_person_id_fkey FOREIGN KEY (organisation_id, record_person_id) REFERENCES app.record_person(organisation_id, id) ON DELETE CASCADE,
  constraint answer_link_assent_check CHECK ((assent ~ '^[a-z][a-z0-9_]{0,59}$'::text)),
  constraint answer_link_check CHECK ((((used_at IS NULL) = (answers IS NULL)) AND ((used_at IS NULL) = (typed_name IS NULL)))),
  constraint answer_link_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint answer_link_typed_name_check CHECK (((length(typed_name) >= 1) AND (length(typed_name) <= 400)))
);
-- row security is enabled and forced on app.answer_link
CREATE INDEX answer_link_by_person ON app.answer_link USING btree (organisation_id, record_person_id);
CREATE INDEX answer_link_by_record ON app.answer_link USING btree (organisation_id, record_id);
policy definer_answers for update to kept_owner using true with check true
policy definer_reads for select to kept_owner using true
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = answer_link.organisation_id) AND (d.record_id = answer_link.record_id))))))
policy retention_erases for delete to kept_owner using true
policy staff_ask for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (made_by = app.current_person()) AND (used_at IS NULL) AND ( SELECT app.current_is_staff() AS current_is_staff) AND (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = answer_link.organisation_id) AND (r.id = answer_link.record_id)))))
policy staff_end for update to kept_web using ((organisation_id = app.current_organisation()) AND (used_at IS NULL) AND ( SELECT app.current_is_staff() AS current_is_staff) AND (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = answer_link.organisation_id) AND (r.id = answer_link.record_id))))) with check ((organisation_id = app.current_organisation()) AND (used_at IS NULL))
policy who_changes_it as restrictive for insert to kept_web with check app.may_change_record(record_id)
policy who_changes_it_later as restrictive for update to kept_web using app.may_change_record(record_id)
grant INSERT, SELECT, UPDATE (expires_at) to kept_web

create table app.assent_request (
  organisation_id uuid not null,
  id uuid not null,
  policy_version_id uuid not null,
  assent text not null,
  about_id uuid not null,
  school_id uuid not null,
  round text not null default 'once'::text,
  state text not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone,
  settled_at timestamp with time zone,
  valid_until timestamp with time zone,
  reminded integer not null default 0,
  reminded_at timestamp with time zone,
  told_at timestamp with time zone,
  record_id uuid,
  constraint assent_request_organisation_id_policy_version_id_assent_abo_key UNIQUE (organisation_id, policy_version_id, assent, about_id, round),
  constraint assent_request_pkey PRIMARY KEY (organisation_id, id),
  constraint assent_request_organisation_id_about_id_fkey FOREIGN KEY (organisation_id, about_id) REFERENCES app.person(organisation_id, id),
  constraint assent_request_organisation_id_policy_version_id_fkey FOREIGN KEY (organisation_id, policy_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint assent_request_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint assent_request_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint assent_request_assent_check CHECK ((assent ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint assent_request_round_check CHECK (((length(round) >= 1) AND (length(round) <= 40))),
  constraint assent_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'partly'::text, 'signed'::text, 'refused'::text, 'withdrawn'::text, 'ended'::text, 'superseded'::text])))
);
-- row security is enabled and forced on app.assent_request
CREATE INDEX assent_request_by_about ON app.assent_request USING btree (organisation_id, about_id);
CREATE INDEX assent_request_by_asking ON app.assent_request USING btree (organisation_id, asked_at, id) WHERE (state <> ALL (ARRAY['ended'::text, 'superseded'::text]));
CREATE INDEX assent_request_by_due ON app.assent_request USING btree (organisation_id, due_at, id) WHERE (state <> ALL (ARRAY['ended'::text, 'superseded'::text]));
CREATE INDEX assent_request_by_state ON app.assent_request USING btree (organisation_id, assent, state, due_at);
CREATE UNIQUE INDEX assent_request_live ON app.assent_request USING btree (organisation_id, assent, about_id) WHERE ((record_id IS NULL) AND (state <> ALL (ARRAY['ended'::text, 'superseded'::text])));
CREATE UNIQUE INDEX assent_request_live_of_record ON app.assent_request USING btree (organisation_id, record_id, assent, about_id) WHERE ((record_id IS NOT NULL) AND (state <> ALL (ARRAY['ended'::text, 'superseded'::text])));
policy concerned for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.current_is_staff() AS current_is_staff) OR (about_id = app.current_person()) OR (about_id = ANY (( SELECT app.current_children() AS current_children)::uuid[])) OR (EXISTS ( SELECT 1
   FROM app.assent_signer s
  WHERE ((s.organisation_id = assent_request.organisation_id) AND (s.request_id = assent_request.id) AND (s.person_id = app.current_person()))))))
policy of_record as restrictive for select to kept_web using ((record_id IS NULL) OR app.is_system() OR (about_id = app.current_person()) OR (about_id = ANY (( SELECT app.current_children() AS current_children)::uuid[])) OR (EXISTS ( SELECT 1
   FROM app.assent_signer s
  WHERE ((s.organisation_id = assent_request.organisation_id) AND (s.request_id = assent_request.id) AND (s.person_id = app.current_person())))) OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = assent_request.organisation_id) AND (d.record_id = assent_request.record_id)))))
policy settled for update to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.current_is_staff() AS current_is_staff) OR (about_id = app.current_person()) OR (about_id = ANY (( SELECT app.current_children() AS current_children)::uuid[])) OR (EXISTS ( SELECT 1
   FROM app.assent_signer s
  WHERE ((s.organisation_id = assent_request.organisation_id) AND (s.request_id = assent_request.id) AND (s.person_id = app.current_person())))))) with check ((organisation_id = app.current_organisation()) AND app.is_system())
policy system_asks for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (due_at, reminded, reminded_at, settled_at, state, told_at, valid_until) to kept_web

create table app.assent_signer (
  organisation_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  asked_at timestamp with time zone not null,
  named_in text,
  constraint assent_signer_once UNIQUE NULLS NOT DISTINCT (organisation_id, request_id, person_id, named_in),
  constraint assent_signer_pkey PRIMARY KEY (organisation_id, id),
  constraint assent_signer_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint assent_signer_organisation_id_request_id_fkey FOREIGN KEY (organisation_id, request_id) REFERENCES app.assent_request(organisation_id, id),
  constraint assent_signer_named_in_check CHECK ((named_in ~ '^[a-z][a-z0-9_]{0,59}$'::text))
);
-- row security is enabled and forced on app.assent_signer
CREATE INDEX assent_signer_by_person ON app.assent_signer USING btree (organisation_id, person_id, request_id);
policy own_turn for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.current_is_staff() AS current_is_staff) OR (person_id = app.current_person())))
policy system_asks for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.case_complaint (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  school_id uuid not null,
  made_by text not null,
  says text not null,
  made_on date not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  heard_as text,
  heard_by uuid,
  body text,
  passed_on text,
  due_at timestamp with time zone not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  outcome text,
  answer text,
  constraint case_complaint_pkey PRIMARY KEY (organisation_id, id),
  constraint case_complaint_organisation_id_answered_by_fkey FOREIGN KEY (organisation_id, answered_by) REFERENCES app.person(organisation_id, id),
  constraint case_complaint_organisation_id_entered_by_fkey FOREIGN KEY (organisation_id, entered_by) REFERENCES app.person(organisation_id, id),
  constraint case_complaint_organisation_id_heard_by_fkey FOREIGN KEY (organisation_id, heard_by) REFERENCES app.person(organisation_id, id),
  constraint case_complaint_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint case_complaint_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint case_complaint_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 8000))),
  constraint case_complaint_body_check CHECK (((length(body) >= 1) AND (length(body) <= 80))),
  constraint case_complaint_check CHECK ((num_nonnulls(heard_by, body) = 1)),
  constraint case_complaint_check1 CHECK ((num_nonnulls(heard_by, heard_as) = ANY (ARRAY[0, 2]))),
  constraint case_complaint_check2 CHECK ((num_nonnulls(body, passed_on) = ANY (ARRAY[0, 2]))),
  constraint case_complaint_check3 CHECK ((num_nulls(answered_by, answered_at, outcome, answer) = ANY (ARRAY[0, 4]))),
  constraint case_complaint_heard_as_check CHECK (((length(heard_as) >= 1) AND (length(heard_as) <= 80))),
  constraint case_complaint_made_by_check CHECK (((length(made_by) >= 1) AND (length(made_by) <= 200))),
  constraint case_complaint_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'partly'::text, 'not_upheld'::text]))),
  constraint case_complaint_passed_on_check CHECK (((length(passed_on) >= 1) AND (length(passed_on) <= 1000))),
  constraint case_complaint_says_check CHECK (((length(says) >= 1) AND (length(says) <= 8000)))
);
-- row security is enabled and forced on app.case_complaint
CREATE INDEX case_complaint_by_hearer ON app.case_complaint USING btree (organisation_id, heard_by, due_at);
CREATE INDEX case_complaint_by_record ON app.case_complaint USING btree (organisation_id, record_id);
policy entered for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (entered_by = app.current_person()) AND (answered_at IS NULL) AND ((heard_by IS NULL) OR (NOT app.is_in_case(record_id, heard_by))))
policy hearer for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((heard_by = app.current_person()) AND (NOT app.is_in_case(record_id, heard_by))) OR ((heard_by IS NULL) AND (entered_by = app.current_person()))))
policy hearer_answers for update to kept_web using ((organisation_id = app.current_organisation()) AND (heard_by = app.current_person()) AND (answered_at IS NULL) AND (NOT app.is_in_case(record_id, heard_by))) with check ((organisation_id = app.current_organisation()) AND (heard_by = app.current_person()) AND (answered_by = app.current_person()))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_passes_on for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system() AND (answered_at IS NULL)) with check ((organisation_id = app.current_organisation()) AND (answered_at IS NULL) AND ((heard_by IS NULL) OR (NOT app.is_in_case(record_id, heard_by))))
grant INSERT, SELECT, UPDATE (answer, answered_at, answered_by, body, heard_as, heard_by, outcome, passed_on) to kept_web

create table app.case_follow_up (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  step text not null,
  duty_id uuid,
  suggestion_id uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint case_follow_up_pkey PRIMARY KEY (organisation_id, id),
  constraint case_follow_up_organisation_id_duty_id_fkey FOREIGN KEY (organisation_id, duty_id) REFERENCES app.duty(organisation_id, id),
  constraint case_follow_up_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES app.person(organisation_id, id),
  constraint case_follow_up_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint case_follow_up_organisation_id_suggestion_id_fkey FOREIGN KEY (organisation_id, suggestion_id) REFERENCES app.policy_suggestion(organisation_id, id),
  constraint case_follow_up_check CHECK ((num_nonnulls(duty_id, suggestion_id) = 1)),
  constraint case_follow_up_step_check CHECK (((length(step) >= 1) AND (length(step) <= 400)))
);
-- row security is enabled and forced on app.case_follow_up
CREATE INDEX case_follow_up_by_duty ON app.case_follow_up USING btree (organisation_id, duty_id) WHERE (duty_id IS NOT NULL);
CREATE INDEX case_follow_up_by_record ON app.case_follow_up USING btree (organisation_id, record_id, made_at);
CREATE INDEX case_follow_up_by_suggestion ON app.case_follow_up USING btree (organisation_id, suggestion_id) WHERE (suggestion_id IS NOT NULL);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = case_follow_up.organisation_id) AND (d.record_id = case_follow_up.record_id))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.circle_post (
  organisation_id uuid not null,
  policy_version_id uuid not null,
  circle text not null,
  post text not null,
  reach text not null,
  constraint circle_post_pkey PRIMARY KEY (organisation_id, policy_version_id, circle, post),
  constraint circle_post_organisation_id_policy_version_id_fkey FOREIGN KEY (organisation_id, policy_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint circle_post_circle_check CHECK ((circle ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint circle_post_reach_check CHECK ((reach = ANY (ARRAY['all'::text, 'masked'::text])))
);
-- row security is enabled and forced on app.circle_post
CREATE INDEX circle_post_by_post ON app.circle_post USING btree (organisation_id, policy_version_id, post) INCLUDE (circle, reach);
policy definer_reads for select to kept_owner using true
policy own_organisation for all to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR app.is_person())) with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.class (
  organisation_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  name text not null,
  kind text not null,
  source_id text,
  school_year integer not null,
  from_on date not null,
  until_on date,
  constraint class_organisation_id_source_id_key UNIQUE (organisation_id, source_id),
  constraint class_pkey PRIMARY KEY (organisation_id, id),
  constraint class_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint class_kind_check CHECK ((kind = ANY (ARRAY['homeroom'::text, 'scheduled'::text]))),
  constraint class_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
-- row security is enabled and forced on app.class
CREATE INDEX class_by_school ON app.class USING btree (organisation_id, school_id, school_year, name);
policy definer_reads for select to kept_owner using true
policy known_classes for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR app.is_person()))
policy system_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (name, until_on) to kept_web

create table app.class_member (
  organisation_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  person_id uuid not null,
  part text not null,
  from_on date not null,
  until_on date,
  constraint class_member_pkey PRIMARY KEY (organisation_id, id),
  constraint class_member_organisation_id_class_id_fkey FOREIGN KEY (organisation_id, class_id) REFERENCES app.class(organisation_id, id),
  constraint class_member_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint class_member_part_check CHECK ((part = ANY (ARRAY['pupil'::text, 'teacher'::text])))
);
-- row security is enabled and forced on app.class_member
CREATE INDEX class_member_by_class ON app.class_member USING btree (organisation_id, class_id, part);
CREATE INDEX class_member_by_person ON app.class_member USING btree (organisation_id, person_id, part);
policy definer_reads for select to kept_owner using true
policy known_members for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.current_is_staff() AS current_is_staff) OR (person_id = app.current_person()) OR (person_id = ANY (( SELECT app.current_children() AS current_children)::uuid[]))))
policy system_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (until_on) to kept_web

create table app.clause (
  organisation_id uuid not null,
  policy_version_id uuid not null,
  id text not null,
  position integer not null,
  section text not null,
  says text not null,
  kind text not null,
  area text not null,
  strength text not null,
  kept_by text[] not null default '{}'::text[],
  planned text[] not null default '{}'::text[],
  constraint clause_pkey PRIMARY KEY (organisation_id, policy_version_id, id),
  constraint clause_organisation_id_policy_version_id_fkey FOREIGN KEY (organisation_id, policy_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint clause_id_check CHECK (((length(id) >= 1) AND (length(id) <= 40))),
  constraint clause_strength_check CHECK ((strength = ANY (ARRAY['must'::text, 'should'::text, 'may'::text])))
);
-- row security is enabled and forced on app.clause
CREATE INDEX clause_by_control ON app.clause USING gin (kept_by);
policy own_organisation for all to kept_web using (organisation_id = app.current_organisation()) with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.concern (
  organisation_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  circle text not null,
  policy_version_id uuid not null,
  reporter_kind text not null,
  body text not null,
  about_kind text,
  in_danger boolean not null,
  wants_answer boolean not null,
  receipt_hmac bytea not null,
  told_at timestamp with time zone not null,
  state text not null,
  taken_by uuid,
  taken_at timestamp with time zone,
  record_id uuid,
  closed_at timestamp with time zone,
  closing_reason text,
  by_accident boolean,
  chosen text[] not null default '{}'::text[],
  came_by text not null default 'form'::text,
  read_at timestamp with time zone,
  joined_to uuid,
  acknowledged_at timestamp with time zone,
  answered_at timestamp with time zone,
  constraint concern_organisation_id_receipt_hmac_key UNIQUE (organisation_id, receipt_hmac),
  constraint concern_pkey PRIMARY KEY (organisation_id, id),
  constraint concern_joined FOREIGN KEY (organisation_id, joined_to) REFERENCES app.concern(organisation_id, id),
  constraint concern_organisation_id_policy_version_id_fkey FOREIGN KEY (organisation_id, policy_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint concern_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint concern_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint concern_body_check CHECK (((length(body) <= 8000) AND ((state = 'erased'::text) = (body = ''::text)))),
  constraint concern_came_by_check CHECK ((came_by = ANY (ARRAY['form'::text, 'in_person'::text, 'phone'::text, 'paper'::text, 'monitoring'::text, 'complaint'::text]))),
  constraint concern_chosen_check CHECK ((cardinality(chosen) <= 20)),
  constraint concern_closing_reason_check CHECK ((length(closing_reason) <= 4000)),
  constraint concern_not_to_itself CHECK ((joined_to <> id)),
  constraint concern_reporter_kind_check CHECK ((reporter_kind = ANY (ARRAY['pupil'::text, 'parent'::text, 'staff'::text, 'governor'::text, 'visitor'::text, 'anonymous'::text, 'software'::text]))),
  constraint concern_state_check CHECK ((state = ANY (ARRAY['new'::text, 'taken'::text, 'incident'::text, 'closed'::text, 'erased'::text])))
);
-- row security is enabled and forced on app.concern
CREATE INDEX concern_by_case ON app.concern USING btree (organisation_id, record_id) WHERE (record_id IS NOT NULL);
CREATE INDEX concern_by_circle ON app.concern USING btree (organisation_id, circle, told_at DESC, id);
CREATE INDEX concern_by_letters ON app.concern USING gin (body search.gin_trgm_ops);
CREATE INDEX concern_by_main ON app.concern USING btree (organisation_id, joined_to) WHERE (joined_to IS NOT NULL);
CREATE INDEX concern_by_standing ON app.concern USING btree (organisation_id, (
CASE
    WHEN (state = 'new'::text) THEN 0
    WHEN (state = 'taken'::text) THEN 1
    ELSE 2
END), in_danger DESC, told_at DESC, id);
CREATE INDEX concern_by_state ON app.concern USING btree (organisation_id, state, told_at);
CREATE INDEX concern_by_taker ON app.concern USING btree (organisation_id, taken_by, told_at DESC, id) WHERE (state = 'taken'::text);
CREATE INDEX concern_by_teller ON app.concern USING btree (organisation_id, reporter_kind, told_at DESC, id);
CREATE INDEX concern_by_time ON app.concern USING btree (organisation_id, told_at DESC, id);
CREATE INDEX concern_by_words ON app.concern USING gin (app.lexemes_of(body));
CREATE INDEX concern_by_worry ON app.concern USING btree (organisation_id, about_kind, told_at DESC, id);
CREATE INDEX concern_open_by_standing ON app.concern USING btree (organisation_id, (
CASE
    WHEN (state = 'new'::text) THEN 0
    WHEN (state = 'taken'::text) THEN 1
    ELSE 2
END), in_danger DESC, told_at DESC, id) WHERE (state = ANY (ARRAY['new'::text, 'taken'::text]));
CREATE INDEX concern_open_by_teller ON app.concern USING btree (organisation_id, reporter_kind, told_at DESC, id) WHERE (state = ANY (ARRAY['new'::text, 'taken'::text]));
CREATE INDEX concern_open_by_time ON app.concern USING btree (organisation_id, told_at DESC, id) WHERE (state = ANY (ARRAY['new'::text, 'taken'::text]));
CREATE INDEX concern_open_by_worry ON app.concern USING btree (organisation_id, about_kind, told_at DESC, id) WHERE (state = ANY (ARRAY['new'::text, 'taken'::text]));
CREATE INDEX concern_waiting ON app.concern USING btree (organisation_id, in_danger DESC, told_at, id) WHERE (state = 'new'::text);
policy anyone_tells for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (state = 'new'::text) AND (taken_by IS NULL) AND (record_id IS NULL))
policy definer_reads for select to kept_owner using true
policy handlers_change for update to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR app.is_person())) with check (organisation_id = app.current_organisation())
policy need_to_know for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (id = app.current_concern()) OR (((circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[])) OR (EXISTS ( SELECT 1
   FROM app.concern_reader i
  WHERE ((i.organisation_id = concern.organisation_id) AND (i.concern_id = concern.id) AND (i.person_id = app.current_person()))))) AND (NOT (EXISTS ( SELECT 1
   FROM app.concern_wall w
  WHERE ((w.organisation_id = concern.organisation_id) AND (w.concern_id = concern.id) AND (w.person_id = app.current_person()))))))))
policy never_by_hand as restrictive for update to kept_web using (state <> 'erased'::text) with check (state <> 'erased'::text)
policy not_erased as restrictive for select to kept_web using ((state <> 'erased'::text) OR app.is_system())
policy not_walled as restrictive for select to kept_web using ((record_id IS NULL) OR app.is_system() OR (NOT (EXISTS ( SELECT 1
   FROM app.record_wall w
  WHERE ((w.organisation_id = concern.organisation_id) AND (w.record_id = concern.record_id) AND (w.person_id = app.current_person()) AND (w.lifted_at IS NULL))))))
policy retention_empties for update to kept_owner using true with check true
grant INSERT, SELECT, UPDATE (circle, closed_at, closing_reason, joined_to, read_at, record_id, state, taken_at, taken_by) to kept_web

create table app.concern_assignment (
  organisation_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  person_id uuid not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  constraint concern_assignment_pkey PRIMARY KEY (organisation_id, id),
  constraint concern_assignment_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES app.concern(organisation_id, id),
  constraint concern_assignment_organisation_id_given_by_fkey FOREIGN KEY (organisation_id, given_by) REFERENCES app.person(organisation_id, id),
  constraint concern_assignment_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id)
);
-- row security is enabled and forced on app.concern_assignment
CREATE INDEX concern_assignment_by_concern ON app.concern_assignment USING btree (organisation_id, concern_id, given_at DESC);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (app.is_person() AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_assignment.organisation_id) AND (c.id = concern_assignment.concern_id)))))))
policy handlers_give for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (given_by = app.current_person()) AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_assignment.organisation_id) AND (c.id = concern_assignment.concern_id)))) AND app.may_be_given_concern(concern_id, person_id))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
grant INSERT, SELECT to kept_web

create table app.concern_entry (
  organisation_id uuid not null,
  concern_id uuid not null,
  entered_by uuid not null,
  told_by text,
  heard_at timestamp with time zone not null,
  constraint concern_entry_pkey PRIMARY KEY (organisation_id, concern_id),
  constraint concern_entry_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES app.concern(organisation_id, id),
  constraint concern_entry_organisation_id_entered_by_fkey FOREIGN KEY (organisation_id, entered_by) REFERENCES app.person(organisation_id, id),
  constraint concern_entry_told_by_check CHECK (((length(told_by) >= 1) AND (length(told_by) <= 300)))
);
-- row security is enabled and forced on app.concern_entry
CREATE INDEX concern_entry_by_person ON app.concern_entry USING btree (organisation_id, entered_by);
policy enter_as_oneself for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (entered_by = app.current_person()))
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (entered_by = app.current_person()) OR (app.is_person() AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_entry.organisation_id) AND (c.id = concern_entry.concern_id)))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
grant INSERT, SELECT to kept_web

create table app.concern_expiry (
  organisation_id uuid not null,
  concern_id uuid not null,
  rule text not null,
  expires_on date not null,
  announced_at timestamp with time zone not null,
  announced_to uuid[] not null,
  postponed_until date,
  postponed_by uuid,
  postponed_at timestamp with time zone,
  postpone_reason text,
  constraint concern_expiry_pkey PRIMARY KEY (organisation_id, concern_id),
  constraint concern_expiry_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES app.concern(organisation_id, id),
  constraint concern_expiry_organisation_id_postponed_by_fkey FOREIGN KEY (organisation_id, postponed_by) REFERENCES app.person(organisation_id, id),
  constraint concern_expiry_announced_to_check CHECK ((cardinality(announced_to) >= 1)),
  constraint concern_expiry_check CHECK ((num_nulls(postponed_until, postponed_by, postponed_at, postpone_reason) = ANY (ARRAY[0, 4]))),
  constraint concern_expiry_postpone_reason_check CHECK (((length(postpone_reason) >= 1) AND (length(postpone_reason) <= 4000))),
  constraint concern_expiry_rule_check CHECK (((length(rule) >= 1) AND (length(rule) <= 200)))
);
-- row security is enabled and forced on app.concern_expiry
CREATE INDEX concern_expiry_by_day ON app.concern_expiry USING btree (organisation_id, expires_on);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (app.is_person() AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_expiry.organisation_id) AND (c.id = concern_expiry.concern_id)))))))
policy retention_ends for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_postpones for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_takes_back for delete to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system() AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_expiry.organisation_id) AND (c.id = concern_expiry.concern_id) AND (c.state <> 'closed'::text)))))
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant DELETE, INSERT, SELECT, UPDATE (postpone_reason, postponed_at, postponed_by, postponed_until) to kept_web

create table app.concern_file (
  organisation_id uuid not null,
  concern_id uuid not null,
  id uuid not null,
  sha256 text not null,
  bytes bigint not null,
  type text not null,
  cleaned text[] not null,
  from_reporter boolean not null,
  received_at timestamp with time zone not null,
  constraint concern_file_pkey PRIMARY KEY (organisation_id, id),
  constraint concern_file_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES app.concern(organisation_id, id),
  constraint concern_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
-- row security is enabled and forced on app.concern_file
CREATE INDEX concern_file_by_concern ON app.concern_file USING btree (organisation_id, concern_id, received_at);
CREATE INDEX concern_file_by_content ON app.concern_file USING btree (organisation_id, sha256);
policy conversation for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (concern_id = app.current_concern()) OR (app.is_person() AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_file.organisation_id) AND (c.id = concern_file.concern_id)))))))
policy definer_reads for select to kept_owner using true
policy reporter_sends for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR (from_reporter AND (concern_id = app.current_concern()))))
policy retention_erases for delete to kept_owner using true
grant INSERT, SELECT to kept_web

create table app.concern_join (
  organisation_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  main_id uuid not null,
  joined_by uuid not null,
  joined_at timestamp with time zone not null,
  reason text not null,
  parted_by uuid,
  parted_at timestamp with time zone,
  parted_reason text,
  constraint concern_join_pkey PRIMARY KEY (organisation_id, id),
  constraint concern_join_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES app.concern(organisation_id, id),
  constraint concern_join_organisation_id_joined_by_fkey FOREIGN KEY (organisation_id, joined_by) REFERENCES app.person(organisation_id, id),
  constraint concern_join_organisation_id_main_id_fkey FOREIGN KEY (organisation_id, main_id) REFERENCES app.concern(organisation_id, id),
  constraint concern_join_organisation_id_parted_by_fkey FOREIGN KEY (organisation_id, parted_by) REFERENCES app.person(organisation_id, id),
  constraint concern_join_check CHECK (((parted_by IS NULL) = (parted_at IS NULL))),
  constraint concern_join_parted_reason_check CHECK (((length(parted_reason) >= 1) AND (length(parted_reason) <= 4000))),
  constraint concern_join_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
);
-- row security is enabled and forced on app.concern_join
CREATE INDEX concern_join_by_main ON app.concern_join USING btree (organisation_id, main_id);
CREATE UNIQUE INDEX concern_join_open ON app.concern_join USING btree (organisation_id, concern_id) WHERE (parted_at IS NULL);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (app.is_person() AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_join.organisation_id) AND (c.id = concern_join.concern_id)))))))
policy handlers_join for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (joined_by = app.current_person()) AND (parted_at IS NULL) AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_join.organisation_id) AND (c.id = concern_join.concern_id)))) AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_join.organisation_id) AND (c.id = concern_join.main_id)))))
policy handlers_part for update to kept_web using ((organisation_id = app.current_organisation()) AND (parted_at IS NULL) AND app.is_person() AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_join.organisation_id) AND (c.id = concern_join.concern_id))))) with check ((organisation_id = app.current_organisation()) AND (parted_by = app.current_person()))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
grant INSERT, SELECT, UPDATE (parted_at, parted_by, parted_reason) to kept_web

create table app.concern_message (
  organisation_id uuid not null,
  concern_id uuid not null,
  id uuid not null,
  direction text not null,
  author_id uuid,
  body text not null,
  written_at timestamp with time zone not null,
  constraint concern_message_pkey PRIMARY KEY (organisation_id, id),
  constraint concern_message_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES app.concern(organisation_id, id),
  constraint concern_message_body_check CHECK (((length(body) >= 1) AND (length(body) <= 8000))),
  constraint concern_message_direction_check CHECK ((direction = ANY (ARRAY['from_reporter'::text, 'to_reporter'::text])))
);
-- row security is enabled and forced on app.concern_message
CREATE INDEX concern_message_by_concern ON app.concern_message USING btree (organisation_id, concern_id, written_at);
CREATE INDEX concern_message_by_letters ON app.concern_message USING gin (body search.gin_trgm_ops);
CREATE INDEX concern_message_by_words ON app.concern_message USING gin (app.lexemes_of(body));
policy conversation for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (concern_id = app.current_concern()) OR (app.is_person() AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_message.organisation_id) AND (c.id = concern_message.concern_id)))))))
policy conversation_goes_on for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((direction = 'from_reporter'::text) AND (concern_id = app.current_concern()) AND (author_id IS NULL)) OR ((direction = 'to_reporter'::text) AND (author_id = app.current_person()) AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_message.organisation_id) AND (c.id = concern_message.concern_id)))))))
policy definer_reads for select to kept_owner using true
policy retention_erases for delete to kept_owner using true
grant INSERT, SELECT to kept_web

create table app.concern_note (
  organisation_id uuid not null,
  concern_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  body text not null,
  written_at timestamp with time zone not null,
  constraint concern_note_pkey PRIMARY KEY (organisation_id, id),
  constraint concern_note_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES app.concern(organisation_id, id),
  constraint concern_note_body_check CHECK (((length(body) >= 1) AND (length(body) <= 8000)))
);
-- row security is enabled and forced on app.concern_note
CREATE INDEX concern_note_by_concern ON app.concern_note USING btree (organisation_id, concern_id, written_at);
CREATE INDEX concern_note_by_letters ON app.concern_note USING gin (body search.gin_trgm_ops);
CREATE INDEX concern_note_by_words ON app.concern_note USING gin (app.lexemes_of(body));
policy definer_reads for select to kept_owner using true
policy handlers for all to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (app.is_person() AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_note.organisation_id) AND (c.id = concern_note.concern_id))))))) with check ((organisation_id = app.current_organisation()) AND app.is_person() AND (author_id = app.current_person()) AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_note.organisation_id) AND (c.id = concern_note.concern_id)))))
policy retention_erases for delete to kept_owner using true
grant INSERT, SELECT to kept_web

create table app.concern_reader (
  organisation_id uuid not null,
  concern_id uuid not null,
  person_id uuid not null,
  constraint concern_reader_pkey PRIMARY KEY (organisation_id, concern_id, person_id),
  constraint concern_reader_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES app.concern(organisation_id, id),
  constraint concern_reader_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id)
);
-- row security is enabled and forced on app.concern_reader
CREATE INDEX concern_reader_by_person ON app.concern_reader USING btree (organisation_id, person_id, concern_id);
policy definer_reads for select to kept_owner using true
policy own_readings for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (person_id = app.current_person())))
policy retention_erases for delete to kept_owner using true
policy system_lets_in for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.concern_reporter (
  organisation_id uuid not null,
  concern_id uuid not null,
  person_id uuid not null,
  constraint concern_reporter_pkey PRIMARY KEY (organisation_id, concern_id),
  constraint concern_reporter_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES app.concern(organisation_id, id),
  constraint concern_reporter_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id)
);
-- row security is enabled and forced on app.concern_reporter
CREATE INDEX concern_reporter_by_person ON app.concern_reporter USING btree (organisation_id, person_id);
policy own_report for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (app.is_person() AND ((person_id = app.current_person()) OR (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = concern_reporter.organisation_id) AND (c.id = concern_reporter.concern_id))))))))
policy report_as_oneself for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR (person_id = app.current_person())))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
grant INSERT, SELECT to kept_web

create table app.concern_tombstone (
  organisation_id uuid not null,
  concern_id uuid not null,
  circle text not null,
  only_to uuid[],
  told_on date not null,
  settled_on date not null,
  rule text not null,
  policy_version_id uuid not null,
  erased_at timestamp with time zone not null,
  details integer not null,
  constraint concern_tombstone_pkey PRIMARY KEY (organisation_id, concern_id),
  constraint concern_tombstone_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES app.concern(organisation_id, id),
  constraint concern_tombstone_details_check CHECK ((details >= 0))
);
-- row security is enabled and forced on app.concern_tombstone
CREATE INDEX concern_tombstone_by_time ON app.concern_tombstone USING btree (organisation_id, erased_at DESC, concern_id);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[])) AND ((only_to IS NULL) OR (app.current_person() = ANY (only_to))))))
policy retention_writes for insert to kept_owner with check true
grant SELECT to kept_web

create table app.concern_wall (
  organisation_id uuid not null,
  concern_id uuid not null,
  person_id uuid not null,
  constraint concern_wall_pkey PRIMARY KEY (organisation_id, concern_id, person_id),
  constraint concern_wall_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES app.concern(organisation_id, id),
  constraint concern_wall_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id)
);
-- row security is enabled and forced on app.concern_wall
CREATE INDEX concern_wall_by_person ON app.concern_wall USING btree (organisation_id, person_id, concern_id);
policy definer_reads for select to kept_owner using true
policy own_walls for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (person_id = app.current_person())))
policy retention_erases for delete to kept_owner using true
policy system_walls for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.counter (
  organisation_id uuid not null,
  name text not null,
  value bigint not null default 0,
  constraint counter_pkey PRIMARY KEY (organisation_id, name),
  constraint counter_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES app.organisation(organisation_id)
);
-- row security is enabled and forced on app.counter
policy own_organisation for all to kept_web using (organisation_id = app.current_organisation()) with check (organisation_id = app.current_organisation())
grant INSERT, SELECT, UPDATE (value) to kept_web

create table app.document_file (
  organisation_id uuid not null,
  id uuid not null,
  document text not null,
  name text not null,
  sha256 text not null,
  bytes bigint not null,
  type text not null,
  attached_at timestamp with time zone not null,
  attached_by uuid not null,
  constraint document_file_pkey PRIMARY KEY (organisation_id, id),
  constraint document_file_organisation_id_attached_by_fkey FOREIGN KEY (organisation_id, attached_by) REFERENCES app.person(organisation_id, id),
  constraint document_file_bytes_check CHECK ((bytes > 0)),
  constraint document_file_document_check CHECK ((document ~ '^[a-z][a-z0-9_]{0,59}$'::text)),
  constraint document_file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  constraint document_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint document_file_type_check CHECK (((length(type) >= 1) AND (length(type) <= 200)))
);
-- row security is enabled and forced on app.document_file
CREATE INDEX document_file_by_content ON app.document_file USING btree (organisation_id, sha256);
CREATE INDEX document_file_by_document ON app.document_file USING btree (organisation_id, document, attached_at DESC, id DESC);
policy definer_reads for select to kept_owner using true
policy keepers_attach for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((attached_by = app.current_person()) AND ( SELECT app.keeps_policy() AS keeps_policy))))
policy readers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR app.is_person()))
grant INSERT, SELECT to kept_web

create table app.duty (
  organisation_id uuid not null,
  id uuid not null,
  policy_version_id uuid not null,
  duty text not null,
  key text not null,
  title text not null,
  party text not null,
  school_id uuid,
  record_id uuid,
  starts_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  state text not null,
  done_at timestamp with time zone,
  done_by uuid,
  note text,
  constraint duty_organisation_id_duty_key_key UNIQUE (organisation_id, duty, key),
  constraint duty_pkey PRIMARY KEY (organisation_id, id),
  constraint duty_organisation_id_policy_version_id_fkey FOREIGN KEY (organisation_id, policy_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint duty_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint duty_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint duty_duty_check CHECK ((duty ~ '^((measure|case)/)?[a-z][a-z0-9_]{0,79}$'::text)),
  constraint duty_note_check CHECK ((length(note) <= 4000)),
  constraint duty_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'not_needed'::text, 'missed'::text]))),
  constraint duty_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);
-- row security is enabled and forced on app.duty
CREATE INDEX duty_by_due ON app.duty USING btree (organisation_id, state, due_at, id);
CREATE INDEX duty_by_party ON app.duty USING btree (organisation_id, party, state, due_at);
CREATE INDEX duty_settled_by_due ON app.duty USING btree (organisation_id, due_at, id) WHERE (state <> 'open'::text);
CREATE INDEX duty_settled_by_party ON app.duty USING btree (organisation_id, party, due_at, id) WHERE (state <> 'open'::text);
CREATE INDEX duty_settled_by_time ON app.duty USING btree (organisation_id, done_at DESC, id) WHERE (state <> 'open'::text);
CREATE INDEX duty_settled_by_title ON app.duty USING btree (organisation_id, title, due_at, id) WHERE (state <> 'open'::text);
policy owners for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (((record_id IS NULL) OR (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = duty.organisation_id) AND (r.id = duty.record_id))))) AND (( SELECT app.current_is_staff() AS current_is_staff) OR (party = ANY (( SELECT app.current_posts() AS current_posts)::text[])) OR ( SELECT (EXISTS ( SELECT 1
           FROM app.person_membership m
          WHERE ((m.organisation_id = app.current_organisation()) AND (m.person_id = app.current_person()) AND (m.kind = 'governor'::text) AND (m.until_on IS NULL)))) AS "exists")))))
policy owners_do for update to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (party = ANY (( SELECT app.current_posts() AS current_posts)::text[])))) with check (organisation_id = app.current_organisation())
policy retention_empties for update to kept_owner using true with check true
policy retention_reads for select to kept_owner using true
policy system_makes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (done_at, done_by, note, state) to kept_web

create table app.evidence_entry (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  evidence_id uuid,
  kind text not null,
  at timestamp with time zone not null,
  noted_at timestamp with time zone not null,
  noted_by uuid not null,
  from_person_id uuid,
  from_words text,
  to_person_id uuid,
  to_words text,
  fields jsonb not null default '{}'::jsonb,
  constraint evidence_entry_pkey PRIMARY KEY (organisation_id, id),
  constraint evidence_entry_organisation_id_evidence_id_fkey FOREIGN KEY (organisation_id, evidence_id) REFERENCES app.evidence_item(organisation_id, id),
  constraint evidence_entry_organisation_id_from_person_id_fkey FOREIGN KEY (organisation_id, from_person_id) REFERENCES app.person(organisation_id, id),
  constraint evidence_entry_organisation_id_noted_by_fkey FOREIGN KEY (organisation_id, noted_by) REFERENCES app.person(organisation_id, id),
  constraint evidence_entry_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint evidence_entry_organisation_id_to_person_id_fkey FOREIGN KEY (organisation_id, to_person_id) REFERENCES app.person(organisation_id, id),
  constraint evidence_entry_from_words_check CHECK (((length(from_words) >= 1) AND (length(from_words) <= 200))),
  constraint evidence_entry_kind_check CHECK ((kind = ANY (ARRAY['captured'::text, 'stored'::text, 'sealed'::text, 'opened'::text, 'handed'::text, 'released'::text, 'returned'::text, 'destroyed'::text, 'withdrawn'::text, 'review'::text, 'viewing'::text, 'deletion'::text, 'police_word'::text]))),
  constraint evidence_entry_to_words_check CHECK (((length(to_words) >= 1) AND (length(to_words) <= 200)))
);
-- row security is enabled and forced on app.evidence_entry
CREATE INDEX evidence_entry_by_item ON app.evidence_entry USING btree (organisation_id, evidence_id, noted_at) WHERE (evidence_id IS NOT NULL);
CREATE INDEX evidence_entry_by_record ON app.evidence_entry USING btree (organisation_id, record_id, noted_at);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = evidence_entry.organisation_id) AND (d.record_id = evidence_entry.record_id))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.evidence_file (
  organisation_id uuid not null,
  evidence_id uuid not null,
  record_id uuid not null,
  sha256 text not null,
  bytes bigint not null,
  type text not null,
  name text not null,
  kept_at timestamp with time zone not null,
  scan text not null default 'waits'::text,
  scan_says text,
  scanned_at timestamp with time zone,
  erased_at timestamp with time zone,
  constraint evidence_file_pkey PRIMARY KEY (organisation_id, evidence_id),
  constraint evidence_file_organisation_id_evidence_id_fkey FOREIGN KEY (organisation_id, evidence_id) REFERENCES app.evidence_item(organisation_id, id),
  constraint evidence_file_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint evidence_file_bytes_check CHECK ((bytes >= 0)),
  constraint evidence_file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  constraint evidence_file_scan_check CHECK ((scan = ANY (ARRAY['waits'::text, 'clean'::text, 'infected'::text, 'unscanned'::text]))),
  constraint evidence_file_scan_says_check CHECK ((length(scan_says) <= 200)),
  constraint evidence_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint evidence_file_type_check CHECK (((length(type) >= 1) AND (length(type) <= 200)))
);
-- row security is enabled and forced on app.evidence_file
CREATE INDEX evidence_file_by_content ON app.evidence_file USING btree (organisation_id, sha256);
CREATE INDEX evidence_file_to_scan ON app.evidence_file USING btree (organisation_id, kept_at) WHERE (scan = ANY (ARRAY['waits'::text, 'unscanned'::text]));
policy definer_reads for select to kept_owner using true
policy retention_erases for delete to kept_owner using true
policy retention_marks for update to kept_owner using true with check true
policy retention_reads for select to kept_owner using true
policy system_scans for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy unlocked for select to kept_web using ((organisation_id = app.current_organisation()) AND (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = evidence_file.organisation_id) AND (r.id = evidence_file.record_id) AND (NOT r.files_locked)))) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = evidence_file.organisation_id) AND (d.record_id = evidence_file.record_id))))))
policy unlocked_gets for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system() AND (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = evidence_file.organisation_id) AND (r.id = evidence_file.record_id) AND (NOT r.files_locked)))))
grant INSERT, SELECT, UPDATE (erased_at, scan, scan_says, scanned_at) to kept_web

create table app.evidence_item (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  number integer not null,
  kind text not null,
  title text not null,
  shows text not null default ''::text,
  label jsonb not null default '{}'::jsonb,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint evidence_item_organisation_id_record_id_number_key UNIQUE (organisation_id, record_id, number),
  constraint evidence_item_pkey PRIMARY KEY (organisation_id, id),
  constraint evidence_item_organisation_id_entered_by_fkey FOREIGN KEY (organisation_id, entered_by) REFERENCES app.person(organisation_id, id),
  constraint evidence_item_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint evidence_item_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'screenshot'::text, 'web'::text, 'printed'::text, 'device'::text, 'described'::text]))),
  constraint evidence_item_number_check CHECK ((number > 0)),
  constraint evidence_item_shows_check CHECK ((length(shows) <= 8000)),
  constraint evidence_item_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
-- row security is enabled and forced on app.evidence_item
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = evidence_item.organisation_id) AND (d.record_id = evidence_item.record_id))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.evidence_signature (
  organisation_id uuid not null,
  entry_id uuid not null,
  record_id uuid not null,
  part text not null,
  person_id uuid,
  words text,
  method text not null,
  says text,
  signs bytea not null,
  signed_at timestamp with time zone not null,
  noted_by uuid not null,
  constraint evidence_signature_pkey PRIMARY KEY (organisation_id, entry_id, part),
  constraint evidence_signature_organisation_id_entry_id_fkey FOREIGN KEY (organisation_id, entry_id) REFERENCES app.evidence_entry(organisation_id, id),
  constraint evidence_signature_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint evidence_signature_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint evidence_signature_check CHECK (((person_id IS NULL) <> (words IS NULL))),
  constraint evidence_signature_check1 CHECK (((method <> 'password'::text) OR (person_id IS NOT NULL))),
  constraint evidence_signature_method_check CHECK ((method = ANY (ARRAY['password'::text, 'paper'::text, 'sample'::text]))),
  constraint evidence_signature_part_check CHECK ((part ~ '^[a-z][a-z_]{0,39}$'::text)),
  constraint evidence_signature_says_check CHECK (((length(says) >= 1) AND (length(says) <= 400))),
  constraint evidence_signature_signs_check CHECK ((length(signs) = 32)),
  constraint evidence_signature_words_check CHECK (((length(words) >= 1) AND (length(words) <= 200)))
);
-- row security is enabled and forced on app.evidence_signature
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = evidence_signature.organisation_id) AND (d.record_id = evidence_signature.record_id))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.family_link (
  organisation_id uuid not null,
  id uuid not null,
  adult_id uuid not null,
  child_id uuid not null,
  relationship text not null default 'parent'::text,
  may_sign boolean not null default true,
  from_on date not null,
  until_on date,
  constraint family_link_organisation_id_adult_id_child_id_from_on_key UNIQUE (organisation_id, adult_id, child_id, from_on),
  constraint family_link_pkey PRIMARY KEY (organisation_id, id),
  constraint family_link_organisation_id_adult_id_fkey FOREIGN KEY (organisation_id, adult_id) REFERENCES app.person(organisation_id, id),
  constraint family_link_organisation_id_child_id_fkey FOREIGN KEY (organisation_id, child_id) REFERENCES app.person(organisation_id, id),
  constraint family_link_relationship_check CHECK (((length(relationship) >= 1) AND (length(relationship) <= 60)))
);
-- row security is enabled and forced on app.family_link
CREATE INDEX family_link_by_adult ON app.family_link USING btree (organisation_id, adult_id);
CREATE INDEX family_link_by_child ON app.family_link USING btree (organisation_id, child_id);
policy definer_reads for select to kept_owner using true
policy known_links for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.current_is_staff() AS current_is_staff) OR (adult_id = app.current_person())))
policy system_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (may_sign, relationship, until_on) to kept_web

create table app.lasting_effect (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  key text not null,
  does text not null,
  target text not null,
  person_id uuid,
  school_id uuid not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  remind_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint lasting_effect_organisation_id_record_id_key_key UNIQUE (organisation_id, record_id, key),
  constraint lasting_effect_pkey PRIMARY KEY (organisation_id, id),
  constraint lasting_effect_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint lasting_effect_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint lasting_effect_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint lasting_effect_does_check CHECK ((does = ANY (ARRAY['act'::text, 'lift'::text, 'open'::text, 'close'::text, 'lend'::text, 'hold'::text, 'list'::text, 'lock'::text]))),
  constraint lasting_effect_key_check CHECK (((length(key) >= 1) AND (length(key) <= 600))),
  constraint lasting_effect_target_check CHECK (((length(target) >= 1) AND (length(target) <= 300)))
);
-- row security is enabled and forced on app.lasting_effect
CREATE INDEX lasting_effect_by_end ON app.lasting_effect USING btree (organisation_id, until_at) WHERE (ended_at IS NULL);
CREATE INDEX lasting_effect_by_person ON app.lasting_effect USING btree (organisation_id, person_id) WHERE (ended_at IS NULL);
CREATE INDEX lasting_effect_by_target ON app.lasting_effect USING btree (organisation_id, target, person_id) WHERE (ended_at IS NULL);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = lasting_effect.organisation_id) AND (d.record_id = lasting_effect.record_id))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_ends for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (ended_at, remind_at) to kept_web

create table app.ledger_detail (
  organisation_id uuid not null,
  chain text not null,
  seq bigint not null,
  salt bytea not null,
  details text not null,
  constraint ledger_detail_pkey PRIMARY KEY (organisation_id, chain, seq),
  constraint ledger_detail_organisation_id_chain_seq_fkey FOREIGN KEY (organisation_id, chain, seq) REFERENCES app.ledger_entry(organisation_id, chain, seq)
);
-- row security is enabled and forced on app.ledger_detail
policy append for insert to kept_web with check (organisation_id = app.current_organisation())
policy need_to_know for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.ledger_entry e
  WHERE ((e.organisation_id = ledger_detail.organisation_id) AND (e.chain = ledger_detail.chain) AND (e.seq = ledger_detail.seq) AND (e.record_id IS NOT NULL) AND (EXISTS ( SELECT 1
           FROM app.record r
          WHERE ((r.organisation_id = e.organisation_id) AND (r.id = e.record_id) AND (r.circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[]))))))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
grant INSERT, SELECT to kept_web

create table app.ledger_entry (
  organisation_id uuid not null,
  chain text not null,
  seq bigint not null,
  at timestamp with time zone not null,
  code text not null,
  actor_kind text not null,
  actor_person_id uuid,
  actor_name text,
  subject_kind text,
  subject_id uuid,
  record_id uuid,
  person_id uuid,
  policy_version_id uuid,
  clauses text[] not null default '{}'::text[],
  details_hash bytea,
  previous_hash bytea not null,
  hash bytea not null,
  constraint ledger_entry_pkey PRIMARY KEY (organisation_id, chain, seq),
  constraint ledger_entry_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES app.organisation(organisation_id),
  constraint ledger_entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'anonymous'::text, 'system'::text]))),
  constraint ledger_entry_code_check CHECK (((length(code) >= 1) AND (length(code) <= 120)))
);
-- row security is enabled and forced on app.ledger_entry
CREATE INDEX ledger_entry_by_clause ON app.ledger_entry USING gin (clauses) WHERE (clauses <> '{}'::text[]);
CREATE INDEX ledger_entry_by_record ON app.ledger_entry USING btree (organisation_id, record_id, seq) WHERE (record_id IS NOT NULL);
CREATE INDEX ledger_entry_by_subject ON app.ledger_entry USING btree (organisation_id, subject_kind, subject_id, seq);
policy append for insert to kept_web with check (organisation_id = app.current_organisation())
policy complaints as restrictive for select to kept_web using ((subject_kind IS DISTINCT FROM 'case_complaint'::text) OR app.is_system() OR (actor_person_id = app.current_person()) OR (EXISTS ( SELECT 1
   FROM app.case_complaint c
  WHERE ((c.organisation_id = ledger_entry.organisation_id) AND (c.id = ledger_entry.subject_id)))))
policy concerns_not_walled as restrictive for select to kept_web using ((subject_kind IS DISTINCT FROM 'concern'::text) OR app.is_system() OR (NOT app.walled_from_concern(subject_id)))
policy linked as restrictive for select to kept_web using ((subject_kind IS DISTINCT FROM 'record_link'::text) OR app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_link l
  WHERE ((l.organisation_id = ledger_entry.organisation_id) AND (l.id = ledger_entry.subject_id)))))
policy need_to_know for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (app.is_person() AND (chain = 'main'::text) AND ((record_id IS NULL) OR (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = ledger_entry.organisation_id) AND (r.id = ledger_entry.record_id))))) AND ((subject_kind IS DISTINCT FROM 'concern'::text) OR (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = ledger_entry.organisation_id) AND (c.id = ledger_entry.subject_id))))) AND ((person_id IS NULL) OR (EXISTS ( SELECT 1
   FROM app.person p
  WHERE ((p.organisation_id = ledger_entry.organisation_id) AND (p.id = ledger_entry.person_id))))) AND ((code !~~ 'identity.%'::text) OR (actor_person_id = app.current_person()) OR (person_id = app.current_person())) AND (( SELECT app.current_is_staff() AS current_is_staff) OR (actor_person_id = app.current_person()) OR ((record_id IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = ledger_entry.organisation_id) AND (r.id = ledger_entry.record_id) AND (r.circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[])))))))) OR (app.is_person() AND (chain = 'read'::text) AND ((actor_person_id = app.current_person()) OR ((record_id IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = ledger_entry.organisation_id) AND (r.id = ledger_entry.record_id) AND (r.circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[]))))))))))
policy not_walled as restrictive for select to kept_web using ((record_id IS NULL) OR app.is_system() OR (NOT (EXISTS ( SELECT 1
   FROM app.record_wall w
  WHERE ((w.organisation_id = ledger_entry.organisation_id) AND (w.record_id = ledger_entry.record_id) AND (w.person_id = app.current_person()) AND (w.lifted_at IS NULL))))))
policy retention_reads for select to kept_owner using true
grant INSERT, SELECT to kept_web

create table app.ledger_head (
  organisation_id uuid not null,
  chain text not null,
  seq bigint not null default 0,
  hash bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea,
  at timestamp with time zone not null default now(),
  constraint ledger_head_pkey PRIMARY KEY (organisation_id, chain),
  constraint ledger_head_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES app.organisation(organisation_id),
  constraint ledger_head_chain_check CHECK ((chain = ANY (ARRAY['main'::text, 'read'::text])))
);
-- row security is enabled and forced on app.ledger_head
policy own_organisation for all to kept_web using (organisation_id = app.current_organisation()) with check (organisation_id = app.current_organisation())
grant INSERT, SELECT, UPDATE (at, hash, seq) to kept_web

create table app.mail (
  organisation_id uuid not null,
  id uuid not null,
  to_person_id uuid,
  to_address text not null,
  subject text not null,
  body text not null,
  written_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  constraint mail_pkey PRIMARY KEY (organisation_id, id),
  constraint mail_organisation_id_to_person_id_fkey FOREIGN KEY (organisation_id, to_person_id) REFERENCES app.person(organisation_id, id),
  constraint mail_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 300))),
  constraint mail_to_address_check CHECK ((length(to_address) <= 320))
);
-- row security is enabled and forced on app.mail
CREATE INDEX mail_by_time ON app.mail USING btree (organisation_id, written_at DESC);
CREATE INDEX mail_unsent ON app.mail USING btree (organisation_id, written_at) WHERE ((sent_at IS NULL) AND (failed_at IS NULL));
policy anyone_causes for insert to kept_web with check (organisation_id = app.current_organisation())
policy system_and_who_looks_after for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ('looks_after_mail'::text = ANY (( SELECT app.current_offices() AS current_offices)::text[]))))
policy system_sends for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
grant INSERT, SELECT, UPDATE (failed_at, failure, sent_at) to kept_web

create table app.measure_check (
  organisation_id uuid not null,
  id uuid not null,
  policy_version_id uuid not null,
  school_id uuid not null,
  measure text not null,
  holds boolean not null,
  proof text not null,
  said text not null,
  as_set jsonb not null default '{}'::jsonb,
  checked_by uuid not null,
  party text not null,
  stands_in boolean not null default false,
  checked_at timestamp with time zone not null,
  constraint measure_check_pkey PRIMARY KEY (organisation_id, id),
  constraint measure_check_organisation_id_checked_by_fkey FOREIGN KEY (organisation_id, checked_by) REFERENCES app.person(organisation_id, id),
  constraint measure_check_organisation_id_policy_version_id_fkey FOREIGN KEY (organisation_id, policy_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint measure_check_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint measure_check_measure_check CHECK ((measure ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint measure_check_proof_check CHECK ((proof = ANY (ARRAY['report'::text, 'statement'::text, 'screenshot'::text]))),
  constraint measure_check_said_check CHECK (((length(said) >= 1) AND (length(said) <= 4000)))
);
-- row security is enabled and forced on app.measure_check
CREATE INDEX measure_check_by_measure ON app.measure_check USING btree (organisation_id, measure, school_id, checked_at DESC, id DESC);
policy holders_state for insert to kept_web with check ((organisation_id = app.current_organisation()) AND ((app.is_system() AND stands_in) OR ((checked_by = app.current_person()) AND (NOT stands_in) AND (party = ANY (( SELECT app.current_posts() AS current_posts)::text[])))))
policy staff_and_governors for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.current_is_staff() AS current_is_staff) OR (checked_by = app.current_person()) OR ( SELECT (EXISTS ( SELECT 1
           FROM app.person_membership m
          WHERE ((m.organisation_id = app.current_organisation()) AND (m.person_id = app.current_person()) AND (m.kind = 'governor'::text) AND (m.until_on IS NULL)))) AS "exists")))
grant INSERT, SELECT to kept_web

create table app.notice (
  organisation_id uuid not null,
  id uuid not null,
  reader_id uuid not null,
  code text not null,
  says text not null,
  href text not null,
  subject_kind text not null,
  subject_id uuid not null,
  party text,
  clauses text[] not null default '{}'::text[],
  urgent boolean not null default false,
  written_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (organisation_id, id),
  constraint notice_organisation_id_reader_id_fkey FOREIGN KEY (organisation_id, reader_id) REFERENCES app.person(organisation_id, id),
  constraint notice_says_check CHECK (((length(says) >= 1) AND (length(says) <= 1000)))
);
-- row security is enabled and forced on app.notice
CREATE INDEX notice_by_code ON app.notice USING btree (organisation_id, code, subject_id);
CREATE INDEX notice_by_reader ON app.notice USING btree (organisation_id, reader_id, written_at DESC);
CREATE INDEX notice_by_subject ON app.notice USING btree (organisation_id, subject_kind, subject_id);
policy anyone_causes for insert to kept_web with check (organisation_id = app.current_organisation())
policy not_walled as restrictive for select to kept_web using (app.is_system() OR ((NOT (EXISTS ( SELECT 1
   FROM app.record_wall w
  WHERE ((w.organisation_id = notice.organisation_id) AND (w.record_id = notice.subject_id) AND (w.person_id = app.current_person()) AND (w.lifted_at IS NULL))))) AND ((subject_kind <> 'record_notice'::text) OR (EXISTS ( SELECT 1
   FROM app.record_notice n
  WHERE ((n.organisation_id = notice.organisation_id) AND (n.id = notice.subject_id))))) AND ((subject_kind <> 'duty'::text) OR (NOT (EXISTS ( SELECT 1
   FROM (app.duty d
     JOIN app.record_wall w ON (((w.organisation_id = d.organisation_id) AND (w.record_id = d.record_id))))
  WHERE ((d.organisation_id = notice.organisation_id) AND (d.id = notice.subject_id) AND (w.person_id = app.current_person()) AND (w.lifted_at IS NULL))))))))
policy not_walled_around as restrictive for select to kept_web using (app.is_system() OR
CASE subject_kind
    WHEN 'record_glass'::text THEN (EXISTS ( SELECT 1
       FROM app.record_glass g
      WHERE ((g.organisation_id = notice.organisation_id) AND (g.id = notice.subject_id))))
    WHEN 'case_complaint'::text THEN (EXISTS ( SELECT 1
       FROM app.case_complaint c
      WHERE ((c.organisation_id = notice.organisation_id) AND (c.id = notice.subject_id))))
    WHEN 'concern'::text THEN ((NOT app.walled_from_concern(subject_id)) OR (EXISTS ( SELECT 1
       FROM app.concern_reporter o
      WHERE ((o.organisation_id = notice.organisation_id) AND (o.concern_id = notice.subject_id) AND (o.person_id = app.current_person())))))
    ELSE true
END)
policy reader for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (reader_id = app.current_person())))
policy reader_reads for update to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (reader_id = app.current_person()))) with check (organisation_id = app.current_organisation())
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
grant INSERT, SELECT, UPDATE (read_at) to kept_web

create table app.notice_call (
  organisation_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  rule text not null,
  number integer not null,
  party text not null,
  person_id uuid not null,
  called_at timestamp with time zone not null,
  constraint notice_call_organisation_id_subject_id_rule_number_person_i_key UNIQUE (organisation_id, subject_id, rule, number, person_id),
  constraint notice_call_pkey PRIMARY KEY (organisation_id, id),
  constraint notice_call_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint notice_call_number_check CHECK ((number >= 0)),
  constraint notice_call_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['concern'::text, 'record'::text])))
);
-- row security is enabled and forced on app.notice_call
CREATE INDEX notice_call_by_person ON app.notice_call USING btree (organisation_id, person_id, called_at DESC);
policy callers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (person_id = app.current_person()) OR ((subject_kind = 'concern'::text) AND app.is_person() AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = notice_call.organisation_id) AND (c.id = notice_call.subject_id))))) OR ((subject_kind = 'record'::text) AND app.is_person() AND (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = notice_call.organisation_id) AND (d.record_id = notice_call.subject_id)))))))
policy not_walled as restrictive for select to kept_web using (app.is_system() OR ((subject_kind = 'concern'::text) AND (NOT app.walled_from_concern(subject_id))) OR ((subject_kind = 'record'::text) AND (NOT (EXISTS ( SELECT 1
   FROM app.record_wall w
  WHERE ((w.organisation_id = notice_call.organisation_id) AND (w.record_id = notice_call.subject_id) AND (w.person_id = app.current_person()) AND (w.lifted_at IS NULL)))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_calls for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.organisation (
  organisation_id uuid not null,
  slug text not null,
  name text not null,
  zone text not null default 'Europe/London'::text,
  settings jsonb not null default '{}'::jsonb,
  sample boolean not null default false,
  created_at timestamp with time zone not null default now(),
  constraint organisation_slug_key UNIQUE (slug),
  constraint organisation_pkey PRIMARY KEY (organisation_id),
  constraint organisation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint organisation_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$'::text))
);
-- row security is enabled and forced on app.organisation
policy definer_reads for select to kept_owner using true
policy own_organisation for all to kept_web using (organisation_id = app.current_organisation()) with check (organisation_id = app.current_organisation())
grant INSERT, SELECT, UPDATE (name, settings) to kept_web

create table app.person (
  organisation_id uuid not null,
  id uuid not null,
  given_name text not null default ''::text,
  family_name text not null default ''::text,
  preferred_name text,
  email text,
  source_id text,
  born_on date,
  facts jsonb not null default '{}'::jsonb,
  ended_on date,
  created_at timestamp with time zone not null default now(),
  constraint person_organisation_id_source_id_key UNIQUE (organisation_id, source_id),
  constraint person_pkey PRIMARY KEY (organisation_id, id),
  constraint person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES app.organisation(organisation_id),
  constraint person_check CHECK (((given_name <> ''::text) OR (family_name <> ''::text))),
  constraint person_email_check CHECK ((length(email) <= 320)),
  constraint person_family_name_check CHECK ((length(family_name) <= 200)),
  constraint person_given_name_check CHECK ((length(given_name) <= 200)),
  constraint person_preferred_name_check CHECK ((length(preferred_name) <= 200))
);
-- row security is enabled and forced on app.person
CREATE INDEX person_by_email ON app.person USING btree (organisation_id, lower(email)) WHERE (email IS NOT NULL);
CREATE INDEX person_by_letters ON app.person USING gin (app.folded_names(given_name, preferred_name, family_name) search.gin_trgm_ops);
CREATE INDEX person_by_name ON app.person USING btree (organisation_id, family_name, given_name, id);
policy definer_reads for select to kept_owner using true
policy known_people for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.current_is_staff() AS current_is_staff) OR (id = app.current_person()) OR (id = ANY (( SELECT app.current_children() AS current_children)::uuid[])) OR (app.is_person() AND (EXISTS ( SELECT 1
   FROM app.post_holder h
  WHERE ((h.organisation_id = person.organisation_id) AND (h.person_id = person.id) AND (h.until_on IS NULL)))))))
policy system_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (born_on, email, ended_on, facts, family_name, given_name, preferred_name, source_id) to kept_web

create table app.person_fact (
  organisation_id uuid not null,
  person_id uuid not null,
  fact text not null,
  value jsonb not null,
  circle text,
  set_by uuid,
  set_at timestamp with time zone not null,
  constraint person_fact_pkey PRIMARY KEY (organisation_id, person_id, fact),
  constraint person_fact_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint person_fact_organisation_id_set_by_fkey FOREIGN KEY (organisation_id, set_by) REFERENCES app.person(organisation_id, id),
  constraint person_fact_circle_check CHECK ((circle ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint person_fact_fact_check CHECK ((fact ~ '^[a-z][a-z0-9_]{0,59}$'::text))
);
-- row security is enabled and forced on app.person_fact
policy known_facts for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((circle IS NULL) AND (( SELECT app.current_is_staff() AS current_is_staff) OR (person_id = app.current_person()))) OR ((circle IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM app.person_membership m
  WHERE ((m.organisation_id = person_fact.organisation_id) AND (m.person_id = person_fact.person_id) AND (m.until_on IS NULL) AND (((person_fact.circle || ':'::text) || (m.school_id)::text) = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[]))))))))
policy system_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_forgets for delete to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant DELETE, INSERT, SELECT, UPDATE (circle, set_at, set_by, value) to kept_web

create table app.person_membership (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  school_id uuid not null,
  kind text not null,
  year_group integer,
  from_on date not null,
  until_on date,
  constraint person_membership_pkey PRIMARY KEY (organisation_id, id),
  constraint person_membership_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint person_membership_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint person_membership_check CHECK (((until_on IS NULL) OR (until_on >= from_on))),
  constraint person_membership_kind_check CHECK ((kind = ANY (ARRAY['pupil'::text, 'parent'::text, 'staff'::text, 'governor'::text, 'volunteer'::text, 'visitor'::text]))),
  constraint person_membership_year_group_check CHECK (((year_group >= '-2'::integer) AND (year_group <= 14)))
);
-- row security is enabled and forced on app.person_membership
CREATE INDEX person_membership_by_person ON app.person_membership USING btree (organisation_id, person_id, kind);
CREATE INDEX person_membership_by_school ON app.person_membership USING btree (organisation_id, school_id, kind, year_group);
policy definer_reads for select to kept_owner using true
policy known_memberships for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.current_is_staff() AS current_is_staff) OR (person_id = app.current_person()) OR (person_id = ANY (( SELECT app.current_children() AS current_children)::uuid[]))))
policy system_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (until_on, year_group) to kept_web

create table app.policy_approval (
  organisation_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  revision integer not null,
  content_hash bytea not null,
  decision text not null,
  voice text not null,
  answer text not null,
  reason text not null default ''::text,
  decided_on date not null,
  minute text not null default ''::text,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  constraint policy_approval_pkey PRIMARY KEY (organisation_id, id),
  constraint policy_approval_organisation_id_draft_id_fkey FOREIGN KEY (organisation_id, draft_id) REFERENCES app.policy_draft(organisation_id, id),
  constraint policy_approval_organisation_id_given_by_fkey FOREIGN KEY (organisation_id, given_by) REFERENCES app.person(organisation_id, id),
  constraint policy_approval_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint policy_approval_check CHECK (((answer = 'yes'::text) OR (reason <> ''::text))),
  constraint policy_approval_decision_check CHECK (((length(decision) >= 1) AND (length(decision) <= 80))),
  constraint policy_approval_minute_check CHECK ((length(minute) <= 200)),
  constraint policy_approval_reason_check CHECK ((length(reason) <= 4000)),
  constraint policy_approval_voice_check CHECK (((length(voice) >= 1) AND (length(voice) <= 80)))
);
-- row security is enabled and forced on app.policy_approval
CREATE INDEX policy_approval_by_draft ON app.policy_approval USING btree (organisation_id, draft_id, given_at);
policy in_ones_own_name for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (given_by = app.current_person()) AND (EXISTS ( SELECT 1
   FROM ((app.policy_draft d
     JOIN app.policy_revision r ON (((r.organisation_id = d.organisation_id) AND (r.draft_id = d.id) AND (r.number = d.offered_revision))))
     JOIN app.policy_approver a ON (((a.organisation_id = d.organisation_id) AND (a.draft_id = d.id) AND (a.revision = r.number))))
  WHERE ((d.organisation_id = policy_approval.organisation_id) AND (d.id = policy_approval.draft_id) AND (d.stage = 'approving'::text) AND (r.number = policy_approval.revision) AND (r.content_hash = policy_approval.content_hash) AND (a.decision = policy_approval.decision) AND (a.voice = policy_approval.voice) AND (a.is_resolution OR (d.offered_by IS DISTINCT FROM app.current_person())) AND ((a.post = ANY (( SELECT app.current_posts() AS current_posts)::text[])) OR (a.post IN ( SELECT ('members/'::text || kind.kind)
           FROM unnest(( SELECT app.current_memberships() AS current_memberships)) kind(kind))))))))
policy who_may_read_the_draft for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.is_person() AS is_person)))
grant INSERT, SELECT to kept_web

create table app.policy_approver (
  organisation_id uuid not null,
  draft_id uuid not null,
  revision integer not null,
  decision text not null,
  voice text not null,
  post text not null,
  position integer not null,
  is_resolution boolean not null,
  constraint policy_approver_pkey PRIMARY KEY (organisation_id, draft_id, revision, decision, voice, post),
  constraint policy_approver_organisation_id_draft_id_fkey FOREIGN KEY (organisation_id, draft_id) REFERENCES app.policy_draft(organisation_id, id),
  constraint policy_approver_decision_check CHECK (((length(decision) >= 1) AND (length(decision) <= 80))),
  constraint policy_approver_post_check CHECK (((length(post) >= 1) AND (length(post) <= 100))),
  constraint policy_approver_voice_check CHECK (((length(voice) >= 1) AND (length(voice) <= 80)))
);
-- row security is enabled and forced on app.policy_approver
policy signed_in_read for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.is_person() AS is_person)))
policy system_names for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.policy_comment (
  organisation_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  revision integer not null,
  clause text,
  person_id uuid not null,
  audience text not null,
  says text not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  answer text,
  taken_up boolean,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint policy_comment_pkey PRIMARY KEY (organisation_id, id),
  constraint policy_comment_organisation_id_answered_by_fkey FOREIGN KEY (organisation_id, answered_by) REFERENCES app.person(organisation_id, id),
  constraint policy_comment_organisation_id_draft_id_fkey FOREIGN KEY (organisation_id, draft_id) REFERENCES app.policy_draft(organisation_id, id),
  constraint policy_comment_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint policy_comment_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 4000))),
  constraint policy_comment_audience_check CHECK ((audience = ANY (ARRAY['staff'::text, 'pupil'::text, 'parent'::text, 'governor'::text, 'visitor'::text]))),
  constraint policy_comment_check CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (taken_up IS NULL)))),
  constraint policy_comment_says_check CHECK (((length(says) >= 1) AND (length(says) <= 4000)))
);
-- row security is enabled and forced on app.policy_comment
CREATE INDEX policy_comment_by_clause ON app.policy_comment USING btree (organisation_id, draft_id, clause, made_at);
CREATE INDEX policy_comment_by_person ON app.policy_comment USING btree (organisation_id, person_id, draft_id);
policy asked_people_say for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (person_id = app.current_person()) AND (answer IS NULL) AND (audience = ANY (( SELECT app.current_memberships() AS current_memberships)::text[])) AND (EXISTS ( SELECT 1
   FROM app.policy_draft d
  WHERE ((d.organisation_id = policy_comment.organisation_id) AND (d.id = policy_comment.draft_id) AND (d.stage = 'consulting'::text) AND (policy_comment.audience = ANY (d.consult_audiences))))))
policy author_and_keepers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (person_id = app.current_person()) OR ( SELECT app.keeps_policy() AS keeps_policy)))
policy author_changes_while_open for update to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((person_id = app.current_person()) AND (EXISTS ( SELECT 1
   FROM app.policy_draft d
  WHERE ((d.organisation_id = policy_comment.organisation_id) AND (d.id = policy_comment.draft_id) AND (d.stage = 'consulting'::text))))))) with check (organisation_id = app.current_organisation())
grant INSERT, SELECT, UPDATE (answer, answered_at, answered_by, changed_at, says, taken_up, withdrawn_at) to kept_web

create table app.policy_confirmation (
  organisation_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  place text not null,
  post text not null,
  title text not null,
  sentence text not null,
  says text not null,
  clauses jsonb not null,
  has_value boolean not null,
  mark text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  answer text,
  words text,
  answered_by uuid,
  answered_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint policy_confirmation_pkey PRIMARY KEY (organisation_id, id),
  constraint policy_confirmation_organisation_id_answered_by_fkey FOREIGN KEY (organisation_id, answered_by) REFERENCES app.person(organisation_id, id),
  constraint policy_confirmation_organisation_id_asked_by_fkey FOREIGN KEY (organisation_id, asked_by) REFERENCES app.person(organisation_id, id),
  constraint policy_confirmation_organisation_id_draft_id_fkey FOREIGN KEY (organisation_id, draft_id) REFERENCES app.policy_draft(organisation_id, id),
  constraint policy_confirmation_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint policy_confirmation_check CHECK ((num_nulls(answer, words, answered_by, answered_at) = ANY (ARRAY[0, 4]))),
  constraint policy_confirmation_check1 CHECK (((answer IS NULL) OR (withdrawn_at IS NULL))),
  constraint policy_confirmation_check2 CHECK (((answer IS DISTINCT FROM 'no'::text) OR (length(words) >= 1))),
  constraint policy_confirmation_check3 CHECK (((answer IS DISTINCT FROM 'yes'::text) OR has_value)),
  constraint policy_confirmation_clauses_check CHECK ((jsonb_typeof(clauses) = 'array'::text)),
  constraint policy_confirmation_place_check CHECK (((length(place) >= 1) AND (length(place) <= 600))),
  constraint policy_confirmation_post_check CHECK (((length(post) >= 1) AND (length(post) <= 80))),
  constraint policy_confirmation_says_check CHECK ((length(says) <= 8000)),
  constraint policy_confirmation_sentence_check CHECK ((length(sentence) <= 8000)),
  constraint policy_confirmation_title_check CHECK ((length(title) <= 4000)),
  constraint policy_confirmation_words_check CHECK ((length(words) <= 4000))
);
-- row security is enabled and forced on app.policy_confirmation
CREATE INDEX policy_confirmation_by_draft ON app.policy_confirmation USING btree (organisation_id, draft_id, place, asked_at);
CREATE INDEX policy_confirmation_by_post ON app.policy_confirmation USING btree (organisation_id, post, asked_at);
CREATE UNIQUE INDEX policy_confirmation_live ON app.policy_confirmation USING btree (organisation_id, draft_id, place, post) WHERE ((answered_at IS NULL) AND (withdrawn_at IS NULL));
policy holders_answer for update to kept_web using ((organisation_id = app.current_organisation()) AND (answered_at IS NULL) AND (withdrawn_at IS NULL) AND (post = ANY (( SELECT app.current_posts() AS current_posts)::text[])) AND app.draft_asks(draft_id)) with check ((organisation_id = app.current_organisation()) AND (answered_by = app.current_person()) AND (withdrawn_at IS NULL) AND (post = ANY (( SELECT app.current_posts() AS current_posts)::text[])))
policy keepers_and_asked for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.keeps_policy() AS keeps_policy) OR (answered_by = app.current_person()) OR ((answered_at IS NULL) AND (withdrawn_at IS NULL) AND (post = ANY (( SELECT app.current_posts() AS current_posts)::text[])) AND app.draft_asks(draft_id))))
policy keepers_send for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (answered_at IS NULL) AND (withdrawn_at IS NULL) AND (asked_by = app.current_person()) AND ( SELECT app.keeps_policy() AS keeps_policy))
policy keepers_take_back for update to kept_web using ((organisation_id = app.current_organisation()) AND (answered_at IS NULL) AND ( SELECT app.keeps_policy() AS keeps_policy)) with check ((organisation_id = app.current_organisation()) AND (answered_at IS NULL) AND (withdrawn_at IS NOT NULL) AND ( SELECT app.keeps_policy() AS keeps_policy))
grant INSERT, SELECT, UPDATE (answer, answered_at, answered_by, withdrawn_at, words) to kept_web

create table app.policy_draft (
  organisation_id uuid not null,
  id uuid not null,
  title text not null,
  began_from text not null,
  base_version_id uuid,
  stage text not null default 'editing'::text,
  revision integer not null,
  material boolean,
  change_note text not null default ''::text,
  consult_audiences text[] not null default '{}'::text[],
  consult_until date,
  offered_revision integer,
  in_force_on date,
  why_ended text not null default ''::text,
  created_by uuid,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  offered_by uuid,
  offered_at timestamp with time zone,
  constraint policy_draft_pkey PRIMARY KEY (organisation_id, id),
  constraint offered_by_somebody FOREIGN KEY (organisation_id, offered_by) REFERENCES app.person(organisation_id, id),
  constraint policy_draft_organisation_id_base_version_id_fkey FOREIGN KEY (organisation_id, base_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint policy_draft_organisation_id_created_by_fkey FOREIGN KEY (organisation_id, created_by) REFERENCES app.person(organisation_id, id),
  constraint policy_draft_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES app.organisation(organisation_id),
  constraint policy_draft_began_from_check CHECK (((length(began_from) >= 1) AND (length(began_from) <= 200))),
  constraint policy_draft_change_note_check CHECK ((length(change_note) <= 4000)),
  constraint policy_draft_consult_audiences_check CHECK ((consult_audiences <@ ARRAY['staff'::text, 'pupil'::text, 'parent'::text, 'governor'::text, 'visitor'::text])),
  constraint policy_draft_revision_check CHECK ((revision > 0)),
  constraint policy_draft_stage_check CHECK ((stage = ANY (ARRAY['editing'::text, 'consulting'::text, 'approving'::text, 'approved'::text, 'published'::text, 'set_aside'::text]))),
  constraint policy_draft_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint policy_draft_why_ended_check CHECK ((length(why_ended) <= 4000))
);
-- row security is enabled and forced on app.policy_draft
CREATE INDEX policy_draft_by_change ON app.policy_draft USING btree (organisation_id, changed_at DESC, id DESC);
policy definer_reads for select to kept_owner using true
policy keepers_and_asked for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.keeps_policy() AS keeps_policy) OR ((stage = 'consulting'::text) AND (consult_audiences && ( SELECT app.current_memberships() AS current_memberships))) OR ((stage = ANY (ARRAY['approving'::text, 'approved'::text, 'published'::text])) AND (ARRAY['staff'::text, 'governor'::text] && ( SELECT app.current_memberships() AS current_memberships)))))
policy keepers_begin for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((created_by = app.current_person()) AND ( SELECT app.keeps_policy() AS keeps_policy))))
policy keepers_lead for update to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.keeps_policy() AS keeps_policy))) with check (organisation_id = app.current_organisation())
grant INSERT, SELECT, UPDATE (change_note, changed_at, consult_audiences, consult_until, in_force_on, material, offered_at, offered_by, offered_revision, revision, stage, title, why_ended) to kept_web

create table app.policy_page (
  organisation_id uuid not null,
  school_id uuid not null,
  address text not null,
  open boolean not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint policy_page_organisation_id_address_key UNIQUE (organisation_id, address),
  constraint policy_page_pkey PRIMARY KEY (organisation_id, school_id),
  constraint policy_page_organisation_id_changed_by_fkey FOREIGN KEY (organisation_id, changed_by) REFERENCES app.person(organisation_id, id),
  constraint policy_page_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint policy_page_address_check CHECK ((address ~ '^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$'::text))
);
-- row security is enabled and forced on app.policy_page
policy keepers_change for update to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.keeps_policy() AS keeps_policy))) with check (organisation_id = app.current_organisation())
policy keepers_open for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.keeps_policy() AS keeps_policy)))
policy own_organisation for select to kept_web using ((organisation_id = app.current_organisation()) AND (open OR app.is_system() OR app.is_person()))
grant INSERT, SELECT, UPDATE (changed_at, changed_by, open) to kept_web

create table app.policy_proposal (
  organisation_id uuid not null,
  draft_id uuid not null,
  clause text not null,
  position integer not null,
  found_at jsonb not null,
  proposal jsonb not null,
  state text not null default 'open'::text,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint policy_proposal_pkey PRIMARY KEY (organisation_id, draft_id, clause),
  constraint policy_proposal_organisation_id_draft_id_fkey FOREIGN KEY (organisation_id, draft_id) REFERENCES app.policy_draft(organisation_id, id),
  constraint policy_proposal_organisation_id_settled_by_fkey FOREIGN KEY (organisation_id, settled_by) REFERENCES app.person(organisation_id, id),
  constraint policy_proposal_check CHECK (((state = 'open'::text) = (settled_at IS NULL))),
  constraint policy_proposal_clause_check CHECK (((length(clause) >= 1) AND (length(clause) <= 40))),
  constraint policy_proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'changed'::text, 'split'::text, 'joined'::text, 'dropped'::text])))
);
-- row security is enabled and forced on app.policy_proposal
CREATE INDEX policy_proposal_in_order ON app.policy_proposal USING btree (organisation_id, draft_id, "position");
policy keepers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.keeps_policy() AS keeps_policy)))
policy keepers_add for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.keeps_policy() AS keeps_policy)))
policy keepers_settle for update to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.keeps_policy() AS keeps_policy))) with check (organisation_id = app.current_organisation())
grant INSERT, SELECT, UPDATE (settled_at, settled_by, state) to kept_web

create table app.policy_review (
  organisation_id uuid not null,
  id uuid not null,
  policy_version_id uuid not null,
  kind text not null,
  event text not null default ''::text,
  reason text not null,
  noted_by uuid,
  noted_at timestamp with time zone not null,
  due_on date not null,
  constraint policy_review_pkey PRIMARY KEY (organisation_id, id),
  constraint policy_review_organisation_id_noted_by_fkey FOREIGN KEY (organisation_id, noted_by) REFERENCES app.person(organisation_id, id),
  constraint policy_review_organisation_id_policy_version_id_fkey FOREIGN KEY (organisation_id, policy_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint policy_review_check CHECK (((kind = 'no_change'::text) OR (event <> ''::text))),
  constraint policy_review_event_check CHECK ((length(event) <= 120)),
  constraint policy_review_kind_check CHECK ((kind = ANY (ARRAY['sooner'::text, 'no_change'::text]))),
  constraint policy_review_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
);
-- row security is enabled and forced on app.policy_review
CREATE INDEX policy_review_by_version ON app.policy_review USING btree (organisation_id, policy_version_id, noted_at);
policy keepers_note for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((noted_by = app.current_person()) AND ( SELECT app.keeps_policy() AS keeps_policy))))
policy staff_and_governors_read for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.keeps_policy() AS keeps_policy) OR (ARRAY['staff'::text, 'governor'::text] && ( SELECT app.current_memberships() AS current_memberships))))
grant INSERT, SELECT to kept_web

create table app.policy_revision (
  organisation_id uuid not null,
  draft_id uuid not null,
  number integer not null,
  content jsonb not null,
  content_hash bytea not null,
  says text not null,
  place text not null default ''::text,
  goes_back_to integer,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint policy_revision_pkey PRIMARY KEY (organisation_id, draft_id, number),
  constraint policy_revision_organisation_id_draft_id_fkey FOREIGN KEY (organisation_id, draft_id) REFERENCES app.policy_draft(organisation_id, id),
  constraint policy_revision_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES app.person(organisation_id, id),
  constraint policy_revision_number_check CHECK ((number > 0)),
  constraint policy_revision_says_check CHECK (((length(says) >= 1) AND (length(says) <= 2000)))
);
-- row security is enabled and forced on app.policy_revision
policy keepers_and_asked for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.keeps_policy() AS keeps_policy) OR (EXISTS ( SELECT 1
   FROM app.policy_draft d
  WHERE ((d.organisation_id = policy_revision.organisation_id) AND (d.id = policy_revision.draft_id) AND (policy_revision.number <= d.offered_revision))))))
policy keepers_write for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((made_by = app.current_person()) AND ( SELECT app.keeps_policy() AS keeps_policy))))
grant INSERT, SELECT to kept_web

create table app.policy_suggestion (
  organisation_id uuid not null,
  id uuid not null,
  clause text,
  says text not null,
  why text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  state text not null default 'open'::text,
  draft_id uuid,
  reason text,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint policy_suggestion_pkey PRIMARY KEY (organisation_id, id),
  constraint policy_suggestion_organisation_id_draft_id_fkey FOREIGN KEY (organisation_id, draft_id) REFERENCES app.policy_draft(organisation_id, id),
  constraint policy_suggestion_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES app.person(organisation_id, id),
  constraint policy_suggestion_organisation_id_settled_by_fkey FOREIGN KEY (organisation_id, settled_by) REFERENCES app.person(organisation_id, id),
  constraint policy_suggestion_check CHECK ((((state = 'open'::text) = (settled_at IS NULL)) AND ((settled_at IS NULL) = (settled_by IS NULL)))),
  constraint policy_suggestion_check1 CHECK (((state = 'taken'::text) = (draft_id IS NOT NULL))),
  constraint policy_suggestion_check2 CHECK (((state = 'turned_down'::text) = (reason IS NOT NULL))),
  constraint policy_suggestion_clause_check CHECK (((length(clause) >= 1) AND (length(clause) <= 40))),
  constraint policy_suggestion_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000))),
  constraint policy_suggestion_says_check CHECK (((length(says) >= 1) AND (length(says) <= 4000))),
  constraint policy_suggestion_state_check CHECK ((state = ANY (ARRAY['open'::text, 'taken'::text, 'turned_down'::text]))),
  constraint policy_suggestion_why_check CHECK (((length(why) >= 1) AND (length(why) <= 4000)))
);
-- row security is enabled and forced on app.policy_suggestion
CREATE INDEX policy_suggestion_by_draft ON app.policy_suggestion USING btree (organisation_id, draft_id) WHERE (draft_id IS NOT NULL);
CREATE INDEX policy_suggestion_by_state ON app.policy_suggestion USING btree (organisation_id, state, made_at, id);
policy keepers_and_the_case for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.keeps_policy() AS keeps_policy) OR (made_by = app.current_person()) OR (EXISTS ( SELECT 1
   FROM app.case_follow_up f
  WHERE ((f.organisation_id = policy_suggestion.organisation_id) AND (f.suggestion_id = policy_suggestion.id))))))
policy keepers_settle for update to kept_web using ((organisation_id = app.current_organisation()) AND (state = 'open'::text) AND ( SELECT app.keeps_policy() AS keeps_policy)) with check ((organisation_id = app.current_organisation()) AND (state <> 'open'::text) AND (settled_by = app.current_person()) AND ( SELECT app.keeps_policy() AS keeps_policy))
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system() AND (state = 'open'::text))
grant INSERT, SELECT, UPDATE (draft_id, reason, settled_at, settled_by, state) to kept_web

create table app.policy_version (
  organisation_id uuid not null,
  id uuid not null,
  pack text not null,
  number integer not null,
  title text not null,
  content jsonb not null,
  content_hash bytea not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  in_force_on date not null,
  note text not null default ''::text,
  draft_id uuid,
  material boolean,
  approved_on date,
  approved_by text,
  minute text,
  review_due_on date,
  constraint policy_version_organisation_id_number_key UNIQUE (organisation_id, number),
  constraint policy_version_pkey PRIMARY KEY (organisation_id, id),
  constraint policy_version_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES app.organisation(organisation_id),
  constraint policy_version_number_check CHECK ((number > 0)),
  constraint policy_version_pack_check CHECK (((length(pack) >= 1) AND (length(pack) <= 120)))
);
-- row security is enabled and forced on app.policy_version
policy definer_reads for select to kept_owner using true
policy own_organisation for all to kept_web using (organisation_id = app.current_organisation()) with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.post_holder (
  organisation_id uuid not null,
  id uuid not null,
  post text not null,
  person_id uuid not null,
  school_id uuid,
  from_on date not null,
  until_on date,
  site_id uuid,
  constraint post_holder_pkey PRIMARY KEY (organisation_id, id),
  constraint post_holder_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint post_holder_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint post_holder_organisation_id_site_id_fkey FOREIGN KEY (organisation_id, site_id) REFERENCES app.site(organisation_id, id),
  constraint post_holder_post_check CHECK ((post ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint post_holder_site_has_school CHECK (((site_id IS NULL) OR (school_id IS NOT NULL)))
);
-- row security is enabled and forced on app.post_holder
CREATE INDEX post_holder_by_person ON app.post_holder USING btree (organisation_id, person_id);
CREATE INDEX post_holder_by_post ON app.post_holder USING btree (organisation_id, post);
policy definer_reads for select to kept_owner using true
policy known_posts for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR app.is_person()))
policy system_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (until_on) to kept_web

create table app.pupil_file (
  organisation_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  circle text not null,
  way text not null,
  school_name text not null,
  receiver text,
  moved_on date not null,
  due_at timestamp with time zone not null,
  noted_by uuid not null,
  noted_at timestamp with time zone not null,
  sent_by uuid,
  sent_at timestamp with time zone,
  sent_how text,
  pdf_sha256 text,
  seal text,
  token_hash bytea,
  asked_by uuid,
  asked_at timestamp with time zone,
  received_at timestamp with time zone,
  received_by text,
  receipt_how text,
  none_reason text,
  constraint pupil_file_pkey PRIMARY KEY (organisation_id, id),
  constraint pupil_file_organisation_id_asked_by_fkey FOREIGN KEY (organisation_id, asked_by) REFERENCES app.person(organisation_id, id),
  constraint pupil_file_organisation_id_noted_by_fkey FOREIGN KEY (organisation_id, noted_by) REFERENCES app.person(organisation_id, id),
  constraint pupil_file_organisation_id_pupil_id_fkey FOREIGN KEY (organisation_id, pupil_id) REFERENCES app.person(organisation_id, id),
  constraint pupil_file_organisation_id_sent_by_fkey FOREIGN KEY (organisation_id, sent_by) REFERENCES app.person(organisation_id, id),
  constraint pupil_file_check CHECK ((num_nulls(received_at, received_by, receipt_how) = ANY (ARRAY[0, 3]))),
  constraint pupil_file_check1 CHECK (((way = 'in'::text) OR (received_at IS NULL) OR (sent_at IS NOT NULL))),
  constraint pupil_file_none_reason_check CHECK (((length(none_reason) >= 1) AND (length(none_reason) <= 1000))),
  constraint pupil_file_pdf_sha256_check CHECK ((pdf_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint pupil_file_receipt_how_check CHECK ((receipt_how = ANY (ARRAY['link'::text, 'paper'::text, 'here'::text]))),
  constraint pupil_file_received_by_check CHECK (((length(received_by) >= 1) AND (length(received_by) <= 200))),
  constraint pupil_file_receiver_check CHECK (((length(receiver) >= 1) AND (length(receiver) <= 200))),
  constraint pupil_file_school_name_check CHECK (((length(school_name) >= 1) AND (length(school_name) <= 200))),
  constraint pupil_file_seal_check CHECK (((length(seal) >= 1) AND (length(seal) <= 100))),
  constraint pupil_file_sent_how_check CHECK ((sent_how = ANY (ARRAY['secure_mail'::text, 'by_hand'::text, 'signed_post'::text]))),
  constraint pupil_file_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint pupil_file_way_check CHECK ((way = ANY (ARRAY['out'::text, 'in'::text])))
);
-- row security is enabled and forced on app.pupil_file
CREATE INDEX pupil_file_by_due ON app.pupil_file USING btree (organisation_id, due_at);
CREATE UNIQUE INDEX pupil_file_by_token ON app.pupil_file USING btree (organisation_id, token_hash) WHERE (token_hash IS NOT NULL);
CREATE UNIQUE INDEX pupil_file_once ON app.pupil_file USING btree (organisation_id, pupil_id, way, moved_on);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[]))))
policy handlers_go_on for update to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[])))) with check (organisation_id = app.current_organisation())
policy handlers_note for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[])) AND (noted_by = app.current_person()))))
grant INSERT, SELECT, UPDATE (asked_at, asked_by, none_reason, pdf_sha256, receipt_how, received_at, received_by, receiver, seal, sent_at, sent_by, sent_how, token_hash) to kept_web

create table app.pupil_file_gap (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  pupil_file_id uuid not null,
  pupil_id uuid not null,
  school_name text not null,
  due_at timestamp with time zone not null,
  noted_at timestamp with time zone not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  sent boolean,
  says text,
  constraint pupil_file_gap_organisation_id_pupil_file_id_record_id_key UNIQUE (organisation_id, pupil_file_id, record_id),
  constraint pupil_file_gap_pkey PRIMARY KEY (organisation_id, id),
  constraint pupil_file_gap_organisation_id_pupil_file_id_fkey FOREIGN KEY (organisation_id, pupil_file_id) REFERENCES app.pupil_file(organisation_id, id),
  constraint pupil_file_gap_organisation_id_pupil_id_fkey FOREIGN KEY (organisation_id, pupil_id) REFERENCES app.person(organisation_id, id),
  constraint pupil_file_gap_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint pupil_file_gap_organisation_id_settled_by_fkey FOREIGN KEY (organisation_id, settled_by) REFERENCES app.person(organisation_id, id),
  constraint pupil_file_gap_check CHECK ((num_nulls(settled_by, settled_at, sent, says) = ANY (ARRAY[0, 4]))),
  constraint pupil_file_gap_says_check CHECK (((length(says) >= 1) AND (length(says) <= 1000))),
  constraint pupil_file_gap_school_name_check CHECK (((length(school_name) >= 1) AND (length(school_name) <= 200)))
);
-- row security is enabled and forced on app.pupil_file_gap
CREATE INDEX pupil_file_gap_by_record ON app.pupil_file_gap USING btree (organisation_id, record_id);
CREATE INDEX pupil_file_gap_open ON app.pupil_file_gap USING btree (organisation_id, due_at, id) WHERE (settled_at IS NULL);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = pupil_file_gap.organisation_id) AND (d.record_id = pupil_file_gap.record_id))))))
policy handlers_settle for update to kept_web using ((organisation_id = app.current_organisation()) AND (settled_at IS NULL) AND app.may_change_record(record_id)) with check ((organisation_id = app.current_organisation()) AND (settled_by = app.current_person()))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_notes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (says, sent, settled_at, settled_by) to kept_web

create table app.record (
  organisation_id uuid not null,
  id uuid not null,
  kind text not null,
  reference text not null,
  school_id uuid not null,
  circle text not null,
  category text,
  state text not null,
  policy_version_id uuid not null,
  occurred_at timestamp with time zone,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  closed_at timestamp with time zone,
  files_locked boolean not null default false,
  given boolean not null default false,
  constraint record_organisation_id_kind_reference_key UNIQUE (organisation_id, kind, reference),
  constraint record_pkey PRIMARY KEY (organisation_id, id),
  constraint record_organisation_id_policy_version_id_fkey FOREIGN KEY (organisation_id, policy_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint record_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint record_kind_check CHECK ((kind ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint record_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 40))),
  constraint record_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'voided'::text, 'erased'::text])))
);
-- row security is enabled and forced on app.record
CREATE INDEX record_by_category ON app.record USING btree (organisation_id, kind, category, opened_at DESC, id);
CREATE INDEX record_by_circle ON app.record USING btree (organisation_id, circle, kind, opened_at DESC, id);
CREATE INDEX record_by_happening ON app.record USING btree (organisation_id, kind, occurred_at DESC NULLS LAST, id);
CREATE INDEX record_by_opening ON app.record USING btree (organisation_id, kind, circle, opened_at) INCLUDE (id) WHERE (state = ANY (ARRAY['open'::text, 'closed'::text]));
CREATE INDEX record_by_state ON app.record USING btree (organisation_id, kind, state, opened_at DESC, id);
CREATE INDEX record_by_time ON app.record USING btree (organisation_id, kind, opened_at DESC, id);
CREATE INDEX record_open_by_category ON app.record USING btree (organisation_id, kind, category, opened_at DESC, id) WHERE (state = 'open'::text);
CREATE INDEX record_open_by_happening ON app.record USING btree (organisation_id, kind, occurred_at DESC NULLS LAST, id) WHERE (state = 'open'::text);
CREATE INDEX record_open_by_opener ON app.record USING btree (organisation_id, opened_by, kind, opened_at DESC, id) WHERE ((state = 'open'::text) AND (NOT given));
CREATE INDEX record_open_by_reference ON app.record USING btree (organisation_id, kind, reference) WHERE (state = 'open'::text);
CREATE INDEX record_open_by_time ON app.record USING btree (organisation_id, kind, opened_at DESC, id) WHERE (state = 'open'::text);
CREATE INDEX record_open_given_to_nobody ON app.record USING btree (organisation_id, kind, opened_at DESC, id) WHERE ((state = 'open'::text) AND (NOT given));
policy definer_reads for select to kept_owner using true
policy handlers_change for update to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (((circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[])) OR (EXISTS ( SELECT 1
   FROM app.record_reader r
  WHERE ((r.organisation_id = record.organisation_id) AND (r.record_id = record.id) AND (r.person_id = app.current_person()) AND (r.because <> ALL (ARRAY['glass'::text, 'complaint'::text])) AND ((r.until IS NULL) OR (r.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM app.record_wall w
  WHERE ((w.organisation_id = record.organisation_id) AND (w.record_id = record.id) AND (w.person_id = app.current_person()) AND (w.lifted_at IS NULL)))))))) with check (organisation_id = app.current_organisation())
policy need_to_know for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (((circle = ANY (( SELECT app.current_circles('masked'::text) AS current_circles)::text[])) OR (EXISTS ( SELECT 1
   FROM app.record_reader r
  WHERE ((r.organisation_id = record.organisation_id) AND (r.record_id = record.id) AND (r.person_id = app.current_person()) AND ((r.until IS NULL) OR (r.until > now())))))) AND (NOT (EXISTS ( SELECT 1
   FROM app.record_wall w
  WHERE ((w.organisation_id = record.organisation_id) AND (w.record_id = record.id) AND (w.person_id = app.current_person()) AND (w.lifted_at IS NULL))))))))
policy not_erased as restrictive for select to kept_web using (app.is_system() OR (state <> 'erased'::text))
policy retention_empties for update to kept_owner using true with check true
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (category, circle, closed_at, files_locked, given, state) to kept_web

create table app.record_assignment (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint record_assignment_pkey PRIMARY KEY (organisation_id, id),
  constraint record_assignment_organisation_id_ended_by_fkey FOREIGN KEY (organisation_id, ended_by) REFERENCES app.person(organisation_id, id),
  constraint record_assignment_organisation_id_given_by_fkey FOREIGN KEY (organisation_id, given_by) REFERENCES app.person(organisation_id, id),
  constraint record_assignment_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint record_assignment_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint record_assignment_check CHECK (((ended_by IS NULL) OR (ended_at IS NOT NULL)))
);
-- row security is enabled and forced on app.record_assignment
CREATE INDEX record_assignment_by_record ON app.record_assignment USING btree (organisation_id, record_id, given_at);
CREATE INDEX record_assignment_of_person ON app.record_assignment USING btree (organisation_id, person_id, record_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX record_assignment_now ON app.record_assignment USING btree (organisation_id, record_id) WHERE (ended_at IS NULL);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = record_assignment.organisation_id) AND (d.record_id = record_assignment.record_id))))))
policy handlers_end for update to kept_web using ((organisation_id = app.current_organisation()) AND (ended_at IS NULL) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = record_assignment.organisation_id) AND (d.record_id = record_assignment.record_id)))))) with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR (ended_by = app.current_person())))
policy handlers_give for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (given_by = app.current_person()) AND (ended_at IS NULL) AND (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = record_assignment.organisation_id) AND (d.record_id = record_assignment.record_id)))) AND app.may_be_given_record(record_id, person_id))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy who_changes_it as restrictive for insert to kept_web with check app.may_change_record(record_id)
policy who_changes_it_later as restrictive for update to kept_web using app.may_change_record(record_id)
grant INSERT, SELECT, UPDATE (ended_at, ended_by) to kept_web

create table app.record_conflict (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  reason text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  lift_reason text,
  constraint record_conflict_pkey PRIMARY KEY (organisation_id, id),
  constraint record_conflict_organisation_id_lifted_by_fkey FOREIGN KEY (organisation_id, lifted_by) REFERENCES app.person(organisation_id, id),
  constraint record_conflict_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint record_conflict_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint record_conflict_organisation_id_set_by_fkey FOREIGN KEY (organisation_id, set_by) REFERENCES app.person(organisation_id, id),
  constraint record_conflict_check CHECK (((lifted_at IS NULL) = (lift_reason IS NULL))),
  constraint record_conflict_lift_reason_check CHECK (((length(lift_reason) >= 1) AND (length(lift_reason) <= 4000))),
  constraint record_conflict_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
);
-- row security is enabled and forced on app.record_conflict
CREATE UNIQUE INDEX record_conflict_once ON app.record_conflict USING btree (organisation_id, record_id, person_id) WHERE (lifted_at IS NULL);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = record_conflict.organisation_id) AND (d.record_id = record_conflict.record_id))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_lifts for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (lift_reason, lifted_at, lifted_by) to kept_web

create table app.record_contact (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  thread_id uuid not null,
  line integer not null,
  does text not null,
  party text not null,
  about text,
  step text,
  way text,
  at timestamp with time zone not null,
  spoke_to text,
  reference text,
  said text,
  reply text,
  chase_on date,
  because text,
  reason text,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  constraint record_contact_organisation_id_thread_id_line_key UNIQUE (organisation_id, thread_id, line),
  constraint record_contact_pkey PRIMARY KEY (organisation_id, id),
  constraint record_contact_organisation_id_entered_by_fkey FOREIGN KEY (organisation_id, entered_by) REFERENCES app.person(organisation_id, id),
  constraint record_contact_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint record_contact_organisation_id_thread_id_fkey FOREIGN KEY (organisation_id, thread_id) REFERENCES app.record_contact(organisation_id, id),
  constraint record_contact_about_check CHECK (((length(about) >= 1) AND (length(about) <= 220))),
  constraint record_contact_because_check CHECK (((length(because) >= 1) AND (length(because) <= 4000))),
  constraint record_contact_check CHECK (((line = 0) = (thread_id = id))),
  constraint record_contact_check1 CHECK (((does = 'not_told'::text) = (because IS NOT NULL))),
  constraint record_contact_check2 CHECK ((((line > 0) AND (does = ANY (ARRAY['told'::text, 'not_told'::text]))) = (reason IS NOT NULL))),
  constraint record_contact_does_check CHECK ((does = ANY (ARRAY['told'::text, 'not_told'::text, 'replied'::text, 'asked_again'::text]))),
  constraint record_contact_line_check CHECK ((line >= 0)),
  constraint record_contact_party_check CHECK ((party ~ '^(party/)?[a-z][a-z0-9_]{0,79}$'::text)),
  constraint record_contact_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000))),
  constraint record_contact_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 200))),
  constraint record_contact_reply_check CHECK (((length(reply) >= 1) AND (length(reply) <= 8000))),
  constraint record_contact_said_check CHECK (((length(said) >= 1) AND (length(said) <= 8000))),
  constraint record_contact_spoke_to_check CHECK (((length(spoke_to) >= 1) AND (length(spoke_to) <= 300))),
  constraint record_contact_step_check CHECK (((length(step) >= 1) AND (length(step) <= 400))),
  constraint record_contact_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'mail'::text, 'web'::text, 'post'::text, 'in_person'::text])))
);
-- row security is enabled and forced on app.record_contact
CREATE INDEX record_contact_by_chase ON app.record_contact USING btree (organisation_id, chase_on) WHERE (chase_on IS NOT NULL);
CREATE INDEX record_contact_by_record ON app.record_contact USING btree (organisation_id, record_id);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = record_contact.organisation_id) AND (d.record_id = record_contact.record_id))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.record_detail (
  organisation_id uuid not null,
  record_id uuid not null,
  title text not null,
  fields jsonb not null default '{}'::jsonb,
  void_reason text,
  constraint record_detail_pkey PRIMARY KEY (organisation_id, record_id),
  constraint record_detail_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint record_detail_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint record_detail_void_reason_check CHECK (((length(void_reason) >= 1) AND (length(void_reason) <= 4000)))
);
-- row security is enabled and forced on app.record_detail
CREATE INDEX record_detail_by_letters ON app.record_detail USING gin (app.words_of(title, fields) search.gin_trgm_ops);
CREATE INDEX record_detail_by_words ON app.record_detail USING gin (app.lexemes_of(app.words_of(title, fields)));
policy definer_reads for select to kept_owner using true
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = record_detail.organisation_id) AND (r.id = record_detail.record_id) AND ((r.circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[])) OR (EXISTS ( SELECT 1
           FROM app.record_reader i
          WHERE ((i.organisation_id = r.organisation_id) AND (i.record_id = r.id) AND (i.person_id = app.current_person()) AND ((i.until IS NULL) OR (i.until > now())))))))))))
policy retention_erases for delete to kept_owner using true
policy system_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (fields, title, void_reason) to kept_web

create table app.record_event (
  organisation_id uuid not null,
  record_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  by_person_id uuid,
  event jsonb not null,
  constraint record_event_pkey PRIMARY KEY (organisation_id, record_id, seq),
  constraint record_event_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id)
);
-- row security is enabled and forced on app.record_event
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = record_event.organisation_id) AND (r.id = record_event.record_id) AND ((r.circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[])) OR (EXISTS ( SELECT 1
           FROM app.record_reader i
          WHERE ((i.organisation_id = r.organisation_id) AND (i.record_id = r.id) AND (i.person_id = app.current_person()) AND ((i.until IS NULL) OR (i.until > now())))))))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.record_expiry (
  organisation_id uuid not null,
  record_id uuid not null,
  circle text not null,
  rule text not null,
  expires_on date not null,
  announced_at timestamp with time zone not null,
  announced_to uuid[] not null,
  postponed_until date,
  postponed_by uuid,
  postponed_at timestamp with time zone,
  postpone_reason text,
  constraint record_expiry_pkey PRIMARY KEY (organisation_id, record_id),
  constraint record_expiry_organisation_id_postponed_by_fkey FOREIGN KEY (organisation_id, postponed_by) REFERENCES app.person(organisation_id, id),
  constraint record_expiry_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint record_expiry_announced_to_check CHECK ((cardinality(announced_to) >= 1)),
  constraint record_expiry_check CHECK ((num_nulls(postponed_until, postponed_by, postponed_at, postpone_reason) = ANY (ARRAY[0, 4]))),
  constraint record_expiry_postpone_reason_check CHECK (((length(postpone_reason) >= 1) AND (length(postpone_reason) <= 4000))),
  constraint record_expiry_rule_check CHECK (((length(rule) >= 1) AND (length(rule) <= 200)))
);
-- row security is enabled and forced on app.record_expiry
CREATE INDEX record_expiry_by_day ON app.record_expiry USING btree (organisation_id, expires_on);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = record_expiry.organisation_id) AND (d.record_id = record_expiry.record_id))))))
policy retention_ends for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_postpones for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_takes_back for delete to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system() AND (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = record_expiry.organisation_id) AND (r.id = record_expiry.record_id) AND (r.state = 'open'::text)))))
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant DELETE, INSERT, SELECT, UPDATE (postpone_reason, postponed_at, postponed_by, postponed_until) to kept_web

create table app.record_glass (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  party text not null,
  reason text not null,
  opened_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  alerted uuid[] not null,
  review_due_at timestamp with time zone not null,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  found text,
  review_says text,
  constraint record_glass_pkey PRIMARY KEY (organisation_id, id),
  constraint record_glass_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint record_glass_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint record_glass_organisation_id_reviewed_by_fkey FOREIGN KEY (organisation_id, reviewed_by) REFERENCES app.person(organisation_id, id),
  constraint record_glass_alerted_check CHECK (((cardinality(alerted) >= 1) AND (cardinality(alerted) <= 20))),
  constraint record_glass_check CHECK ((until_at > opened_at)),
  constraint record_glass_check1 CHECK ((NOT (person_id = ANY (alerted)))),
  constraint record_glass_check2 CHECK (((reviewed_by IS NULL) OR (reviewed_by <> person_id))),
  constraint record_glass_check3 CHECK ((num_nulls(reviewed_by, reviewed_at, found, review_says) = ANY (ARRAY[0, 4]))),
  constraint record_glass_found_check CHECK ((found = ANY (ARRAY['right'::text, 'wrong'::text]))),
  constraint record_glass_party_check CHECK (((length(party) >= 1) AND (length(party) <= 100))),
  constraint record_glass_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000))),
  constraint record_glass_review_says_check CHECK (((length(review_says) >= 1) AND (length(review_says) <= 4000)))
);
-- row security is enabled and forced on app.record_glass
CREATE INDEX record_glass_by_record ON app.record_glass USING btree (organisation_id, record_id, opened_at);
CREATE INDEX record_glass_to_review ON app.record_glass USING btree (organisation_id, review_due_at) WHERE (reviewed_at IS NULL);
policy concerned for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (person_id = app.current_person()) OR (app.current_person() = ANY (alerted)) OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = record_glass.organisation_id) AND (d.record_id = record_glass.record_id))))))
policy not_walled as restrictive for select to kept_web using (app.is_system() OR (NOT (EXISTS ( SELECT 1
   FROM app.record_wall w
  WHERE ((w.organisation_id = record_glass.organisation_id) AND (w.record_id = record_glass.record_id) AND (w.person_id = app.current_person()) AND (w.lifted_at IS NULL))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (alerted, ended_at, found, review_due_at, review_says, reviewed_at, reviewed_by) to kept_web

create table app.record_link (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  other_id uuid not null,
  reason text not null,
  linked_by uuid not null,
  linked_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text,
  constraint record_link_pkey PRIMARY KEY (organisation_id, id),
  constraint record_link_organisation_id_ended_by_fkey FOREIGN KEY (organisation_id, ended_by) REFERENCES app.person(organisation_id, id),
  constraint record_link_organisation_id_linked_by_fkey FOREIGN KEY (organisation_id, linked_by) REFERENCES app.person(organisation_id, id),
  constraint record_link_organisation_id_other_id_fkey FOREIGN KEY (organisation_id, other_id) REFERENCES app.record(organisation_id, id),
  constraint record_link_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint record_link_check CHECK ((record_id <> other_id)),
  constraint record_link_check1 CHECK ((num_nulls(ended_by, ended_at, end_reason) = ANY (ARRAY[0, 3]))),
  constraint record_link_end_reason_check CHECK (((length(end_reason) >= 1) AND (length(end_reason) <= 4000))),
  constraint record_link_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
);
-- row security is enabled and forced on app.record_link
CREATE INDEX record_link_by_other ON app.record_link USING btree (organisation_id, other_id);
CREATE INDEX record_link_by_record ON app.record_link USING btree (organisation_id, record_id);
CREATE UNIQUE INDEX record_link_once ON app.record_link USING btree (organisation_id, LEAST(record_id, other_id), GREATEST(record_id, other_id)) WHERE (ended_at IS NULL);
policy ends_what_they_see for update to kept_web using ((organisation_id = app.current_organisation()) AND (ended_at IS NULL) AND (NOT app.is_system())) with check ((organisation_id = app.current_organisation()) AND (ended_by = app.current_person()))
policy links_what_they_see for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (linked_by = app.current_person()) AND (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = record_link.organisation_id) AND (d.record_id = record_link.record_id)))) AND (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = record_link.organisation_id) AND (d.record_id = record_link.other_id)))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy sees_both for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = record_link.organisation_id) AND (d.record_id = record_link.record_id)))) AND (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = record_link.organisation_id) AND (d.record_id = record_link.other_id)))))))
policy who_changes_it as restrictive for insert to kept_web with check app.may_change_record(record_id)
policy who_changes_it_later as restrictive for update to kept_web using (app.may_change_record(record_id) OR app.may_change_record(other_id))
grant INSERT, SELECT, UPDATE (end_reason, ended_at, ended_by) to kept_web

create table app.record_notice (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  reader_id uuid not null,
  pupil_id uuid,
  says text not null,
  lines jsonb not null default '[]'::jsonb,
  written_at timestamp with time zone not null,
  written_by uuid,
  constraint record_notice_pkey PRIMARY KEY (organisation_id, id),
  constraint record_notice_organisation_id_reader_id_fkey FOREIGN KEY (organisation_id, reader_id) REFERENCES app.person(organisation_id, id),
  constraint record_notice_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint record_notice_says_check CHECK (((length(says) >= 1) AND (length(says) <= 1000)))
);
-- row security is enabled and forced on app.record_notice
CREATE INDEX record_notice_by_reader ON app.record_notice USING btree (organisation_id, reader_id, written_at DESC);
CREATE INDEX record_notice_by_record ON app.record_notice USING btree (organisation_id, record_id);
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_tells for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
policy told for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((reader_id = app.current_person()) AND (NOT (EXISTS ( SELECT 1
   FROM app.record_wall w
  WHERE ((w.organisation_id = record_notice.organisation_id) AND (w.record_id = record_notice.record_id) AND (w.person_id = app.current_person()) AND (w.lifted_at IS NULL)))))) OR (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = record_notice.organisation_id) AND (r.id = record_notice.record_id) AND (r.circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[])))))))
grant INSERT, SELECT to kept_web

create table app.record_origin (
  organisation_id uuid not null,
  record_id uuid not null,
  from_record_id uuid not null,
  effect text not null,
  constraint record_origin_organisation_id_from_record_id_effect_key UNIQUE (organisation_id, from_record_id, effect),
  constraint record_origin_pkey PRIMARY KEY (organisation_id, record_id),
  constraint record_origin_organisation_id_from_record_id_fkey FOREIGN KEY (organisation_id, from_record_id) REFERENCES app.record(organisation_id, id),
  constraint record_origin_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint record_origin_effect_check CHECK (((length(effect) >= 1) AND (length(effect) <= 600)))
);
-- row security is enabled and forced on app.record_origin
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = record_origin.organisation_id) AND (d.record_id = record_origin.from_record_id))))))
policy retention_empties for update to kept_owner using true with check true
policy retention_reads for select to kept_owner using true
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT to kept_web

create table app.record_person (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  person_id uuid,
  described text,
  part text not null,
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint record_person_pkey PRIMARY KEY (organisation_id, id),
  constraint record_person_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint record_person_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint record_person_check CHECK (((person_id IS NULL) <> (described IS NULL))),
  constraint record_person_described_check CHECK (((length(described) >= 1) AND (length(described) <= 200))),
  constraint record_person_part_check CHECK ((part ~ '^[a-z][a-z0-9_]{0,79}$'::text))
);
-- row security is enabled and forced on app.record_person
CREATE INDEX record_person_by_letters ON app.record_person USING gin (app.folded(described) search.gin_trgm_ops) WHERE (described IS NOT NULL);
CREATE INDEX record_person_by_person ON app.record_person USING btree (organisation_id, person_id, record_id) WHERE (person_id IS NOT NULL);
CREATE INDEX record_person_by_record ON app.record_person USING btree (organisation_id, record_id);
policy definer_reads for select to kept_owner using true
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = record_person.organisation_id) AND (r.id = record_person.record_id) AND ((r.circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[])) OR (EXISTS ( SELECT 1
           FROM app.record_reader i
          WHERE ((i.organisation_id = r.organisation_id) AND (i.record_id = r.id) AND (i.person_id = app.current_person()) AND ((i.until IS NULL) OR (i.until > now())))))))))))
policy retention_erases for delete to kept_owner using true
policy system_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (removed_at) to kept_web

create table app.record_reader (
  organisation_id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  because text not null default 'named'::text,
  until timestamp with time zone,
  constraint record_reader_pkey PRIMARY KEY (organisation_id, record_id, person_id, because),
  constraint record_reader_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint record_reader_because_check CHECK ((because = ANY (ARRAY['named'::text, 'sight'::text, 'step'::text, 'glass'::text, 'complaint'::text])))
);
-- row security is enabled and forced on app.record_reader
CREATE INDEX record_reader_by_person ON app.record_reader USING btree (organisation_id, person_id, record_id);
policy definer_reads for select to kept_owner using true
policy own_readings for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (person_id = app.current_person())))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_ends for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_lets_in for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (until) to kept_web

create table app.record_seen (
  organisation_id uuid not null,
  person_id uuid not null,
  record_id uuid not null,
  seen_at timestamp with time zone not null,
  constraint record_seen_pkey PRIMARY KEY (organisation_id, person_id, record_id),
  constraint record_seen_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint record_seen_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id)
);
-- row security is enabled and forced on app.record_seen
CREATE INDEX record_seen_by_record ON app.record_seen USING btree (organisation_id, record_id);
policy own for select to kept_web using ((organisation_id = app.current_organisation()) AND (person_id = app.current_person()))
policy own_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND (person_id = app.current_person())) with check ((organisation_id = app.current_organisation()) AND (person_id = app.current_person()))
policy own_marks for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (person_id = app.current_person()) AND (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = record_seen.organisation_id) AND (r.id = record_seen.record_id)))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
grant INSERT, SELECT, UPDATE (seen_at) to kept_web

create table app.record_step (
  organisation_id uuid not null,
  record_id uuid not null,
  key text not null,
  title text not null,
  party text not null,
  mandatory boolean not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone,
  chart text not null,
  step text not null,
  constraint record_step_pkey PRIMARY KEY (organisation_id, record_id, key),
  constraint record_step_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id)
);
-- row security is enabled and forced on app.record_step
CREATE INDEX record_step_by_due ON app.record_step USING btree (organisation_id, due_at);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = record_step.organisation_id) AND (r.id = record_step.record_id) AND ((r.circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[])) OR (EXISTS ( SELECT 1
           FROM app.record_reader i
          WHERE ((i.organisation_id = r.organisation_id) AND (i.record_id = r.id) AND (i.person_id = app.current_person()) AND ((i.until IS NULL) OR (i.until > now())))))))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_clears for delete to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant DELETE, INSERT, SELECT to kept_web

create table app.record_wall (
  organisation_id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  because text not null,
  lifted_at timestamp with time zone,
  constraint record_wall_pkey PRIMARY KEY (organisation_id, record_id, person_id),
  constraint record_wall_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint record_wall_because_check CHECK ((because = ANY (ARRAY['named'::text, 'conflict'::text])))
);
-- row security is enabled and forced on app.record_wall
CREATE INDEX record_wall_by_person ON app.record_wall USING btree (organisation_id, person_id, record_id);
policy own_walls for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (person_id = app.current_person())))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy system_lifts for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_walls for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (because, lifted_at) to kept_web

create table app.roster_upload (
  organisation_id uuid not null,
  id uuid not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  name text not null,
  reading bytea not null,
  state text not null default 'waiting'::text,
  progress jsonb not null default '{}'::jsonb,
  said text not null default ''::text,
  constraint roster_upload_pkey PRIMARY KEY (organisation_id, id),
  constraint roster_upload_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES app.organisation(organisation_id),
  constraint roster_upload_organisation_id_uploaded_by_fkey FOREIGN KEY (organisation_id, uploaded_by) REFERENCES app.person(organisation_id, id),
  constraint roster_upload_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint roster_upload_said_check CHECK ((length(said) <= 500)),
  constraint roster_upload_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
-- row security is enabled and forced on app.roster_upload
CREATE INDEX roster_upload_by_age ON app.roster_upload USING btree (organisation_id, uploaded_at);
CREATE INDEX roster_upload_by_person ON app.roster_upload USING btree (organisation_id, uploaded_by);
policy own_upload for all to kept_web using ((organisation_id = app.current_organisation()) AND app.is_person() AND (uploaded_by = app.current_person())) with check ((organisation_id = app.current_organisation()) AND app.is_person() AND (uploaded_by = app.current_person()))
policy system_finds for select to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system())
policy system_forgets for delete to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system() AND (uploaded_at < (now() - '7 days'::interval)))
grant DELETE, INSERT, SELECT, UPDATE (progress, reading, said, state) to kept_web

create table app.saved_list (
  organisation_id uuid not null,
  id uuid not null,
  list text not null,
  owner_id uuid not null,
  name text not null,
  query text not null,
  circles text[] not null default '{}'::text[],
  saved_at timestamp with time zone not null,
  constraint saved_list_pkey PRIMARY KEY (organisation_id, id),
  constraint saved_list_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES app.person(organisation_id, id),
  constraint saved_list_list_check CHECK ((list = ANY (ARRAY['incident'::text, 'concern'::text]))),
  constraint saved_list_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint saved_list_query_check CHECK ((length(query) <= 2000))
);
-- row security is enabled and forced on app.saved_list
CREATE INDEX saved_list_shared ON app.saved_list USING btree (organisation_id, list) WHERE (circles <> '{}'::text[]);
CREATE UNIQUE INDEX saved_list_by_name ON app.saved_list USING btree (organisation_id, owner_id, list, lower(name));
policy own for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (owner_id = app.current_person()) AND (circles <@ ( SELECT app.current_circles('all'::text) AS current_circles)))
policy own_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND (owner_id = app.current_person())) with check ((organisation_id = app.current_organisation()) AND (owner_id = app.current_person()) AND (circles <@ ( SELECT app.current_circles('all'::text) AS current_circles)))
policy own_leaves for delete to kept_web using ((organisation_id = app.current_organisation()) AND (owner_id = app.current_person()))
policy own_or_shared for select to kept_web using ((organisation_id = app.current_organisation()) AND ((owner_id = app.current_person()) OR ((circles <> '{}'::text[]) AND (circles <@ ( SELECT app.current_circles('all'::text) AS current_circles)))))
grant DELETE, INSERT, SELECT, UPDATE (circles, name) to kept_web

create table app.saved_list_first (
  organisation_id uuid not null,
  person_id uuid not null,
  list text not null,
  saved_list_id uuid not null,
  constraint saved_list_first_pkey PRIMARY KEY (organisation_id, person_id, list),
  constraint saved_list_first_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint saved_list_first_organisation_id_saved_list_id_fkey FOREIGN KEY (organisation_id, saved_list_id) REFERENCES app.saved_list(organisation_id, id) ON DELETE CASCADE,
  constraint saved_list_first_list_check CHECK ((list = ANY (ARRAY['incident'::text, 'concern'::text])))
);
-- row security is enabled and forced on app.saved_list_first
policy own for all to kept_web using ((organisation_id = app.current_organisation()) AND (person_id = app.current_person())) with check ((organisation_id = app.current_organisation()) AND (person_id = app.current_person()) AND (EXISTS ( SELECT 1
   FROM app.saved_list s
  WHERE ((s.organisation_id = saved_list_first.organisation_id) AND (s.id = saved_list_first.saved_list_id)))))
grant DELETE, INSERT, SELECT, UPDATE (saved_list_id) to kept_web

create table app.school (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  source_id text,
  phases text[] not null default '{}'::text[],
  created_at timestamp with time zone not null default now(),
  place text,
  constraint school_organisation_id_source_id_key UNIQUE (organisation_id, source_id),
  constraint school_pkey PRIMARY KEY (organisation_id, id),
  constraint school_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES app.organisation(organisation_id),
  constraint school_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint school_place_check CHECK ((place ~ '^[a-z][a-z0-9_]{0,59}$'::text))
);
-- row security is enabled and forced on app.school
CREATE UNIQUE INDEX school_by_place ON app.school USING btree (organisation_id, place) WHERE (place IS NOT NULL);
policy definer_reads for select to kept_owner using true
policy own_organisation for all to kept_web using (organisation_id = app.current_organisation()) with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (name, phases, place, source_id) to kept_web

create table app.seeded_entry (
  organisation_id uuid not null,
  school_id uuid not null,
  kind text not null,
  entry text not null,
  record_id uuid not null,
  title text not null,
  fields jsonb not null,
  policy_version_id uuid not null,
  constraint seeded_entry_organisation_id_record_id_key UNIQUE (organisation_id, record_id),
  constraint seeded_entry_pkey PRIMARY KEY (organisation_id, school_id, kind, entry),
  constraint seeded_entry_organisation_id_policy_version_id_fkey FOREIGN KEY (organisation_id, policy_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint seeded_entry_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint seeded_entry_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint seeded_entry_entry_check CHECK (((length(entry) >= 1) AND (length(entry) <= 60))),
  constraint seeded_entry_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60)))
);
-- row security is enabled and forced on app.seeded_entry
policy system_changes for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
policy with_the_entry for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record r
  WHERE ((r.organisation_id = seeded_entry.organisation_id) AND (r.id = seeded_entry.record_id))))))
grant INSERT, SELECT, UPDATE (fields, policy_version_id, title) to kept_web

create table app.signature (
  organisation_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  about_id uuid not null,
  signer_id uuid not null,
  capacity text not null,
  outcome text not null,
  way text not null,
  typed_name text not null,
  answers jsonb not null default '{}'::jsonb,
  text_hash bytea not null,
  language text not null default 'en'::text,
  recorded_by uuid,
  reason text,
  signed_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint signature_pkey PRIMARY KEY (organisation_id, id),
  constraint signature_organisation_id_about_id_fkey FOREIGN KEY (organisation_id, about_id) REFERENCES app.person(organisation_id, id),
  constraint signature_organisation_id_request_id_fkey FOREIGN KEY (organisation_id, request_id) REFERENCES app.assent_request(organisation_id, id),
  constraint signature_organisation_id_signer_id_fkey FOREIGN KEY (organisation_id, signer_id) REFERENCES app.person(organisation_id, id),
  constraint signature_capacity_check CHECK ((capacity = ANY (ARRAY['self'::text, 'pupil'::text, 'parent'::text, 'other'::text]))),
  constraint signature_outcome_check CHECK ((outcome = ANY (ARRAY['signed'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint signature_reason_check CHECK ((length(reason) <= 4000)),
  constraint signature_typed_name_check CHECK (((length(typed_name) >= 1) AND (length(typed_name) <= 400))),
  constraint signature_way_check CHECK ((way = ANY (ARRAY['link'::text, 'screen'::text, 'paper'::text, 'class'::text, 'in_person'::text]))),
  constraint signature_witness_check CHECK (
CASE
    WHEN (way = ANY (ARRAY['link'::text, 'screen'::text])) THEN (recorded_by IS NULL)
    WHEN (way = ANY (ARRAY['paper'::text, 'in_person'::text])) THEN (recorded_by IS NOT NULL)
    ELSE true
END)
);
-- row security is enabled and forced on app.signature
CREATE INDEX signature_by_request ON app.signature USING btree (organisation_id, request_id);
CREATE INDEX signature_by_signer ON app.signature USING btree (organisation_id, signer_id);
policy own_signatures for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR ( SELECT app.current_is_staff() AS current_is_staff) OR (signer_id = app.current_person())))
policy sign_as_oneself for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((signer_id = app.current_person()) AND (way = ANY (ARRAY['link'::text, 'screen'::text, 'class'::text])) AND (recorded_by IS NULL) AND ((about_id = app.current_person()) OR (about_id = ANY (( SELECT app.current_children() AS current_children)::uuid[])) OR ((capacity = 'other'::text) AND (EXISTS ( SELECT 1
   FROM app.assent_signer s
  WHERE ((s.organisation_id = signature.organisation_id) AND (s.request_id = signature.request_id) AND (s.person_id = app.current_person()))))))) OR (( SELECT app.current_is_staff() AS current_is_staff) AND (way = ANY (ARRAY['paper'::text, 'class'::text, 'in_person'::text])) AND (recorded_by = app.current_person()) AND (signer_id <> app.current_person()))))
grant INSERT, SELECT to kept_web

create table app.site (
  organisation_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  name text not null,
  place text,
  constraint site_pkey PRIMARY KEY (organisation_id, id),
  constraint site_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint site_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint site_place_check CHECK ((place ~ '^[a-z][a-z0-9_]{0,59}$'::text))
);
-- row security is enabled and forced on app.site
CREATE UNIQUE INDEX site_by_place ON app.site USING btree (organisation_id, place) WHERE (place IS NOT NULL);
policy own_organisation for all to kept_web using (organisation_id = app.current_organisation()) with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (place) to kept_web

create table app.site_school (
  organisation_id uuid not null,
  site_id uuid not null,
  school_id uuid not null,
  constraint site_school_pkey PRIMARY KEY (organisation_id, site_id, school_id),
  constraint site_school_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint site_school_organisation_id_site_id_fkey FOREIGN KEY (organisation_id, site_id) REFERENCES app.site(organisation_id, id)
);
-- row security is enabled and forced on app.site_school
CREATE INDEX site_school_by_school ON app.site_school USING btree (organisation_id, school_id);

grant INSERT, SELECT to kept_web

create table app.standing (
  organisation_id uuid not null,
  policy_version_id uuid not null,
  control text not null,
  state text not null,
  proof text,
  says text not null,
  counts jsonb not null default '{}'::jsonb,
  since timestamp with time zone,
  computed_at timestamp with time zone not null,
  changes_at timestamp with time zone,
  constraint standing_pkey PRIMARY KEY (organisation_id, policy_version_id, control),
  constraint standing_organisation_id_policy_version_id_fkey FOREIGN KEY (organisation_id, policy_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint standing_proof_check CHECK ((proof = ANY (ARRAY['enforced'::text, 'proved'::text, 'attested'::text]))),
  constraint standing_state_check CHECK ((state = ANY (ARRAY['kept'::text, 'due'::text, 'late'::text, 'broken'::text, 'none'::text, 'published'::text])))
);
-- row security is enabled and forced on app.standing
policy own_organisation for all to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR app.is_person())) with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant DELETE, INSERT, SELECT, UPDATE (changes_at, computed_at, counts, proof, says, since, state) to kept_web

create table app.support_word (
  organisation_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  offer_id uuid not null,
  person_id uuid,
  described text,
  part text not null,
  support text not null,
  word text not null,
  by_whom text,
  note text,
  on_day date not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  constraint support_word_pkey PRIMARY KEY (organisation_id, id),
  constraint support_word_organisation_id_offer_id_fkey FOREIGN KEY (organisation_id, offer_id) REFERENCES app.support_word(organisation_id, id),
  constraint support_word_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES app.person(organisation_id, id),
  constraint support_word_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint support_word_organisation_id_written_by_fkey FOREIGN KEY (organisation_id, written_by) REFERENCES app.person(organisation_id, id),
  constraint support_word_by_whom_check CHECK (((length(by_whom) >= 1) AND (length(by_whom) <= 200))),
  constraint support_word_check CHECK (((word = 'offered'::text) = (id = offer_id))),
  constraint support_word_check1 CHECK (((word = 'offered'::text) = (by_whom IS NOT NULL))),
  constraint support_word_check2 CHECK ((num_nonnulls(person_id, described) = 1)),
  constraint support_word_described_check CHECK (((length(described) >= 1) AND (length(described) <= 200))),
  constraint support_word_note_check CHECK (((length(note) >= 1) AND (length(note) <= 4000))),
  constraint support_word_part_check CHECK ((part ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint support_word_support_check CHECK ((support ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint support_word_word_check CHECK ((word = ANY (ARRAY['offered'::text, 'taken_up'::text, 'declined'::text, 'ended'::text])))
);
-- row security is enabled and forced on app.support_word
CREATE INDEX support_word_by_offer ON app.support_word USING btree (organisation_id, offer_id);
CREATE INDEX support_word_by_record ON app.support_word USING btree (organisation_id, record_id, written_at, id);
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = support_word.organisation_id) AND (d.record_id = support_word.record_id))))))
policy handlers_write for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (app.is_system() OR ((written_by = app.current_person()) AND (EXISTS ( SELECT 1
   FROM app.record_detail d
  WHERE ((d.organisation_id = support_word.organisation_id) AND (d.record_id = support_word.record_id)))))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
policy who_changes_it as restrictive for insert to kept_web with check app.may_change_record(record_id)
grant INSERT, SELECT to kept_web

create table app.survey_count (
  organisation_id uuid not null,
  assent text not null,
  school_id uuid not null,
  round text not null,
  text_hash bytea not null,
  policy_version_id uuid not null,
  closes_at timestamp with time zone not null,
  answered integer not null default 0,
  counts jsonb not null default '{}'::jsonb,
  constraint survey_count_pkey PRIMARY KEY (organisation_id, assent, school_id, round, text_hash),
  constraint survey_count_organisation_id_policy_version_id_fkey FOREIGN KEY (organisation_id, policy_version_id) REFERENCES app.policy_version(organisation_id, id),
  constraint survey_count_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint survey_count_answered_check CHECK ((answered >= 0)),
  constraint survey_count_assent_check CHECK ((assent ~ '^[a-z][a-z0-9_]{0,79}$'::text)),
  constraint survey_count_round_check CHECK (((length(round) >= 1) AND (length(round) <= 40)))
);
-- row security is enabled and forced on app.survey_count
policy system_counts for update to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system()) with check (organisation_id = app.current_organisation())
policy system_reads for select to kept_web using ((organisation_id = app.current_organisation()) AND app.is_system())
policy system_writes for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (answered, counts) to kept_web

create table app.term (
  organisation_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  days_off jsonb not null default '[]'::jsonb,
  constraint term_organisation_id_school_id_starts_on_key UNIQUE (organisation_id, school_id, starts_on),
  constraint term_pkey PRIMARY KEY (organisation_id, id),
  constraint term_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint term_check CHECK ((ends_on >= starts_on))
);
-- row security is enabled and forced on app.term
policy own_organisation for all to kept_web using (organisation_id = app.current_organisation()) with check ((organisation_id = app.current_organisation()) AND app.is_system())
grant INSERT, SELECT, UPDATE (days_off, ends_on, title) to kept_web

create table app.tombstone (
  organisation_id uuid not null,
  record_id uuid not null,
  kind text not null,
  reference text not null,
  circle text not null,
  opened_on date not null,
  closed_on date not null,
  rule text not null,
  policy_version_id uuid not null,
  erased_at timestamp with time zone not null,
  details integer not null,
  only_to uuid[],
  constraint tombstone_pkey PRIMARY KEY (organisation_id, record_id),
  constraint tombstone_organisation_id_record_id_fkey FOREIGN KEY (organisation_id, record_id) REFERENCES app.record(organisation_id, id),
  constraint tombstone_details_check CHECK ((details >= 0))
);
-- row security is enabled and forced on app.tombstone
CREATE INDEX tombstone_by_time ON app.tombstone USING btree (organisation_id, erased_at DESC, record_id);
policy circle for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[]))))
policy not_walled as restrictive for select to kept_web using (app.is_system() OR (only_to IS NULL) OR (app.current_person() = ANY (only_to)))
policy retention_writes for insert to kept_owner with check true
grant SELECT to kept_web

create table app.you_said (
  organisation_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  circle text not null,
  said text not null,
  did text not null,
  readers text[] not null,
  doubtful text[] not null default '{}'::text[],
  written_by uuid not null,
  written_at timestamp with time zone not null,
  state text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decided_reason text,
  constraint you_said_pkey PRIMARY KEY (organisation_id, id),
  constraint you_said_organisation_id_decided_by_fkey FOREIGN KEY (organisation_id, decided_by) REFERENCES app.person(organisation_id, id),
  constraint you_said_organisation_id_school_id_fkey FOREIGN KEY (organisation_id, school_id) REFERENCES app.school(organisation_id, id),
  constraint you_said_organisation_id_written_by_fkey FOREIGN KEY (organisation_id, written_by) REFERENCES app.person(organisation_id, id),
  constraint you_said_check CHECK ((decided_by <> written_by)),
  constraint you_said_check1 CHECK (((state = 'waiting'::text) = (decided_by IS NULL))),
  constraint you_said_decided_reason_check CHECK (((length(decided_reason) >= 1) AND (length(decided_reason) <= 1000))),
  constraint you_said_did_check CHECK (((length(did) >= 1) AND (length(did) <= 600))),
  constraint you_said_readers_check CHECK (((readers <> '{}'::text[]) AND (readers <@ ARRAY['pupil'::text, 'parent'::text, 'staff'::text, 'governor'::text]))),
  constraint you_said_said_check CHECK (((length(said) >= 1) AND (length(said) <= 600))),
  constraint you_said_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'shown'::text, 'refused'::text, 'withdrawn'::text])))
);
-- row security is enabled and forced on app.you_said
CREATE INDEX you_said_by_time ON app.you_said USING btree (organisation_id, state, decided_at DESC);
policy handlers_write for insert to kept_web with check ((organisation_id = app.current_organisation()) AND (written_by = app.current_person()) AND (state = 'waiting'::text) AND (circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[])))
policy readers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (state = 'shown'::text) OR (circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[]))))
policy second_decides for update to kept_web using ((organisation_id = app.current_organisation()) AND (circle = ANY (( SELECT app.current_circles('all'::text) AS current_circles)::text[]))) with check ((organisation_id = app.current_organisation()) AND (decided_by = app.current_person()))
grant INSERT, SELECT, UPDATE (decided_at, decided_by, decided_reason, state) to kept_web

create table app.you_said_of (
  organisation_id uuid not null,
  you_said_id uuid not null,
  concern_id uuid not null,
  constraint you_said_of_pkey PRIMARY KEY (organisation_id, you_said_id, concern_id),
  constraint you_said_of_organisation_id_concern_id_fkey FOREIGN KEY (organisation_id, concern_id) REFERENCES app.concern(organisation_id, id),
  constraint you_said_of_organisation_id_you_said_id_fkey FOREIGN KEY (organisation_id, you_said_id) REFERENCES app.you_said(organisation_id, id)
);
-- row security is enabled and forced on app.you_said_of
policy handlers for select to kept_web using ((organisation_id = app.current_organisation()) AND (app.is_system() OR (app.is_person() AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = you_said_of.organisation_id) AND (c.id = you_said_of.concern_id)))))))
policy handlers_write for insert to kept_web with check ((organisation_id = app.current_organisation()) AND app.is_person() AND (EXISTS ( SELECT 1
   FROM app.concern c
  WHERE ((c.organisation_id = you_said_of.organisation_id) AND (c.id = you_said_of.concern_id) AND (c.state = ANY (ARRAY['closed'::text, 'incident'::text])) AND (c.closed_at IS NOT NULL)))))
policy retention_erases for delete to kept_owner using true
policy retention_reads for select to kept_owner using true
grant INSERT, SELECT to kept_web

create table identity.account (
  id uuid not null,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null,
  password text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id) ON DELETE CASCADE,
  constraint account_password_check CHECK ((password ~~ '$argon2id$%'::text))
);
CREATE INDEX account_by_user ON identity.account USING btree (user_id);
grant INSERT, SELECT, UPDATE (password, updated_at) to kept_web

create table identity.attempt (
  key text not null,
  tries integer not null,
  began_at timestamp with time zone not null,
  constraint attempt_pkey PRIMARY KEY (key),
  constraint attempt_tries_check CHECK ((tries >= 0))
);
CREATE INDEX attempt_by_age ON identity.attempt USING btree (began_at);
grant DELETE, INSERT, SELECT, UPDATE to kept_web

create table identity.card (
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  class_code text not null,
  code_hash text not null,
  issued_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint card_class_code_code_hash_key UNIQUE (class_code, code_hash),
  constraint card_pkey PRIMARY KEY (id),
  constraint card_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES identity.link(organisation_id, person_id),
  constraint card_class_code_check CHECK ((class_code ~ '^[0-9A-Z]{2,24}$'::text))
);
CREATE UNIQUE INDEX card_in_use ON identity.card USING btree (organisation_id, person_id, class_code) WHERE (revoked_at IS NULL);
grant INSERT, SELECT, UPDATE (revoked_at) to kept_web

create table identity.event (
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid,
  user_id uuid,
  code text not null,
  at timestamp with time zone not null,
  details jsonb not null default '{}'::jsonb,
  constraint event_pkey PRIMARY KEY (id),
  constraint event_code_check CHECK ((code ~ '^identity\.[a-z_]+$'::text))
);
CREATE INDEX event_by_organisation ON identity.event USING btree (organisation_id, id);
grant DELETE, INSERT, SELECT to kept_web

create table identity.link (
  organisation_id uuid not null,
  person_id uuid not null,
  user_id uuid not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint link_user_id_organisation_id_person_id_key UNIQUE (user_id, organisation_id, person_id),
  constraint link_pkey PRIMARY KEY (organisation_id, person_id),
  constraint link_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id)
);
grant INSERT, SELECT, UPDATE (ended_at, user_id) to kept_web

create table identity.pass (
  id uuid not null,
  kind text not null,
  token_hash text not null,
  user_id uuid not null,
  organisation_id uuid,
  person_id uuid,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint pass_token_hash_key UNIQUE (token_hash),
  constraint pass_pkey PRIMARY KEY (id),
  constraint pass_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES identity.link(organisation_id, person_id),
  constraint pass_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity."user"(id),
  constraint pass_check CHECK (((kind = 'letter'::text) = ((organisation_id IS NOT NULL) AND (person_id IS NOT NULL)))),
  constraint pass_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'letter'::text])))
);
CREATE INDEX pass_by_expiry ON identity.pass USING btree (expires_at);
CREATE INDEX pass_by_user ON identity.pass USING btree (user_id);
CREATE UNIQUE INDEX pass_letter_in_use ON identity.pass USING btree (organisation_id, person_id) WHERE (kind = 'letter'::text);
grant DELETE, INSERT, SELECT to kept_web

create table identity.session (
  id uuid not null,
  user_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  method text not null,
  token text not null,
  next_token text,
  previous_token text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  rotated_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint session_next_token_key UNIQUE (next_token),
  constraint session_previous_token_key UNIQUE (previous_token),
  constraint session_token_key UNIQUE (token),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_user_id_organisation_id_person_id_fkey FOREIGN KEY (user_id, organisation_id, person_id) REFERENCES identity.link(user_id, organisation_id, person_id),
  constraint session_method_check CHECK ((method = ANY (ARRAY['password'::text, 'link'::text, 'letter'::text, 'card'::text, 'sample'::text])))
);
CREATE INDEX session_by_expiry ON identity.session USING btree (expires_at);
CREATE INDEX session_by_link ON identity.session USING btree (user_id, organisation_id, person_id);
grant DELETE, INSERT, SELECT, UPDATE to kept_web

create table identity.setup_token (
  id uuid not null,
  token_hash text not null,
  expires_at timestamp with time zone not null,
  tries_left integer not null,
  used_at timestamp with time zone,
  constraint setup_token_token_hash_key UNIQUE (token_hash),
  constraint setup_token_pkey PRIMARY KEY (id),
  constraint setup_token_tries_left_check CHECK ((tries_left >= 0))
);
grant DELETE, INSERT, SELECT, UPDATE (tries_left, used_at) to kept_web

create table identity.spent_token (
  nonce text not null,
  until_at timestamp with time zone not null,
  constraint spent_token_pkey PRIMARY KEY (nonce),
  constraint spent_token_nonce_check CHECK ((length(nonce) <= 64))
);
CREATE INDEX spent_token_by_age ON identity.spent_token USING btree (until_at);
grant DELETE, INSERT, SELECT to kept_web

create table identity.user (
  id uuid not null,
  email text,
  email_verified boolean not null default false,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint user_email_key UNIQUE (email),
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_check CHECK (((email = lower(email)) AND (length(email) <= 320) AND (email ~~ '%_@_%'::text)))
);
grant INSERT, SELECT, UPDATE (email, email_verified, updated_at) to kept_web

create table identity.verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_by_identifier ON identity.verification USING btree (identifier);
grant DELETE, INSERT, SELECT, UPDATE to kept_web

CREATE OR REPLACE FUNCTION app.answer_by_link(wanted bytea, at timestamp with time zone, name text, given jsonb, shown bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update app.answer_link l set used_at = at, typed_name = name, answers = given, text_hash = shown
   where l.organisation_id = app.current_organisation() and l.token_hash = wanted and l.used_at is null
     and l.id in (select o.id from app.open_answer_link(wanted, at) o);
  return found;
end $function$
;

CREATE OR REPLACE FUNCTION app.asked_for(words text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
  select websearch_to_tsquery('pg_catalog.english', app.folded(words)) || websearch_to_tsquery('pg_catalog.simple', app.folded(words))
$function$
;

CREATE OR REPLACE FUNCTION app.comment_keeps_its_hands()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if (new.answer, new.taken_up, new.answered_by, new.answered_at)
     is distinct from (old.answer, old.taken_up, old.answered_by, old.answered_at) and not app.is_system() then
    raise exception 'a comment is answered by those who keep the policy' using errcode = '42501';
  end if;
  if (new.says, new.changed_at, new.withdrawn_at) is distinct from (old.says, old.changed_at, old.withdrawn_at)
     and old.person_id is distinct from app.current_person() then
    raise exception 'a comment is changed by its author only' using errcode = '42501';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION app.concern_by_receipt(wanted bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.id from app.concern c where c.organisation_id = app.current_organisation() and c.receipt_hmac = wanted
$function$
;

CREATE OR REPLACE FUNCTION app.current_children()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(array_agg(l.child_id), '{}') from app.family_link l
   where l.organisation_id = app.current_organisation() and l.adult_id = app.current_person()
     and l.may_sign and l.until_on is null
$function$
;

CREATE OR REPLACE FUNCTION app.current_circles(wanted text)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  org constant uuid := app.current_organisation();
  me constant uuid := app.current_person();
  newest uuid;
begin
  select w.id into newest from app.policy_version w where w.organisation_id = org order by w.number desc limit 1;
  return array(
    select c.circle || s.ending
      from (select h.post, h.school_id from app.post_holder h
             where h.organisation_id = org and h.person_id = me and h.until_on is null
            union all
            select 'members/' || m.kind, m.school_id from app.person_membership m
             where m.organisation_id = org and m.person_id = me and m.until_on is null) as held
     -- `offset 0` keeps each of these an index look-up for what is held.
     cross join lateral (select ':' || t.id::text as ending from app.school t
                          where t.organisation_id = org and (held.school_id is null or t.id = held.school_id) offset 0) as s
     cross join lateral (select p.circle from app.circle_post p
                          where p.organisation_id = org and p.policy_version_id = newest and p.post = held.post
                            and (p.reach = 'all' or wanted = 'masked') offset 0) as c);
end $function$
;

CREATE OR REPLACE FUNCTION app.current_concern()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.concern_id', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION app.current_is_staff()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select 1 from app.person_membership m
     where m.organisation_id = app.current_organisation() and m.person_id = app.current_person()
       and m.kind = 'staff' and m.until_on is null)
$function$
;

CREATE OR REPLACE FUNCTION app.current_memberships()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(array_agg(distinct m.kind), '{}') from app.person_membership m
   where m.organisation_id = app.current_organisation() and m.person_id = app.current_person() and m.until_on is null
$function$
;

CREATE OR REPLACE FUNCTION app.current_offices()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
;

CREATE OR REPLACE FUNCTION app.current_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.organisation_id', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION app.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.person_id', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION app.current_posts()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(array_agg(distinct h.post), '{}') from app.post_holder h
   where h.organisation_id = app.current_organisation() and h.person_id = app.current_person() and h.until_on is null
$function$
;

CREATE OR REPLACE FUNCTION app.current_taught()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(array_agg(distinct p.person_id), '{}')
    from app.class_member t
    join app.class_member p on p.organisation_id = t.organisation_id and p.class_id = t.class_id
                           and p.part = 'pupil' and p.until_on is null
   where t.organisation_id = app.current_organisation() and t.person_id = app.current_person()
     and t.part = 'teacher' and t.until_on is null
$function$
;

CREATE OR REPLACE FUNCTION app.draft_asks(draft uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select 1 from app.policy_draft d
                  where d.organisation_id = app.current_organisation() and d.id = draft
                    and d.stage in ('editing', 'consulting'))
$function$
;

CREATE OR REPLACE FUNCTION app.empty_concern(org uuid, wanted uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare gone integer;
begin
  update app.concern c set
      acknowledged_at = (select min(m.written_at) from app.concern_message m where m.organisation_id = org
        and m.concern_id = wanted and m.direction = 'to_reporter' and m.author_id is null),
      answered_at = (select min(m.written_at) from app.concern_message m where m.organisation_id = org
        and m.concern_id = wanted and m.direction = 'to_reporter' and m.author_id is not null),
      state = 'erased', body = '', taken_by = null, record_id = null, joined_to = null, closing_reason = null,
      by_accident = null, chosen = '{}',
      -- A receipt finds nothing any more, and nothing says which one it was.
      receipt_hmac = decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
   where c.organisation_id = org and c.id = wanted;
  delete from app.concern_expiry where organisation_id = org and concern_id = wanted;
  delete from app.concern_assignment where organisation_id = org and concern_id = wanted;
  delete from app.concern_entry where organisation_id = org and concern_id = wanted;
  delete from app.concern_file where organisation_id = org and concern_id = wanted;
  delete from app.concern_join where organisation_id = org and wanted in (concern_id, main_id);
  delete from app.concern_message where organisation_id = org and concern_id = wanted;
  delete from app.concern_note where organisation_id = org and concern_id = wanted;
  delete from app.concern_reader where organisation_id = org and concern_id = wanted;
  delete from app.concern_reporter where organisation_id = org and concern_id = wanted;
  delete from app.concern_wall where organisation_id = org and concern_id = wanted;
  delete from app.you_said_of where organisation_id = org and concern_id = wanted;
  delete from app.notice_call where organisation_id = org and subject_id = wanted;
  delete from app.notice where organisation_id = org and subject_kind = 'concern' and subject_id = wanted;
  delete from app.ledger_detail d using app.ledger_entry e
   where d.organisation_id = org and e.organisation_id = org and e.subject_kind = 'concern' and e.subject_id = wanted
     and d.chain = e.chain and d.seq = e.seq;
  get diagnostics gone = row_count;
  return gone;
end $function$
;

CREATE OR REPLACE FUNCTION app.empty_record(org uuid, wanted uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare gone integer; around integer;
begin
  delete from app.ledger_detail d using app.ledger_entry e, app.case_complaint c
   where d.organisation_id = org and e.organisation_id = org and d.chain = e.chain and d.seq = e.seq
     and e.subject_kind = 'case_complaint' and c.organisation_id = org and c.id = e.subject_id and c.record_id = wanted;
  get diagnostics around = row_count;
  delete from app.evidence_signature where organisation_id = org and record_id = wanted;
  delete from app.evidence_entry where organisation_id = org and record_id = wanted;
  delete from app.evidence_file where organisation_id = org and record_id = wanted;
  delete from app.evidence_item where organisation_id = org and record_id = wanted;
  delete from app.notice n where n.organisation_id = org and (n.subject_id = wanted
    or n.subject_id in (select s.id from app.record_notice s where s.organisation_id = org and s.record_id = wanted)
    or n.subject_id in (select g.id from app.record_glass g where g.organisation_id = org and g.record_id = wanted)
    or n.subject_id in (select c.id from app.case_complaint c where c.organisation_id = org and c.record_id = wanted));
  delete from app.notice_call where organisation_id = org and subject_id = wanted;
  delete from app.record_notice where organisation_id = org and record_id = wanted;
  delete from app.record_glass where organisation_id = org and record_id = wanted;
  delete from app.record_conflict where organisation_id = org and record_id = wanted;
  delete from app.ledger_detail d using app.ledger_entry e, app.record_link l
   where d.organisation_id = org and e.organisation_id = org and d.chain = e.chain and d.seq = e.seq
     and e.subject_kind = 'record_link' and l.organisation_id = org and l.id = e.subject_id and wanted in (l.record_id, l.other_id);
  delete from app.record_link where organisation_id = org and wanted in (record_id, other_id);
  delete from app.record_contact where organisation_id = org and record_id = wanted;
  delete from app.record_assignment where organisation_id = org and record_id = wanted;
  delete from app.case_complaint where organisation_id = org and record_id = wanted;
  delete from app.case_follow_up where organisation_id = org and record_id = wanted;
  delete from app.support_word where organisation_id = org and record_id = wanted;
  delete from app.answer_link where organisation_id = org and record_id = wanted;
  delete from app.pupil_file_gap where organisation_id = org and record_id = wanted;
  delete from app.record_step where organisation_id = org and record_id = wanted;
  delete from app.record_event where organisation_id = org and record_id = wanted;
  delete from app.record_person where organisation_id = org and record_id = wanted;
  delete from app.record_reader where organisation_id = org and record_id = wanted;
  delete from app.record_wall where organisation_id = org and record_id = wanted;
  delete from app.record_seen where organisation_id = org and record_id = wanted;
  delete from app.record_detail where organisation_id = org and record_id = wanted;
  delete from app.lasting_effect where organisation_id = org and record_id = wanted;
  delete from app.record_expiry where organisation_id = org and record_id = wanted;
  -- What an effect is called says for whom it was; that this followed from that may stay.
  update app.record_origin set effect = 'erased/' || record_id where organisation_id = org and record_id = wanted;
  update app.duty set note = null where organisation_id = org and record_id = wanted;
  delete from app.ledger_detail d using app.ledger_entry e
   where d.organisation_id = org and e.organisation_id = org and e.record_id = wanted
     and d.chain = e.chain and d.seq = e.seq;
  get diagnostics gone = row_count;
  update app.record set state = 'erased', category = null, occurred_at = null, opened_by = null, given = false
   where organisation_id = org and id = wanted;
  return gone + around;
end $function$
;

CREATE OR REPLACE FUNCTION app.enqueue(task text, payload json, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, job_key text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if job_key is not null and run_at is null then
    -- Held until this transaction ends, by as many as ask, so that the runner does not begin before all of them are in.
    -- A job that is being begun or done is skipped here, and another one follows it below.
    perform from graphile_worker._private_jobs j
      where j.key = job_key and j.locked_at is null and j.attempts = 0 and j.run_at <= clock_timestamp()
        and j.payload::jsonb = enqueue.payload::jsonb
      for key share skip locked;
    if found then return; end if;
  end if;
  -- A job with a key stands for many: those of one organisation run one after another, never two at once.
  perform graphile_worker.add_job(task, payload, run_at => coalesce(run_at, now()), job_key => job_key,
    queue_name => case when job_key is not null then concat(task, ':', payload ->> 'organisationId') end);
end
$function$
;

CREATE OR REPLACE FUNCTION app.erase_concern(wanted uuid, today date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  org uuid := app.current_organisation();
  one app.concern;
  joined uuid;
  due app.concern_expiry;
  ended date;
  walled boolean;
  gone integer;
begin
  if not app.is_system() then raise exception 'only the system erases'; end if;
  select * into one from app.concern where organisation_id = org and id = wanted;
  if one.state = 'closed' then ended := one.closed_at::date; end if;
  if one.state = 'incident' then
    select r.closed_at::date into ended from app.record r
     where r.organisation_id = org and r.id = one.record_id and r.state = 'erased';
  end if;
  if ended is null or one.joined_to is not null or exists (select 1 from app.concern c
      where c.organisation_id = org and c.joined_to = wanted and c.state in ('new', 'taken')) then
    raise exception 'only what is settled is erased';
  end if;
  select * into due from app.concern_expiry where organisation_id = org and concern_id = wanted;
  if due.concern_id is null or due.announced_at::date + 14 > today then raise exception 'it was not announced'; end if;
  if coalesce(due.postponed_until, due.expires_on) > today then raise exception 'its day has not come'; end if;
  walled := exists (select 1 from app.concern_wall w where w.organisation_id = org and w.concern_id = wanted);
  gone := 0;
  for joined in select c.id from app.concern c where c.organisation_id = org and c.joined_to = wanted
  loop
    gone := gone + app.empty_concern(org, joined);
  end loop;
  gone := gone + app.empty_concern(org, wanted);
  insert into app.concern_tombstone (organisation_id, concern_id, circle, only_to, told_on, settled_on, rule,
                                     policy_version_id, erased_at, details)
  values (org, wanted, one.circle, case when walled then due.announced_to end, one.told_at::date, ended, due.rule,
          one.policy_version_id, now(), gone);
  return gone;
end $function$
;

CREATE OR REPLACE FUNCTION app.erase_followers()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  org uuid := app.current_organisation();
  follower uuid;
  gone integer := 0;
begin
  if not app.is_system() then raise exception 'only the system erases'; end if;
  for follower in
    select f.id from app.record_origin o
      join app.record f on f.organisation_id = o.organisation_id and f.id = o.record_id
      join app.record c on c.organisation_id = o.organisation_id and c.id = o.from_record_id and c.state = 'erased'
     where o.organisation_id = org and f.state in ('closed', 'voided')
       and f.kind ~ '^(action_|exception_|held_by_|sent_letter_|to_do$)'
       and not exists (select 1 from app.lasting_effect l where l.organisation_id = org and l.record_id = f.id
                          and l.ended_at is null and l.does = 'hold')
  loop
    gone := gone + app.empty_record(org, follower);
  end loop;
  return gone;
end $function$
;

CREATE OR REPLACE FUNCTION app.erase_record(wanted uuid, today date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  org uuid := app.current_organisation();
  one app.record;
  follower uuid;
  due app.record_expiry;
  walled boolean;
  gone integer;
begin
  if not app.is_system() then raise exception 'only the system erases'; end if;
  select * into one from app.record where organisation_id = org and id = wanted;
  select * into due from app.record_expiry where organisation_id = org and record_id = wanted;
  if one.id is null or one.state not in ('closed', 'voided') then raise exception 'only what is closed is erased'; end if;
  if due.record_id is null or due.announced_at::date + 14 > today then raise exception 'it was not announced'; end if;
  if coalesce(due.postponed_until, due.expires_on) > today then raise exception 'its day has not come'; end if;
  if exists (select 1 from app.lasting_effect l where l.organisation_id = org and l.record_id = wanted
               and l.does = 'hold' and l.ended_at is null) then raise exception 'it is held'; end if;
  walled := exists (select 1 from app.record_wall w where w.organisation_id = org and w.record_id = wanted and w.lifted_at is null);
  gone := app.empty_record(org, wanted);
  gone := gone + app.erase_followers();
  -- What was told before it became this case has no time of its own.
  for follower in
    select c.id from app.concern c where c.organisation_id = org and c.record_id = wanted and c.state = 'incident'
  loop
    gone := gone + app.empty_concern(org, follower);
  end loop;
  insert into app.tombstone (organisation_id, record_id, kind, reference, circle, opened_on, closed_on, rule,
                             policy_version_id, erased_at, details, only_to)
  values (org, wanted, one.kind, one.reference, one.circle, one.opened_at::date, one.closed_at::date, due.rule,
          one.policy_version_id, now(), gone, case when walled then due.announced_to end);
  return gone;
end $function$
;

CREATE OR REPLACE FUNCTION app.evidence_needs(content text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select 1 from app.evidence_file f
                  where f.organisation_id = app.current_organisation() and f.sha256 = content and f.erased_at is null)
$function$
;

CREATE OR REPLACE FUNCTION app.evidence_unneeded(contents text[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c from unnest(contents) c
   where app.is_system() and not exists (
     select 1 from app.evidence_file f
      where f.organisation_id = app.current_organisation() and f.sha256 = c and f.erased_at is null)
$function$
;

CREATE OR REPLACE FUNCTION app.files_unneeded(contents text[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c from unnest(contents) c
   where app.is_system()
     and not exists (select 1 from app.concern_file f
                      where f.organisation_id = app.current_organisation() and f.sha256 = c)
     and not exists (select 1 from app.document_file f
                      where f.organisation_id = app.current_organisation() and f.sha256 = c)
$function$
;

CREATE OR REPLACE FUNCTION app.find_concerns(words text, alike boolean, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'search', 'public'
 SET "pg_trgm.word_similarity_threshold" TO '0.39'
 SET jit TO 'off'
AS $function$
declare
  org uuid := app.current_organisation();
  me uuid := app.current_person();
  all_of_it boolean := app.is_system();
  circles text[] := app.current_circles('all');
  wanted tsquery := app.asked_for(words);
  loose tsquery := regexp_replace(wanted::text, '<(-|\d+)>', '&', 'g')::tsquery;
  longer text[] := array(select w from regexp_split_to_table(lower(words), '\W+') w where length(w) > 3 order by length(w) desc limit 8);
  shut uuid[] := array(select w.concern_id from app.concern_wall w where w.organisation_id = org and w.person_id = me
    union select c.id from app.record_wall w join app.concern c on c.organisation_id = org and c.record_id = w.record_id
     where w.organisation_id = org and w.person_id = me and w.lifted_at is null);
  let_in uuid[] := array(select i.concern_id from app.concern_reader i where i.organisation_id = org and i.person_id = me);
  many constant integer := 5000;
  wide boolean := alike or querytree(loose) = 'T';
  crowded boolean;
  near uuid[];
  found uuid[];
  more boolean;
begin
  crowded := wide or many < (select count(*) from (select 1 from app.concern c
    where c.organisation_id = org and app.lexemes_of(c.body) @@ loose limit many + 1) as counted);
  crowded := crowded or many < (select count(*) from (select 1 from app.concern_message m
    where m.organisation_id = org and app.lexemes_of(m.body) @@ loose limit many + 1) as counted);
  crowded := crowded or many < (select count(*) from (select 1 from app.concern_note n
    where n.organisation_id = org and app.lexemes_of(n.body) @@ loose limit many + 1) as counted);
  if crowded then
    near := array(select c.id from app.concern c
      where c.organisation_id = org and (all_of_it or (c.circle = any (circles) and c.id <> all (shut)))
      order by c.told_at desc, c.id limit most + 1);
    if cardinality(near) <= most then wide := true; end if;
  end if;
  if crowded and not wide then
    wide := many < (select count(*) from (select 1 from app.concern c
      where c.organisation_id = org and app.lexemes_of(c.body) @@ loose
        and (all_of_it or (c.circle = any (circles) and c.id <> all (shut))) limit many + 1) as counted);
    wide := wide or many < (select count(*) from (select 1 from app.concern_message m
      join app.concern c on c.organisation_id = org and c.id = m.concern_id
      where m.organisation_id = org and app.lexemes_of(m.body) @@ loose
        and (all_of_it or (c.circle = any (circles) and c.id <> all (shut))) limit many + 1) as counted);
    wide := wide or many < (select count(*) from (select 1 from app.concern_note n
      join app.concern c on c.organisation_id = org and c.id = n.concern_id
      where n.organisation_id = org and app.lexemes_of(n.body) @@ loose
        and (all_of_it or (c.circle = any (circles) and c.id <> all (shut))) limit many + 1) as counted);
  end if;
  if not wide then
    with matching as (
      select c.id from app.concern c where c.organisation_id = org and app.lexemes_of(c.body) @@ wanted
      union
      select m.concern_id from app.concern_message m where m.organisation_id = org and app.lexemes_of(m.body) @@ wanted
      union
      select n.concern_id from app.concern_note n where n.organisation_id = org and app.lexemes_of(n.body) @@ wanted
    )
    select array_agg(f.id order by f.told_at desc, f.id) into found from (
      select c.id, c.told_at from matching m join app.concern c on c.organisation_id = org and c.id = m.id
       where all_of_it or ((c.circle = any (circles) or c.id = any (let_in)) and c.id <> all (shut))
       order by c.told_at desc, c.id limit most + 1) f;
    more := cardinality(found) > most;
    found := found[1:most];
  else
    more := cardinality(near) > most;
    near := near[1:most] || array(select i from unnest(let_in) i where i <> all (shut));
    with texts as (
      select c.id, c.body from app.concern c where c.organisation_id = org and c.id = any (near)
      union all
      select m.concern_id, m.body from app.concern_message m where m.organisation_id = org and m.concern_id = any (near)
      union all
      select n.concern_id, n.body from app.concern_note n where n.organisation_id = org and n.concern_id = any (near)
    ), matching as (
      select distinct t.id from texts t where case
        when alike then longer[1] <% t.body and not exists (select 1 from unnest(longer) w where not w <% t.body)
        else app.lexemes_of(t.body) @@ wanted end
    )
    select array_agg(c.id order by c.told_at desc, c.id) into found
      from matching m join app.concern c on c.organisation_id = org and c.id = m.id;
  end if;
  return query select unnest(found);
  if more then return next null; end if;
end $function$
;

CREATE OR REPLACE FUNCTION app.find_records(wanted_kind text, words text, alike boolean, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'search', 'public'
 SET "pg_trgm.word_similarity_threshold" TO '0.39'
 SET jit TO 'off'
AS $function$
declare
  org uuid := app.current_organisation();
  me uuid := app.current_person();
  all_of_it boolean := app.is_system();
  circles text[] := app.current_circles('all');
  known text[] := app.current_circles('masked');
  wanted tsquery := app.asked_for(words);
  -- The order of words in quotes is told by the text alone: for a count of those that may have them the words will do.
  loose tsquery := regexp_replace(wanted::text, '<(-|\d+)>', '&', 'g')::tsquery;
  plain text := app.folded(words);
  holding text := '%' || replace(replace(replace(plain, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  longer text[] := array(select w from regexp_split_to_table(lower(words), '\W+') w where length(w) > 3 order by length(w) desc limit 8);
  shut uuid[] := array(select w.record_id from app.record_wall w
    where w.organisation_id = org and w.person_id = me and w.lifted_at is null);
  let_in uuid[] := array(select i.record_id from app.record_reader i
    where i.organisation_id = org and i.person_id = me and (i.until is null or i.until > now()));
  many constant integer := 5000;
  wide boolean := alike or length(words) < 3 or querytree(loose) = 'T';
  crowded boolean;
  near uuid[];
  found uuid[];
  more boolean;
begin
  crowded := wide or many < (select count(*) from (select 1 from app.record_detail d
    where d.organisation_id = org and app.lexemes_of(app.words_of(d.title, d.fields)) @@ loose limit many + 1) as counted);
  crowded := crowded or many < (select count(*) from (select 1 from app.record_person k
    where k.organisation_id = org and app.folded(k.described) like holding limit many + 1) as counted);
  crowded := crowded or many < (select count(*) from (select 1 from app.person p
    join app.record_person k on k.organisation_id = p.organisation_id and k.person_id = p.id
    where p.organisation_id = org and app.folded_names(p.given_name, p.preferred_name, p.family_name) like holding
    limit many + 1) as counted);
  if crowded then
    near := array(select r.id from app.record r
      where r.organisation_id = org and r.kind = wanted_kind
        and (all_of_it or (r.circle = any (circles) and r.id <> all (shut)))
      order by r.opened_at desc, r.id limit most + 1);
    -- So few that all of them are gone through: it comes to the same as the index would, and costs less.
    if cardinality(near) <= most then wide := true; end if;
  end if;
  if crowded and not wide then
    wide := many < (select count(*) from (select 1 from app.record_detail d
      join app.record r on r.organisation_id = org and r.id = d.record_id
      where d.organisation_id = org and app.lexemes_of(app.words_of(d.title, d.fields)) @@ loose
        and r.kind = wanted_kind and (all_of_it or (r.circle = any (circles) and r.id <> all (shut))) limit many + 1) as counted);
    wide := wide or many < (select count(*) from (select 1 from app.record_person k
      join app.record r on r.organisation_id = org and r.id = k.record_id
      where k.organisation_id = org and app.folded(k.described) like holding
        and r.kind = wanted_kind and (all_of_it or (r.circle = any (circles) and r.id <> all (shut))) limit many + 1) as counted);
    wide := wide or many < (select count(*) from (select 1 from app.person p
      join app.record_person k on k.organisation_id = p.organisation_id and k.person_id = p.id
      join app.record r on r.organisation_id = org and r.id = k.record_id
      where p.organisation_id = org and app.folded_names(p.given_name, p.preferred_name, p.family_name) like holding
        and r.kind = wanted_kind and (all_of_it or (r.circle = any (circles) and r.id <> all (shut))) limit many + 1) as counted);
  end if;
  if not wide then
    with matching as (
      select d.record_id as id, false as by_number from app.record_detail d
       where d.organisation_id = org and app.lexemes_of(app.words_of(d.title, d.fields)) @@ wanted
      union
      select k.record_id, false from app.person p
        join app.record_person k on k.organisation_id = p.organisation_id and k.person_id = p.id
       where p.organisation_id = org and app.folded_names(p.given_name, p.preferred_name, p.family_name) like holding
      union
      select k.record_id, false from app.record_person k where k.organisation_id = org and app.folded(k.described) like holding
      union
      select r.id, true from app.record r where r.organisation_id = org and r.kind = wanted_kind and r.reference = upper(words)
    )
    select array_agg(f.id order by f.opened_at desc, f.id) into found from (
      select r.id, r.opened_at from matching m join app.record r on r.organisation_id = org and r.id = m.id
       where r.kind = wanted_kind and (all_of_it or ((r.circle = any (circles) or r.id = any (let_in)
         or (m.by_number and r.circle = any (known))) and r.id <> all (shut)))
       group by r.id, r.opened_at order by r.opened_at desc, r.id limit most + 1) f;
    more := cardinality(found) > most;
    found := found[1:most];
  else
    more := cardinality(near) > most;
    near := near[1:most] || array(select i from unnest(let_in) i where i <> all (shut));
    -- Each text is weighed as it is read: the conditions stand where no index takes them up and reads everything.
    with matching as (
      select d.record_id as id from app.record_detail d
       where d.organisation_id = org and d.record_id = any (near) and case
         when alike then longer[1] <% app.words_of(d.title, d.fields)
           and not exists (select 1 from unnest(longer) w where not w <% app.words_of(d.title, d.fields))
         else app.lexemes_of(app.words_of(d.title, d.fields)) @@ wanted end
      union
      select k.record_id from app.record_person k
        left join app.person p on p.organisation_id = k.organisation_id and p.id = k.person_id
       where k.organisation_id = org and k.record_id = any (near) and case
         when alike then plain <% app.folded_names(p.given_name, p.preferred_name, p.family_name)
         else app.folded_names(p.given_name, p.preferred_name, p.family_name) like holding
           or app.folded(k.described) like holding end
      union
      select r.id from app.record r where r.organisation_id = org and r.kind = wanted_kind and r.reference = upper(words)
         and not alike and (all_of_it or (r.circle = any (known) and r.id <> all (shut)))
    )
    select array_agg(r.id order by r.opened_at desc, r.id) into found
      from matching m join app.record r on r.organisation_id = org and r.id = m.id where r.kind = wanted_kind;
  end if;
  return query select unnest(found);
  if more then return next null; end if;
end $function$
;

CREATE OR REPLACE FUNCTION app.find_repeated(wanted_kind text, parts text[], since timestamp with time zone, at_least integer, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET jit TO 'off'
AS $function$
  select k.person_id from app.record r
    join app.record_person k on k.organisation_id = r.organisation_id and k.record_id = r.id
   where r.organisation_id = app.current_organisation() and r.kind = wanted_kind and r.opened_at >= since
     and r.state in ('open', 'closed') and r.circle = any (app.current_circles('all'))
     and k.removed_at is null and k.person_id is not null and k.part = any (parts)
   group by k.person_id
  having count(distinct r.id) >= at_least
   order by count(distinct r.id) desc, max(r.opened_at) desc, k.person_id limit most
$function$
;

CREATE OR REPLACE FUNCTION app.folded(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when octet_length(words) = length(words) then pg_catalog.lower(words)
    else pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.translate(pg_catalog.lower(
      pg_catalog.regexp_replace(pg_catalog.normalize(words, 'NFKD'), '[\u0300-\u036f]', '', 'g') collate pg_catalog."und-x-icu"),
      'ðđħıłøŧ’‘ʼʻ', 'ddhilot'''''''''), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') end
$function$
;

CREATE OR REPLACE FUNCTION app.folded_names(given text, preferred text, family text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select app.folded(given || ' ' || family || coalesce(' / ' || preferred || ' ' || family, ''))
$function$
;

CREATE OR REPLACE FUNCTION app.handles_circle(wanted text, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select 1
      from (select h.post, h.school_id from app.post_holder h
             where h.organisation_id = app.current_organisation() and h.person_id = person and h.until_on is null
            union all
            select 'members/' || m.kind, m.school_id from app.person_membership m
             where m.organisation_id = app.current_organisation() and m.person_id = person and m.until_on is null) as held
      join app.circle_post c on c.organisation_id = app.current_organisation() and c.post = held.post
       and c.reach = 'all' and c.circle = split_part(wanted, ':', 1)
      join app.policy_version v on v.organisation_id = c.organisation_id and v.id = c.policy_version_id
     where (held.school_id is null or held.school_id::text = split_part(wanted, ':', 2))
       and v.number = (select max(w.number) from app.policy_version w where w.organisation_id = app.current_organisation()))
$function$
;

CREATE OR REPLACE FUNCTION app.is_in_case(wanted uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select 1 from app.record r where r.organisation_id = app.current_organisation()
                    and r.id = wanted and r.opened_by = person)
      or exists (select 1 from app.ledger_entry e where e.organisation_id = app.current_organisation()
                    and e.record_id = wanted and e.chain = 'main' and e.actor_person_id = person
                    and e.code not like '%.glass_reviewed')
      or exists (select 1 from app.record_event e where e.organisation_id = app.current_organisation()
                    and e.record_id = wanted and e.by_person_id = person)
      or exists (select 1 from app.record_origin o
                   join app.record_event e on e.organisation_id = o.organisation_id and e.record_id = o.record_id
                  where o.organisation_id = app.current_organisation() and o.from_record_id = wanted
                    and e.by_person_id = person)
      or exists (select 1 from app.record_origin o
                   join app.ledger_entry e on e.organisation_id = o.organisation_id and e.record_id = o.record_id
                  where o.organisation_id = app.current_organisation() and o.from_record_id = wanted
                    and e.chain = 'main' and e.actor_person_id = person)
      or exists (select 1 from app.record_person k where k.organisation_id = app.current_organisation()
                    and k.record_id = wanted and k.person_id = person)
      or exists (select 1 from app.record_wall w where w.organisation_id = app.current_organisation()
                    and w.record_id = wanted and w.person_id = person)
      or exists (select 1 from app.record_conflict c where c.organisation_id = app.current_organisation()
                    and c.record_id = wanted and c.set_by = person)
      or exists (select 1 from app.record_assignment a where a.organisation_id = app.current_organisation()
                    and a.record_id = wanted and person in (a.person_id, a.given_by))
      or exists (select 1 from app.record_person k
                   join app.family_link f on f.organisation_id = k.organisation_id and f.child_id = k.person_id
                  where k.organisation_id = app.current_organisation() and k.record_id = wanted
                    and f.adult_id = person)
      or exists (select 1 from app.concern c where c.organisation_id = app.current_organisation() and c.record_id = wanted
                    and (c.taken_by = person
                      or exists (select 1 from app.concern_reporter x where x.organisation_id = c.organisation_id
                                    and x.concern_id = c.id and x.person_id = person)
                      or exists (select 1 from app.concern_entry x where x.organisation_id = c.organisation_id
                                    and x.concern_id = c.id and x.entered_by = person)
                      or exists (select 1 from app.concern_message x where x.organisation_id = c.organisation_id
                                    and x.concern_id = c.id and x.author_id = person)
                      or exists (select 1 from app.concern_note x where x.organisation_id = c.organisation_id
                                    and x.concern_id = c.id and x.author_id = person)
                      or exists (select 1 from app.concern_wall x where x.organisation_id = c.organisation_id
                                    and x.concern_id = c.id and x.person_id = person)))
$function$
;

CREATE OR REPLACE FUNCTION app.is_person()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('app.actor_kind', true) = 'person', false) $function$
;

CREATE OR REPLACE FUNCTION app.is_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('app.actor_kind', true) = 'system', false) $function$
;

CREATE OR REPLACE FUNCTION app.keeps_policy()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select 1 from app.post_holder h
     where h.organisation_id = app.current_organisation() and h.person_id = app.current_person() and h.until_on is null
       and (h.post = 'administrator' or exists (
             select 1 from app.circle_post c
              where c.organisation_id = h.organisation_id and c.circle = 'keeps_policy' and c.post = h.post
                and c.policy_version_id = (select v.id from app.policy_version v
                                            where v.organisation_id = h.organisation_id
                                            order by v.number desc limit 1))))
$function$
;

CREATE OR REPLACE FUNCTION app.lexemes_of(words text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE COST 2000
 SET search_path TO 'pg_catalog'
AS $function$
  select to_tsvector('pg_catalog.english', app.folded(words)) || to_tsvector('pg_catalog.simple', app.folded(words))
$function$
;

CREATE OR REPLACE FUNCTION app.list_organisations()
 RETURNS TABLE(organisation_id uuid, slug text, name text, sample boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select o.organisation_id, o.slug, o.name, o.sample from app.organisation o order by o.slug $function$
;

CREATE OR REPLACE FUNCTION app.mark_evidence_erased(wanted uuid, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare org uuid := app.current_organisation(); content text;
begin
  if not app.is_system() then raise exception 'only the system erases'; end if;
  if not exists (select 1 from app.evidence_entry e
                  where e.organisation_id = org and e.evidence_id = wanted and e.kind = 'destroyed'
                    and (select count(*) from app.evidence_signature s
                          where s.organisation_id = org and s.entry_id = e.id) >= 2) then
    raise exception 'two people have not signed';
  end if;
  update app.evidence_file f set erased_at = at
   where f.organisation_id = org and f.evidence_id = wanted and f.erased_at is null
     and not exists (select 1 from app.lasting_effect l where l.organisation_id = org and l.record_id = f.record_id
                       and l.does = 'hold' and l.ended_at is null)
  returning f.sha256 into content;
  return content;
end $function$
;

CREATE OR REPLACE FUNCTION app.may_be_given_concern(wanted uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select 1 from app.concern c
     where c.organisation_id = app.current_organisation() and c.id = wanted and app.handles_circle(c.circle, person)
       and not exists (select 1 from app.concern_wall w where w.organisation_id = c.organisation_id
                          and w.concern_id = c.id and w.person_id = person)
       and not exists (select 1 from app.record_wall w where w.organisation_id = c.organisation_id
                          and w.record_id = c.record_id and w.person_id = person and w.lifted_at is null))
$function$
;

CREATE OR REPLACE FUNCTION app.may_be_given_record(wanted uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select 1 from app.record r
     where r.organisation_id = app.current_organisation() and r.id = wanted and app.handles_circle(r.circle, person)
       and not exists (select 1 from app.record_wall w where w.organisation_id = r.organisation_id
                          and w.record_id = r.id and w.person_id = person and w.lifted_at is null)
       and not exists (select 1 from app.record_person k where k.organisation_id = r.organisation_id
                          and k.record_id = r.id and k.person_id = person and k.removed_at is null))
$function$
;

CREATE OR REPLACE FUNCTION app.may_change_record(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select app.is_system() or exists (
    select 1 from app.record r
     where r.organisation_id = app.current_organisation() and r.id = wanted
       and (r.circle = any (app.current_circles('all')) or exists (
         select 1 from app.record_reader i where i.organisation_id = r.organisation_id and i.record_id = r.id
            and i.person_id = app.current_person() and i.because not in ('glass', 'complaint')
            and (i.until is null or i.until > now())))
       and not exists (select 1 from app.record_wall w where w.organisation_id = r.organisation_id
                          and w.record_id = r.id and w.person_id = app.current_person() and w.lifted_at is null))
$function$
;

CREATE OR REPLACE FUNCTION app.open_answer_link(wanted bytea, at timestamp with time zone)
 RETURNS TABLE(id uuid, record_id uuid, assent text, policy_version_id uuid, school_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select l.id, l.record_id, l.assent, l.policy_version_id, r.school_id
    from app.answer_link l
    join app.record_person p on p.organisation_id = l.organisation_id and p.id = l.record_person_id and p.removed_at is null
    join app.record r on r.organisation_id = l.organisation_id and r.id = l.record_id and r.state = 'open'
   where l.organisation_id = app.current_organisation() and l.token_hash = wanted and l.used_at is null and l.expires_at > at
$function$
;

CREATE OR REPLACE FUNCTION app.organisation_by_slug(wanted text)
 RETURNS TABLE(organisation_id uuid, name text, sample boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ select o.organisation_id, o.name, o.sample from app.organisation o where o.slug = wanted $function$
;

CREATE OR REPLACE FUNCTION app.walled_from_concern(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select 1 from app.concern_wall w where w.organisation_id = app.current_organisation()
                    and w.concern_id = wanted and w.person_id = app.current_person())
      or exists (select 1 from app.concern c
                   join app.record_wall w on w.organisation_id = c.organisation_id and w.record_id = c.record_id
                  where c.organisation_id = app.current_organisation() and c.id = wanted
                    and w.person_id = app.current_person() and w.lifted_at is null)
$function$
;

CREATE OR REPLACE FUNCTION app.words_of(title text, fields jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE COST 500
 SET search_path TO 'pg_catalog'
AS $function$
  select title || coalesce(' ' || (select string_agg(one #>> '{}', ' ')
    from jsonb_path_query(fields, '$.** ? (@.type() == "string")') one), '')
$function$
;

CREATE OR REPLACE FUNCTION identity.find_session(hash text, at timestamp with time zone, seen_after timestamp with time zone, rotated_after timestamp with time zone)
 RETURNS SETOF identity.session
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return query
  select s.* from identity.session s
    join identity.link l on l.organisation_id = s.organisation_id and l.person_id = s.person_id and l.ended_at is null
    join app.organisation o on o.organisation_id = s.organisation_id
    join app.person p on p.organisation_id = s.organisation_id and p.id = s.person_id
   where (s.token = hash or s.next_token = hash or (s.previous_token = hash and s.rotated_at > rotated_after))
     and s.expires_at > at and s.seen_at > seen_after
     and (p.ended_on is null or p.ended_on > (at at time zone o.zone)::date);
end
$function$
;

CREATE OR REPLACE FUNCTION identity.may_enter(organisation uuid, person uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (
    select 1 from app.person p join app.organisation o on o.organisation_id = p.organisation_id
     where p.organisation_id = organisation and p.id = person
       and (p.ended_on is null or p.ended_on > (at at time zone o.zone)::date))
$function$
;
