-- Work for later. The web role has no rights in graphile_worker: it queues through one function, in its own transaction.

create function app.enqueue(task text, payload json, run_at timestamptz default null, job_key text default null) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- A job with a key stands for many: those of one organisation run one after another, never two at once.
  perform graphile_worker.add_job(task, payload, run_at => coalesce(run_at, now()), job_key => job_key,
    queue_name => case when job_key is not null then concat(task, ':', payload ->> 'organisationId') end);
end
$$;
revoke all on function app.enqueue(text, json, timestamptz, text) from public;
grant execute on function app.enqueue(text, json, timestamptz, text) to kept_web;
grant create on schema app to kept_jobs;
alter function app.enqueue(text, json, timestamptz, text) owner to kept_jobs;
revoke create on schema app from kept_jobs;
