-- Grain: one series of numbers that only grow: loads, publications.
CREATE TABLE number_series
(
    name       varchar(64) NOT NULL PRIMARY KEY,
    last_value bigint      NOT NULL
)
