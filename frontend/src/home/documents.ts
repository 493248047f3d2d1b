import { graphql } from '../gql';

export const HOME_NOTICES = graphql(`
  query HomeNotices {
    notices(filter: { state: { eq: UNREAD } }, first: 5, orderBy: SENT_AT_DESC) {
      totalCount(upTo: 100)
      nodes {
        id
        version
        englishText
        chineseText
        subject
        sentAt
      }
    }
  }
`);

/** The pupils of whom somebody sees the records as their guardian. */
export const HOME_CHILDREN = graphql(`
  query HomeChildren {
    students(first: 20) {
      nodes {
        id
        status
        grade {
          code
          label
        }
        school {
          id
          name
        }
        schoolClass {
          id
          name
        }
        person {
          id
          name
        }
      }
    }
  }
`);

export const HOME_JOBS = graphql(`
  query HomeJobs {
    jobs(filter: { state: { in: [QUEUED, RUNNING] } }, first: 5, orderBy: ASKED_AT_DESC) {
      nodes {
        id
        title
        state
        done
        total
        askedAt
        task {
          code
          label
        }
      }
    }
  }
`);

export const HOME_YEAR = graphql(`
  query HomeYear($today: Date!) {
    terms(first: 4, orderBy: PERIOD_ASC, on: $today) {
      nodes {
        id
        status
        season {
          code
          label
        }
        period {
          from
          until
        }
        schoolYear {
          id
          name
          period {
            from
            until
          }
        }
      }
    }
  }
`);

export const UNIT_PUPILS = graphql(`
  query HomePupils {
    studentsSummary(filter: { status: { eq: ENROLLED } }) {
      totalCount
    }
  }
`);

export const UNIT_STAFF = graphql(`
  query HomeStaff {
    teachersSummary(filter: { status: { eq: IN_POST } }) {
      totalCount
    }
  }
`);

export const UNIT_CLASSES = graphql(`
  query HomeClasses {
    schoolClassesSummary {
      totalCount
    }
  }
`);

export const UNIT_SCHOOLS = graphql(`
  query HomeSchools {
    schoolsSummary {
      totalCount
    }
  }
`);

export const PUBLISHED_TOTALS = graphql(`
  query HomePublished($unit: ID!) {
    figures(filter: { unit: { id: { eq: $unit } }, part: { eq: "TOTAL" }, cube: { in: [STUDENTS_BY_GRADE, TEACHERS_BY_TITLE] } }, first: 2) {
      nodes {
        id
        cube
        value
        countedOn
      }
    }
  }
`);
