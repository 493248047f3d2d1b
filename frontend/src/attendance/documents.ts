import { graphql } from '../gql';

/** The classes that one checks, with what was said of each on a day. */
export const ATTENDANCE_CLASSES = graphql(`
  query AttendanceClasses($day: Date!) {
    schoolClasses(first: 200, orderBy: GRADE_ASC) {
      nodes {
        id
        name
        endedOn
        grade {
          code
          label
        }
        rollCalls(first: 2, filter: { day: { eq: $day } }) {
          nodes {
            id
            session
            expected
            present
            isDoubtful
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    codeEntries(filter: { codeTable: { eq: "attendance_code" } }, first: 100) {
      nodes {
        id
        code
        english
        chinese
      }
    }
  }
`);

/** The pupils of a class, what was said of them on a day, and who has leave. */
export const ATTENDANCE_ROLL = graphql(`
  query AttendanceRoll($id: ID!, $day: Date!) {
    schoolClass(id: $id) {
      id
      name
      students(first: 200, filter: { status: { eq: ENROLLED } }, orderBy: PERSON_NAME_ASC) {
        nodes {
          id
          number
          seatNumber
          person {
            id
            name
          }
        }
      }
      attendanceMarks(first: 400, filter: { day: { eq: $day } }) {
        nodes {
          id
          session
          code {
            code
          }
          student {
            id
          }
        }
      }
      leaveRequests(first: 200, filter: { state: { eq: GRANTED }, firstDay: { lte: $day }, lastDay: { gte: $day } }) {
        nodes {
          id
          code {
            code
          }
          student {
            id
          }
        }
      }
    }
  }
`);

export const MARK_ATTENDANCE = graphql(`
  mutation AttendanceMark($input: MarkAttendanceInput!) {
    outcome: markAttendance(input: $input) {
      rollCall {
        id
        session
        expected
        present
        isDoubtful
      }
      errors {
        code
        message
        path
      }
    }
  }
`);
