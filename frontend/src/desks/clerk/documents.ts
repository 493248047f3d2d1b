import { graphql } from '../../gql';

export const ADD_GUARDIAN = graphql(`
  mutation DeskAddGuardian($input: AddGuardianInput!) {
    outcome: addGuardian(input: $input) {
      student {
        id
        version
      }
      errors {
        code
        message
        path
      }
    }
  }
`);
