-- Grain: one unit of loading that the last verification found different, until it was loaded again or found equal.
CREATE TABLE unit_drift
(
    source     varchar(64)   NOT NULL,
    process    varchar(64)   NOT NULL,
    period     varchar(16)   NOT NULL,
    difference varchar(2000) NOT NULL,
    seen_at    bigint        NOT NULL,
    PRIMARY KEY (source, process, period)
)
