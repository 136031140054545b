-- Whoever tells something may say that they came across it by accident, and choose whom to tell where the policy lets them.
-- Neither says who they are. What was chosen never takes anything away from those who look after concerns.
alter table app.concern add column by_accident boolean;
alter table app.concern add column chosen text[] not null default '{}'
  check (cardinality(chosen) <= 20);
-- No update is granted on either: they are the reporter's own words.
