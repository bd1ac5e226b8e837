-- Indexes of the social system, made after the rows.
CREATE UNIQUE INDEX person_iin ON person (iin);
CREATE UNIQUE INDEX household_case_number ON household (case_number);
CREATE INDEX household_member_person ON household_member (person_id);
CREATE INDEX payment_month ON payment (month);
CREATE UNIQUE INDEX payment_household_month ON payment (household_id, month);
CREATE INDEX package_issue_month ON package_issue (month);
CREATE INDEX wellness_course_started_on ON wellness_course (started_on);
