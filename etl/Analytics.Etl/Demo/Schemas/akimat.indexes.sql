-- Indexes of the akimat's system, made after the rows.
CREATE INDEX outreach_event_held_on ON outreach_event (held_on);
CREATE UNIQUE INDEX population_counted_on ON population (counted_on, district_code);
CREATE UNIQUE INDEX target_year_start ON target (year_start, territory_code, indicator, stage);
CREATE UNIQUE INDEX allocation_month ON allocation (month, district_code);
