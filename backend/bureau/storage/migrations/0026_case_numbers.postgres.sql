UPDATE counter SET name = 'case.number' WHERE name = 'student_case.number';
