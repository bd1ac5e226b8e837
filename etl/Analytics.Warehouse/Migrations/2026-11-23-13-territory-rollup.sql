-- Grain: one reporting unit counted into one territory for a time. A unit counts into itself and into its region while it belongs there; from the month in which it was formed.
CREATE TABLE territory_rollup
(
    boundaries   Enum8('as_reported' = 1, 'current' = 2, 'common' = 3),
    unit_id      UInt32,
    territory_id UInt32,
    valid_from   Date32,
    valid_to     Date32
)
ENGINE = MergeTree
ORDER BY (boundaries, unit_id, territory_id, valid_from)
