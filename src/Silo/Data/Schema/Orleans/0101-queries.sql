-- Orleans' ADO.NET providers read the statements that they run from this table, whose name and columns are theirs. Which
-- statements there must be, with which parameters and result columns, is the providers' contract (checked with 10.4.2).
-- Tables and statements are our own: each change is one statement, so it needs no function and no transaction around it.
CREATE TABLE OrleansQuery (
    QueryKey varchar(64) PRIMARY KEY,
    QueryText text NOT NULL
);
