-- The social system: benefits, social packages, wellness. Days are text YYYY-MM-DD, money whole tiyn.
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
CREATE TABLE person (
  person_id INTEGER PRIMARY KEY,
  iin TEXT NOT NULL,
  full_name TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  address TEXT NOT NULL
);
CREATE TABLE household (
  household_id INTEGER PRIMARY KEY,
  case_number TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  settlement_code TEXT NOT NULL REFERENCES settlement,
  head_person_id INTEGER NOT NULL REFERENCES person
);
CREATE TABLE household_member (
  household_id INTEGER NOT NULL REFERENCES household,
  member_no INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person,
  joined_on TEXT NOT NULL,
  left_on TEXT,
  work_status TEXT NOT NULL,
  PRIMARY KEY (household_id, member_no)
) WITHOUT ROWID;
CREATE TABLE payment (
  payment_id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household,
  month TEXT NOT NULL,
  district_code TEXT NOT NULL REFERENCES district,
  settlement_code TEXT NOT NULL REFERENCES settlement,
  category TEXT NOT NULL,
  aid TEXT NOT NULL,
  assigned_tiyn INTEGER NOT NULL,
  paid_tiyn INTEGER NOT NULL
);
CREATE TABLE package_issue (
  issue_id INTEGER PRIMARY KEY,
  household_id INTEGER NOT NULL REFERENCES household,
  child_id INTEGER NOT NULL REFERENCES person,
  month TEXT NOT NULL,
  district_code TEXT NOT NULL REFERENCES district,
  settlement_code TEXT NOT NULL REFERENCES settlement,
  category TEXT NOT NULL,
  form TEXT NOT NULL,
  value_tiyn INTEGER NOT NULL
);
CREATE TABLE wellness_course (
  course_id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person,
  started_on TEXT NOT NULL,
  finished_on TEXT NOT NULL,
  district_code TEXT NOT NULL REFERENCES district,
  programme TEXT NOT NULL
);
