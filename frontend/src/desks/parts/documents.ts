import { graphql } from '../../gql';

/** What tells one pupil from another, and where they are. */
export const PUPIL_FACTS = graphql(`
  fragment PupilFacts on Student {
    id
    version
    number
    status
    enteredOn
    grade {
      code
      label
    }
    boarding {
      code
      label
    }
    school {
      id
      name
      operation {
        from
        until
      }
    }
    schoolClass {
      id
      name
    }
    person {
      id
      name
      birthDate
      sex {
        code
        label
      }
      documentType {
        code
        label
      }
      documentNumber {
        held
        mask
        canReveal
      }
    }
    enrolments(orderBy: PERIOD_ASC, first: 20) {
      nodes {
        id
        school {
          id
          name
        }
        entryGrade {
          code
          label
        }
        period {
          from
          until
        }
      }
    }
    guardians(orderBy: CONTACT_ORDER_ASC, first: 10) {
      nodes {
        id
        isLegalGuardian
        relation {
          code
          label
        }
        guardian {
          id
          name
        }
      }
    }
  }
`);

export const PROBLEM_QUEUE = graphql(`
  query ProblemQueue($first: Int!, $after: String, $filter: IdentityProblemFilter) {
    queue: identityProblems(first: $first, after: $after, filter: $filter, orderBy: REPORTED_AT_ASC) {
      nodes {
        id
        version
        sort
        reportedBy
        reportedAt
        unit {
          id
          name
        }
        student {
          ...PupilFacts
        }
        person {
          id
          name
          birthDate
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const SETTLE_PROBLEM = graphql(`
  mutation SettleProblem($input: SettleProblemInput!) {
    outcome: settleProblem(input: $input) {
      identityProblem {
        id
        version
        state
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const PUPIL_QUEUE = graphql(`
  query PupilQueue($first: Int!, $after: String, $filter: StudentFilter) {
    queue: students(first: $first, after: $after, filter: $filter) {
      nodes {
        ...PupilFacts
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CLASSES_WITH_SIZES = graphql(`
  query ClassesWithSizes($filter: SchoolClassFilter!) {
    schoolClasses(first: 60, filter: $filter, orderBy: GRADE_ASC) {
      nodes {
        id
        name
        capacity
        endedOn
        grade {
          code
          label
        }
        headTeacher {
          id
          person {
            id
            name
          }
        }
        studentsSummary(filter: { status: { eq: ENROLLED } }) {
          totalCount
        }
      }
    }
  }
`);

export const PLACE_IN_CLASS = graphql(`
  mutation PlaceInClass($input: PlaceStudentInput!) {
    outcome: placeStudent(input: $input) {
      student {
        id
        version
        schoolClass {
          id
          name
        }
      }
      errors {
        code
        message
        path
      }
    }
  }
`);
