import { graphql } from '../gql';

/** How many pupils each class has. */
export const CLASS_SIZES = graphql(`
  query ClassSizes($filter: StudentFilter!, $after: String) {
    studentsSummary(by: [SCHOOL_CLASS], filter: $filter, first: 1000, after: $after) {
      nodes {
        count
        key {
          schoolClass {
            id
            name
            grade {
              code
              label
            }
            school {
              id
              name
            }
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
