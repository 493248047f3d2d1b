import { graphql } from '../gql';

/** What everybody may read of private schools: their licences, and what their inspections came to. */
export const PUBLIC_LICENCES = graphql(`
  query PublicLicences($search: String, $after: String) {
    licences: publicLicences(first: 50, after: $after, search: $search, orderBy: SCHOOL_NAME_ASC) {
      nodes {
        id
        number
        schoolName
        type {
          code
          label
        }
        purpose
        organiserName
        address
        officeName
        validFrom
        validUntil
        state
        endedOn
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    results: publishedInspections(first: 50, search: $search, orderBy: PUBLISHED_ON_DESC) {
      nodes {
        id
        number
        unitName
        officeName
        schemeName
        year
        result
        publishedOn
        settledOn
      }
    }
  }
`);
