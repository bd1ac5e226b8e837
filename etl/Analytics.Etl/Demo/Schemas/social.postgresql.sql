-- The social system: benefits, social packages, wellness. Money is whole tiyn. Keys to other tables are columns without constraints: a COPY of any size stays fast.
CREATE TABLE about (text text NOT NULL);
CREATE TABLE district (
  district_code text NOT NULL PRIMARY KEY,
  name_ru text NOT NULL,
  name_kk text NOT NULL,
  in_force_from date,
  in_force_to date
);
CREATE TABLE settlement (
  settlement_code text NOT NULL PRIMARY KEY,
  name text NOT NULL,
  territory text NOT NULL
);
CREATE TABLE person (
  person_id bigint PRIMARY KEY,
  iin text NOT NULL,
  full_name text NOT NULL,
  birth_date date NOT NULL,
  address text NOT NULL
);
CREATE TABLE household (
  household_id bigint PRIMARY KEY,
  case_number text NOT NULL,
  opened_on date NOT NULL,
  settlement_code text NOT NULL,
  head_person_id bigint NOT NULL
);
CREATE TABLE household_member (
  household_id bigint NOT NULL,
  member_no bigint NOT NULL,
  person_id bigint NOT NULL,
  joined_on date NOT NULL,
  left_on date,
  work_status text NOT NULL,
  PRIMARY KEY (household_id, member_no)
);
CREATE TABLE payment (
  payment_id bigint PRIMARY KEY,
  household_id bigint NOT NULL,
  month date NOT NULL,
  district_code text NOT NULL,
  settlement_code text NOT NULL,
  category text NOT NULL,
  aid text NOT NULL,
  assigned_tiyn bigint NOT NULL,
  paid_tiyn bigint NOT NULL
);
CREATE TABLE package_issue (
  issue_id bigint PRIMARY KEY,
  household_id bigint NOT NULL,
  child_id bigint NOT NULL,
  month date NOT NULL,
  district_code text NOT NULL,
  settlement_code text NOT NULL,
  category text NOT NULL,
  form text NOT NULL,
  value_tiyn bigint NOT NULL
);
CREATE TABLE wellness_course (
  course_id bigint PRIMARY KEY,
  person_id bigint NOT NULL,
  started_on date NOT NULL,
  finished_on date NOT NULL,
  district_code text NOT NULL,
  programme text NOT NULL
);
