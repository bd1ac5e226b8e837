-- Grain: one unit of loading, the whole of one table's rows of one source in one month or year.
CREATE TABLE load_unit
(
    source             varchar(64)   NOT NULL,
    process            varchar(64)   NOT NULL,
    period             varchar(16)   NOT NULL,
    state              varchar(16)   NOT NULL,
    load_id            bigint        NOT NULL,
    row_count          bigint        NOT NULL,
    money_tiyn         bigint        NOT NULL,
    last_day           bigint        NOT NULL,
    fingerprint        varchar(64)   NOT NULL,
    target_fingerprint varchar(64)   NOT NULL,
    quarantined        bigint        NOT NULL,
    changed_at         bigint        NOT NULL,
    verified_at        bigint        NULL,
    message            varchar(2000) NOT NULL,
    PRIMARY KEY (source, process, period)
)
