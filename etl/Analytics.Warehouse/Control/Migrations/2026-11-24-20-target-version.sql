-- Grain: one version of the plan of one indicator for one territory in one year. Rows are added; only until_publication is filled in later, when the source gives a version up. Values in hundredths of the indicator's unit.
CREATE TABLE target_version
(
    id                bigint        NOT NULL PRIMARY KEY,
    indicator         varchar(64)   NOT NULL,
    territory_id      bigint        NOT NULL,
    year              integer       NOT NULL,
    stage             varchar(16)   NOT NULL,
    value             bigint        NOT NULL,
    q1                bigint        NULL,
    q2                bigint        NULL,
    q3                bigint        NULL,
    q4                bigint        NULL,
    phasing           varchar(16)   NULL,
    decree_number     varchar(100)  NOT NULL,
    decree_date       bigint        NULL,
    basis             varchar(200)  NOT NULL,
    origin            varchar(16)   NOT NULL,
    place             varchar(400)  NOT NULL,
    recorded_by       varchar(200)  NOT NULL,
    recorded_at       bigint        NOT NULL,
    since_publication bigint        NOT NULL,
    until_publication bigint        NULL
)
