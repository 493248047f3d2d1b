import { graphql } from '../gql';

export const VIEWER = graphql(`
  query ConsoleViewer {
    viewer {
      username
      displayName
      duty
      grants {
        role
        roleName
        level
        since
        until
        basis
        unitId
        unitName
      }
    }
  }
`);
