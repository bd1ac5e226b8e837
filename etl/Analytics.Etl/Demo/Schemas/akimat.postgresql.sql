-- The akimat's system: outreach, targets, allocations, population. Money is whole tiyn.
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
CREATE TABLE outreach_event (
  event_id bigint PRIMARY KEY,
  held_on date NOT NULL,
  district_code text NOT NULL,
  topic text NOT NULL,
  venue text NOT NULL,
  attendees bigint NOT NULL
);
CREATE TABLE population (
  population_id bigint PRIMARY KEY,
  counted_on date NOT NULL,
  district_code text NOT NULL,
  residents bigint NOT NULL
);
CREATE TABLE target (
  target_id bigint PRIMARY KEY,
  year_start date NOT NULL,
  territory_code text NOT NULL,
  indicator text NOT NULL,
  value bigint NOT NULL,
  decree text,
  stage text NOT NULL,
  decree_number text NOT NULL,
  decree_date date NOT NULL,
  q1 bigint,
  q2 bigint,
  q3 bigint,
  q4 bigint
);
CREATE TABLE allocation (
  allocation_id bigint PRIMARY KEY,
  month date NOT NULL,
  district_code text NOT NULL,
  amount_tiyn bigint NOT NULL
);
