-- The social system: benefits, social packages, wellness. Money is whole tiyn. Its tables share a database with those of the other systems: hence the prefix.
DROP TABLE IF EXISTS social_about;
CREATE TABLE social_about (
  text varchar(500) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS social_district;
CREATE TABLE social_district (
  district_code varchar(20) NOT NULL PRIMARY KEY,
  name_ru varchar(500) NOT NULL,
  name_kk varchar(500) NOT NULL,
  in_force_from date,
  in_force_to date
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS social_settlement;
CREATE TABLE social_settlement (
  settlement_code varchar(20) NOT NULL PRIMARY KEY,
  name varchar(500) NOT NULL,
  territory varchar(40) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS social_person;
CREATE TABLE social_person (
  person_id bigint PRIMARY KEY,
  iin varchar(20) NOT NULL,
  full_name varchar(500) NOT NULL,
  birth_date date NOT NULL,
  address varchar(500) NOT NULL,
  UNIQUE KEY person_iin (iin)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS social_household;
CREATE TABLE social_household (
  household_id bigint PRIMARY KEY,
  case_number varchar(40) NOT NULL,
  opened_on date NOT NULL,
  settlement_code varchar(20) NOT NULL,
  head_person_id bigint NOT NULL,
  UNIQUE KEY household_case_number (case_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS social_household_member;
CREATE TABLE social_household_member (
  household_id bigint NOT NULL,
  member_no bigint NOT NULL,
  person_id bigint NOT NULL,
  joined_on date NOT NULL,
  left_on date,
  work_status varchar(40) NOT NULL,
  PRIMARY KEY (household_id, member_no),
  KEY household_member_person (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS social_payment;
CREATE TABLE social_payment (
  payment_id bigint PRIMARY KEY,
  household_id bigint NOT NULL,
  month date NOT NULL,
  district_code varchar(20) NOT NULL,
  settlement_code varchar(20) NOT NULL,
  category varchar(40) NOT NULL,
  aid varchar(40) NOT NULL,
  assigned_tiyn bigint NOT NULL,
  paid_tiyn bigint NOT NULL,
  KEY payment_month (month),
  UNIQUE KEY payment_household_month (household_id, month)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS social_package_issue;
CREATE TABLE social_package_issue (
  issue_id bigint PRIMARY KEY,
  household_id bigint NOT NULL,
  child_id bigint NOT NULL,
  month date NOT NULL,
  district_code varchar(20) NOT NULL,
  settlement_code varchar(20) NOT NULL,
  category varchar(40) NOT NULL,
  form varchar(40) NOT NULL,
  value_tiyn bigint NOT NULL,
  KEY package_issue_month (month)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
DROP TABLE IF EXISTS social_wellness_course;
CREATE TABLE social_wellness_course (
  course_id bigint PRIMARY KEY,
  person_id bigint NOT NULL,
  started_on date NOT NULL,
  finished_on date NOT NULL,
  district_code varchar(20) NOT NULL,
  programme varchar(500) NOT NULL,
  KEY wellness_course_started_on (started_on)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
