-- Grain: one thing that only one worker may do at a time. The token grows with every holder, so that a late one is known.
CREATE TABLE lease
(
    name       varchar(200) NOT NULL PRIMARY KEY,
    holder     varchar(200) NOT NULL,
    token      bigint       NOT NULL,
    expires_at bigint       NOT NULL
)
