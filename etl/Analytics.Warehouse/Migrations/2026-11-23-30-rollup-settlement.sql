-- The settlement whose facts are counted; 0 for all that tell none, or one that is not listed.
ALTER TABLE territory_rollup ADD COLUMN IF NOT EXISTS settlement_code UInt32 DEFAULT 0
