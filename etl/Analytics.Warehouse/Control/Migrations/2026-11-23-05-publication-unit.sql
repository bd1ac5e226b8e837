-- Grain: one unit of loading as it stood in one publication.
CREATE TABLE publication_unit
(
    number      bigint      NOT NULL,
    source      varchar(64) NOT NULL,
    process     varchar(64) NOT NULL,
    period      varchar(16) NOT NULL,
    load_id     bigint      NOT NULL,
    row_count   bigint      NOT NULL,
    money_tiyn  bigint      NOT NULL,
    last_day    bigint      NOT NULL,
    fingerprint varchar(64) NOT NULL,
    verified_at bigint      NOT NULL,
    PRIMARY KEY (number, source, process, period)
)
