import { graphql } from '../../gql';

export const ZONE_PLANS = graphql(`
  query DeskZonePlans {
    zonePlans(first: 50, orderBy: CODE_DESC, filter: { state: { in: [DRAFT, PUBLISHED] } }) {
      nodes {
        id
        code
        state
        unit {
          id
          name
        }
        schoolYear {
          id
          name
        }
        stage {
          code
          label
        }
        zones(first: 1) {
          totalCount
        }
      }
    }
  }
`);

export const ZONE_PROBLEMS = graphql(`
  query DeskZoneProblems($plan: ID!) {
    zoneProblems(plan: $plan) {
      problem
      zone
      english
      chinese
    }
  }
`);
