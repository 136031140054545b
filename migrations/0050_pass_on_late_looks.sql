-- A case that was opened in an emergency, and that nobody looked at in time, is passed on: whoever stands next is told as well.
-- Those who were told before stay told.
grant update (alerted, review_due_at) on app.record_glass to kept_web;
