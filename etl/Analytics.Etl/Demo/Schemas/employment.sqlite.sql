-- The employment system: placements, grants, microcredits. Days are text YYYY-MM-DD, money whole tiyn.
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
CREATE TABLE applicant (
  applicant_id INTEGER PRIMARY KEY,
  iin TEXT NOT NULL,
  full_name TEXT NOT NULL,
  birth_date TEXT NOT NULL
);
CREATE TABLE placement (
  placement_id INTEGER PRIMARY KEY,
  applicant_id INTEGER NOT NULL REFERENCES applicant,
  placed_on TEXT NOT NULL,
  district_code TEXT NOT NULL REFERENCES district,
  settlement_code TEXT NOT NULL REFERENCES settlement,
  category TEXT NOT NULL,
  kind TEXT NOT NULL,
  employer TEXT NOT NULL,
  retained_6m TEXT
);
CREATE TABLE grant_application (
  application_id INTEGER PRIMARY KEY,
  applicant_id INTEGER NOT NULL REFERENCES applicant,
  received_on TEXT NOT NULL,
  district_code TEXT NOT NULL REFERENCES district,
  settlement_code TEXT NOT NULL REFERENCES settlement,
  category TEXT NOT NULL,
  status TEXT NOT NULL,
  decided_on TEXT,
  paid_on TEXT,
  amount_tiyn INTEGER,
  refusal_reason TEXT
);
CREATE TABLE microcredit_application (
  application_id INTEGER PRIMARY KEY,
  applicant_id INTEGER NOT NULL REFERENCES applicant,
  received_on TEXT NOT NULL,
  district_code TEXT NOT NULL REFERENCES district,
  settlement_code TEXT NOT NULL REFERENCES settlement,
  category TEXT NOT NULL,
  status TEXT NOT NULL,
  issued_on TEXT,
  amount_tiyn INTEGER
);
