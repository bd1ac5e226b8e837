-- One elderly person in one wellness course.
SELECT
  wellness_course.course_id AS row_id,
  wellness_course.started_on AS started_on,
  wellness_course.district_code AS district_code,
  person.iin AS person_id,
  wellness_course.programme AS programme
FROM social_wellness_course AS wellness_course
JOIN social_person AS person ON person.person_id = wellness_course.person_id
