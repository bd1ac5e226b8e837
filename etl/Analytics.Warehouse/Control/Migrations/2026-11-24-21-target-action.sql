-- Grain: one entry about a target off plan. Rows are added, never changed; the last of an indicator, territory and year is how things stand.
CREATE TABLE target_action
(
    id           bigint        NOT NULL PRIMARY KEY,
    indicator    varchar(64)   NOT NULL,
    territory_id bigint        NOT NULL,
    year         integer       NOT NULL,
    owner        varchar(200)  NOT NULL,
    explanation  varchar(2000) NOT NULL,
    measure      varchar(2000) NOT NULL,
    due_date     bigint        NULL,
    state        varchar(16)   NOT NULL,
    recorded_by  varchar(200)  NOT NULL,
    recorded_at  bigint        NOT NULL
)
