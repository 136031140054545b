-- A job that stands for many and waits already is not written again by each change that asks for it: on signing day every
-- signature waited for the last one to let go of that one row.

create or replace function app.enqueue(task text, payload json, run_at timestamptz default null, job_key text default null) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
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
$$;
