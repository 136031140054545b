-- A clause of a document that was joined to the one before it: its proposal is settled, and says how.

alter table app.policy_proposal drop constraint policy_proposal_state_check;
alter table app.policy_proposal add constraint policy_proposal_state_check
  check (state in ('open', 'accepted', 'changed', 'split', 'joined', 'dropped'));
