GRANT SELECT, INSERT, UPDATE ON tried_steps TO support_customer;
ALTER TABLE tried_steps ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON tried_steps TO support_customer USING (customer_id = current_setting('app.customer_id', true));
