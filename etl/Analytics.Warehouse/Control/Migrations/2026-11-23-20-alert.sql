-- Grain: one time that one cause of an alert was there. open_cause holds kind and cause while it is, so that a cause is open once.
CREATE TABLE alert
(
    id           bigint        NOT NULL PRIMARY KEY,
    kind         varchar(32)   NOT NULL,
    cause        varchar(200)  NOT NULL,
    message      varchar(2000) NOT NULL,
    opened_at    bigint        NOT NULL,
    last_seen_at bigint        NOT NULL,
    times_seen   bigint        NOT NULL,
    closed_at    bigint        NULL,
    open_cause   varchar(240)  NULL UNIQUE
)
