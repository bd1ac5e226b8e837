-- The akimat's system: outreach, targets, allocations, population. Days are text YYYY-MM-DD, money whole tiyn.
CREATE TABLE about (text TEXT NOT NULL);
CREATE TABLE district (
  district_code TEXT NOT NULL PRIMARY KEY,
  name_ru TEXT NOT NULL,
  name_kk TEXT NOT NULL,
  in_force_from TEXT,
  in_force_to TEXT
) WITHOUT ROWID;
CREATE TABLE settlement (
  settlement_code TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  territory TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE outreach_event (
  event_id INTEGER PRIMARY KEY,
  held_on TEXT NOT NULL,
  district_code TEXT NOT NULL REFERENCES district,
  topic TEXT NOT NULL,
  venue TEXT NOT NULL,
  attendees INTEGER NOT NULL
);
CREATE TABLE population (
  population_id INTEGER PRIMARY KEY,
  counted_on TEXT NOT NULL,
  district_code TEXT NOT NULL REFERENCES district,
  residents INTEGER NOT NULL
);
CREATE TABLE target (
  target_id INTEGER PRIMARY KEY,
  year_start TEXT NOT NULL,
  territory_code TEXT NOT NULL,
  indicator TEXT NOT NULL,
  value INTEGER NOT NULL,
  decree TEXT,
  stage TEXT NOT NULL,
  decree_number TEXT NOT NULL,
  decree_date TEXT NOT NULL,
  q1 INTEGER,
  q2 INTEGER,
  q3 INTEGER,
  q4 INTEGER
);
CREATE TABLE allocation (
  allocation_id INTEGER PRIMARY KEY,
  month TEXT NOT NULL,
  district_code TEXT NOT NULL REFERENCES district,
  amount_tiyn INTEGER NOT NULL
);
