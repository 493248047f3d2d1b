import { graphql } from '../gql';

export const SIGN_IN = graphql(`
  mutation ConsoleSignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        username
        duty
      }
      passkeyOptions
      errors {
        code
        message
        path
        params {
          name
          value
        }
      }
    }
  }
`);

export const CONFIRM_SIGN_IN = graphql(`
  mutation ConsoleConfirmSignIn($input: ConfirmSignInInput!) {
    confirmSignIn(input: $input) {
      viewer {
        username
        duty
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const SIGN_OUT = graphql(`
  mutation ConsoleSignOut {
    signOut {
      errors {
        code
      }
    }
  }
`);
