-- Grain: one territory between two changes of its name, code or parent. Filled anew from the program's own list at every migration.
CREATE TABLE dim_territory
(
    territory_id UInt32,
    slug         LowCardinality(String),
    kind         Enum8('region' = 1, 'city' = 2, 'district' = 3),
    kato         String,
    parent_id    Nullable(UInt32),
    valid_from   Date32,
    valid_to     Date32,
    sort_order   Int32,
    name_ru      String,
    name_kk      String,
    name_en      String
)
ENGINE = MergeTree
ORDER BY (territory_id, valid_from)
