-- The employment system: placements, grants, microcredits. Money is whole tiyn. Keys to other tables are columns without constraints: a COPY of any size stays fast.
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
CREATE TABLE applicant (
  applicant_id bigint PRIMARY KEY,
  iin text NOT NULL,
  full_name text NOT NULL,
  birth_date date NOT NULL
);
CREATE TABLE placement (
  placement_id bigint PRIMARY KEY,
  applicant_id bigint NOT NULL,
  placed_on date NOT NULL,
  district_code text NOT NULL,
  settlement_code text NOT NULL,
  category text NOT NULL,
  kind text NOT NULL,
  employer text NOT NULL,
  retained_6m text
);
CREATE TABLE grant_application (
  application_id bigint PRIMARY KEY,
  applicant_id bigint NOT NULL,
  received_on date NOT NULL,
  district_code text NOT NULL,
  settlement_code text NOT NULL,
  category text NOT NULL,
  status text NOT NULL,
  decided_on date,
  paid_on date,
  amount_tiyn bigint,
  refusal_reason text
);
CREATE TABLE microcredit_application (
  application_id bigint PRIMARY KEY,
  applicant_id bigint NOT NULL,
  received_on date NOT NULL,
  district_code text NOT NULL,
  settlement_code text NOT NULL,
  category text NOT NULL,
  status text NOT NULL,
  issued_on date,
  amount_tiyn bigint
);
