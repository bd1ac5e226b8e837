-- Grain: one table of one source, and when it was last compared with the warehouse.
CREATE TABLE source_check
(
    source      varchar(64)   NOT NULL,
    process     varchar(64)   NOT NULL,
    first_at    bigint        NOT NULL,
    checked_at  bigint        NOT NULL,
    compared_at bigint        NULL,
    outcome     varchar(16)   NOT NULL,
    message     varchar(2000) NOT NULL,
    PRIMARY KEY (source, process)
)
