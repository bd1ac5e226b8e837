-- Grain: one year of a publication that was looked at for the public. A year without a row is pending; one that is refused has no public edition.
CREATE TABLE publication_protection
(
    publication_id UInt64,
    year           UInt16,
    state          Enum8('protected' = 1, 'refused' = 2),
    rule           String,
    cells          UInt64,
    small          UInt64,
    complementary  UInt64,
    seconds        Float64,
    run            UInt64,
    finished_at    DateTime('UTC') DEFAULT now('UTC')
)
ENGINE = MergeTree
PARTITION BY publication_id
ORDER BY year
