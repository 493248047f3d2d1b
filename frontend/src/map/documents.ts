import { graphql } from '../gql';

/** The districts of the city, and how many schools each has. */
export const MAP_DISTRICTS = graphql(`
  query MapDistricts {
    divisions(filter: { level: { eq: COUNTY }, units: { some: { category: { eq: COUNTY_BUREAU } } } }, first: 100, orderBy: CODE_ASC) {
      nodes {
        id
        code
        name
      }
    }
    schoolsSummary(by: [DIVISION]) {
      nodes {
        count
        key {
          division {
            id
            code
          }
        }
      }
    }
  }
`);

/** One district's numbers, for those who see pupils and staff. */
export const MAP_DISTRICT = graphql(`
  query MapDistrict($division: String!) {
    pupils: studentsSummary(filter: { status: { eq: ENROLLED }, school: { division: { code: { eq: $division } } } }) {
      totalCount
    }
    staff: teachersSummary(filter: { status: { eq: IN_POST }, unit: { division: { code: { eq: $division } } } }) {
      totalCount
    }
    classes: schoolClassesSummary(filter: { school: { division: { code: { eq: $division } } } }) {
      totalCount
    }
  }
`);

/** The same from what is published, for those who see no pupils. */
export const MAP_PUBLISHED = graphql(`
  query MapPublished {
    figures(
      filter: {
        part: { eq: "TOTAL" }
        cube: { in: [STUDENTS_BY_GRADE, TEACHERS_BY_TITLE] }
        unit: { category: { eq: COUNTY_BUREAU } }
      }
      first: 200
    ) {
      nodes {
        id
        cube
        value
        countedOn
        unit {
          id
          division {
            id
            code
          }
        }
      }
    }
  }
`);

export const MAP_CLASSES = graphql(`
  query MapClasses($division: String!) {
    classes: schoolClassesSummary(filter: { school: { division: { code: { eq: $division } } } }) {
      totalCount
    }
  }
`);

/** The schools of a district, with where they lie. */
export const MAP_SCHOOLS = graphql(`
  query MapSchools($division: String!, $after: String) {
    schools(filter: { division: { code: { eq: $division } } }, orderBy: NAME_ASC, first: 100, after: $after) {
      totalCount
      nodes {
        id
        name
        type {
          code
          label
        }
        campuses(first: 3) {
          nodes {
            id
            isMain
            longitude
            latitude
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const MAP_SCHOOL_PUPILS = graphql(`
  query MapSchoolPupils($division: String!) {
    studentsSummary(by: [SCHOOL], filter: { status: { eq: ENROLLED }, school: { division: { code: { eq: $division } } } }) {
      nodes {
        count
        key {
          school {
            id
          }
        }
      }
    }
  }
`);
