-- An undo needs the last thing that was done to an order and when; every decision names the rules that it was made by.
ALTER TABLE proposals ADD COLUMN executed_at $timestamp$;
CREATE INDEX proposals_of_order ON proposals (order_id, order_version) WHERE state = 'executed';
ALTER TABLE ledger ADD COLUMN policy_version text;
