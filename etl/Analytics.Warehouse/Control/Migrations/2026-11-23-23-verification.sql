-- Grain: one full verification, source against warehouse for every unit.
CREATE TABLE verification
(
    id          bigint NOT NULL PRIMARY KEY,
    started_at  bigint NOT NULL,
    finished_at bigint NULL,
    units       bigint NOT NULL,
    differing   bigint NOT NULL,
    busy        bigint NOT NULL,
    failures    bigint NOT NULL,
    unpublished bigint NOT NULL
)
