-- Grain: one alert and one channel, a mail address or a webhook: what it was told, and how often that was tried.
CREATE TABLE alert_delivery
(
    alert_id             bigint        NOT NULL,
    channel              varchar(400)  NOT NULL,
    notified_at          bigint        NULL,
    resolved_notified_at bigint        NULL,
    attempts             bigint        NOT NULL,
    next_attempt_at      bigint        NOT NULL,
    error                varchar(2000) NOT NULL,
    PRIMARY KEY (alert_id, channel)
)
