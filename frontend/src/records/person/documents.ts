import { graphql } from '../../gql';

/** Who somebody is: what the counter shows, and the head of their page. */
export const PERSON_HEAD = graphql(`
  fragment PersonHead on Person {
    id
    version
    voidReason
    name
    birthDate
    address
    sex {
      code
      label
    }
    ethnicity {
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
    phone {
      held
      mask
      canReveal
    }
    studies(first: 5, orderBy: ID_DESC) {
      nodes {
        id
        number
        status
        enteredOn
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
          headTeacher {
            id
            person {
              id
              name
            }
          }
        }
        nationalNumber {
          held
          mask
          canReveal
        }
      }
    }
    employments(first: 5, orderBy: ID_DESC) {
      nodes {
        id
        number
        status
        enteredOn
        title {
          code
          label
        }
        unit {
          id
          name
        }
      }
    }
  }
`);

export const PERSON_PAGE = graphql(`
  query PersonPage($id: ID!) {
    person(id: $id) {
      ...PersonHead
      restrictions(first: 5) {
        nodes {
          id
          reason
          begunAt
          endedAt
        }
      }
      wards(first: 10) {
        nodes {
          id
          isLegalGuardian
          relation {
            code
            label
          }
          student {
            id
            number
            grade {
              code
              label
            }
            school {
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
    }
  }
`);

/** What hangs on a pupil. */
export const PUPIL_SIDE = graphql(`
  query PupilSide($id: ID!) {
    student(id: $id) {
      id
      enrolments(orderBy: PERIOD_ASC, first: 30) {
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
      guardians(orderBy: CONTACT_ORDER_ASC, first: 20) {
        nodes {
          id
          isLegalGuardian
          mayCollect
          contactOrder
          withheldUntil
          relation {
            code
            label
          }
          guardian {
            id
            name
            phone {
              held
              mask
              canReveal
            }
          }
        }
      }
      problems(first: 20, orderBy: REPORTED_AT_DESC) {
        nodes {
          id
          sort
          state
          reportedAt
          note
        }
      }
      consents(first: 20) {
        nodes {
          id
          givenBy
          givenAt
          withdrawnAt
          purpose {
            id
            englishName
            chineseName
          }
        }
      }
      aidAwards(first: 20) {
        nodes {
          id
          schoolYear
          semester
          amount
          state
          programme {
            id
            name
          }
        }
      }
    }
  }
`);

/** What hangs on somebody who works for a unit. */
export const TEACHER_SIDE = graphql(`
  query TeacherSide($id: ID!) {
    teacher(id: $id) {
      id
      posts(orderBy: PERIOD_ASC, first: 30) {
        nodes {
          id
          isMain
          unit {
            id
            name
          }
          category {
            code
            label
          }
          subject {
            code
            label
          }
          period {
            from
            until
          }
        }
      }
      headedClasses(first: 10) {
        nodes {
          id
          name
          grade {
            code
            label
          }
        }
      }
      recordChecks(first: 5, orderBy: ID_DESC) {
        nodes {
          id
          checkedOn
          nextDue
          result
        }
      }
    }
  }
`);
