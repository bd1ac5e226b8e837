-- Grain: one unit of loading in one run.
CREATE TABLE load_run_unit
(
    run         bigint        NOT NULL,
    source      varchar(64)   NOT NULL,
    process     varchar(64)   NOT NULL,
    period      varchar(16)   NOT NULL,
    state       varchar(16)   NOT NULL,
    row_count   bigint        NOT NULL,
    rows_done   bigint        NOT NULL,
    load_id     bigint        NOT NULL,
    message     varchar(2000) NOT NULL,
    started_at  bigint        NULL,
    finished_at bigint        NULL,
    PRIMARY KEY (run, source, process, period)
)
