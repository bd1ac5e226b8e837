-- Share of the facts that is counted: 1, or less where divided land is not told apart by the settlement.
ALTER TABLE territory_rollup ADD COLUMN IF NOT EXISTS weight Decimal(18, 9) DEFAULT 1
