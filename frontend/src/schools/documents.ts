import { graphql } from '../gql';

/** The counties of the city: those of which the streets are known. */
export const COUNTIES = graphql(`
  query RegisterCounties($on: Date!) {
    divisions(first: 100, orderBy: CODE_ASC, on: $on, filter: { level: { eq: COUNTY }, parts: { some: { level: { eq: STREET } } } }) {
      nodes {
        id
        name
      }
    }
  }
`);

export const PUBLIC_SCHOOLS = graphql(`
  query PublicSchools($division: ID!, $name: String, $after: String) {
    publicSchools(division: $division, name: $name, after: $after) {
      code
      name
      englishType
      chineseType
      englishOrganiser
      chineseOrganiser
      division
      address
      phone
      standing
      since
      until
      successor
      licenceNumber
      licenceUntil
      licenceState
    }
  }
`);
