-- A confirmation runs in the customer's role; it adds what the shop is told of and reads nothing.
GRANT INSERT ON webhook_outbox TO support_customer;
