-- Grain: one publication. The one in force is the row whose state is in_force; at most one is.
CREATE TABLE publication
(
    number       bigint       NOT NULL PRIMARY KEY,
    state        varchar(16)  NOT NULL,
    started_at   bigint       NOT NULL,
    published_at bigint       NULL,
    reason       varchar(500) NOT NULL,
    definition   varchar(64)  NOT NULL
)
