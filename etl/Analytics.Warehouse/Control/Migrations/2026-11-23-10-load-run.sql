-- Grain: one run, what somebody asked the loads to do. While a run is open its scope stands in open_scope, so that the same is not done twice at once.
CREATE TABLE load_run
(
    number           bigint        NOT NULL PRIMARY KEY,
    kind             varchar(16)   NOT NULL,
    source           varchar(64)   NULL,
    process          varchar(64)   NULL,
    from_period      varchar(16)   NULL,
    to_period        varchar(16)   NULL,
    accept_drop      boolean       NOT NULL,
    requested_by     varchar(64)   NOT NULL,
    request_key      varchar(64)   NULL UNIQUE,
    open_scope       varchar(300)  NULL UNIQUE,
    state            varchar(16)   NOT NULL,
    requested_at     bigint        NOT NULL,
    started_at       bigint        NULL,
    finished_at      bigint        NULL,
    heartbeat_at     bigint        NULL,
    units_total      bigint        NOT NULL,
    units_done       bigint        NOT NULL,
    units_failed     bigint        NOT NULL,
    rows_total       bigint        NOT NULL,
    rows_done        bigint        NOT NULL,
    rows_per_second  bigint        NOT NULL,
    message          varchar(2000) NOT NULL,
    cancel_requested boolean       NOT NULL
)
