import { graphql } from '../gql';

/** The streets of the city that there are on a day; each says of which county it is. */
export const STREETS = graphql(`
  query ZoneStreets($on: Date!) {
    divisions(first: 1000, orderBy: CODE_ASC, on: $on, filter: { level: { eq: STREET } }) {
      nodes {
        id
        name
        parent {
          id
          name
        }
      }
    }
  }
`);

export const ZONE_ROADS = graphql(`
  query ZoneRoads($street: ID!, $stage: String!) {
    zoneRoads(street: $street, stage: $stage) {
      road
    }
  }
`);

export const ZONE_OF = graphql(`
  query ZoneOf($street: ID!, $road: String!, $number: Int, $stage: String!) {
    zoneOf(street: $street, road: $road, number: $number, stage: $stage) {
      schoolYear
      zone
      zoneCode
      isShared
      school
      schoolName
      schoolAddress
      schoolPhone
      englishAddresses
      chineseAddresses
      documentNumber
      inForceFrom
    }
  }
`);
