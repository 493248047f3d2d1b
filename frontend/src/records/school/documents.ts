import { graphql } from '../../gql';

export const SCHOOL_PAGE = graphql(`
  query SchoolPage($id: ID!) {
    school(id: $id) {
      id
      version
      voidReason
      code
      name
      shortName
      englishName
      address
      phone
      hasBoarding
      foundedOn
      type {
        code
        label
      }
      organiser {
        code
        label
      }
      setting {
        code
        label
      }
      operation {
        from
        until
      }
      superior {
        id
        name
      }
      division {
        id
        name
      }
      principal {
        id
        name
      }
      host {
        id
        name
      }
      campuses(first: 20) {
        nodes {
          id
          name
          isMain
          address
        }
      }
      stages(first: 20) {
        nodes {
          id
          places
          classes
          stage {
            code
            label
          }
          schoolYear {
            id
            name
          }
        }
      }
      formerNames(first: 20) {
        nodes {
          id
          name
          heldFrom
          heldUntil
        }
      }
      formerCodes(first: 20) {
        nodes {
          id
          code
          heldFrom
          heldUntil
        }
      }
      staff: teachersSummary(filter: { status: { eq: IN_POST } }) {
        totalCount
      }
      subjects: postsSummary(by: [SUBJECT], filter: { isMain: { eq: true } }) {
        nodes {
          count
          key {
            subject {
              code
              label
            }
          }
        }
      }
      classes(first: 200, orderBy: GRADE_ASC) {
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
  }
`);

/** What only those see who see the pupils themselves. */
export const SCHOOL_PUPILS = graphql(`
  query SchoolPupils($id: ID!) {
    school(id: $id) {
      id
      students: studentsSummary(by: [GRADE, PERSON_SEX], filter: { status: { eq: ENROLLED } }) {
        totalCount
        nodes {
          count
          key {
            grade {
              code
              label
            }
            personSex {
              code
              label
            }
          }
        }
      }
      identityProblemsSummary(by: [SORT], filter: { state: { eq: OPEN } }) {
        totalCount
        nodes {
          count
          key {
            sort
          }
        }
      }
    }
  }
`);

/** The same for those who see no pupils: what was published. */
export const SCHOOL_FIGURES = graphql(`
  query SchoolFigures($id: ID!) {
    school(id: $id) {
      id
      staff: figures(filter: { cube: { eq: TEACHERS_BY_TITLE }, part: { eq: "TOTAL" } }, first: 1) {
        nodes {
          id
          value
        }
      }
      figures(filter: { cube: { eq: STUDENTS_BY_GRADE } }, first: 60, orderBy: PART_ASC) {
        nodes {
          id
          part
          englishLabel
          chineseLabel
          value
          countedOn
        }
      }
    }
  }
`);
