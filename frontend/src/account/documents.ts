import { graphql } from '../gql';

export const OWN_ACCOUNT = graphql(`
  query ConsoleOwnAccount {
    viewer {
      username
      hasAuthenticator
      recoveryCodesLeft
      passkeys {
        id
        name
        addedAt
        usedAt
        isBackedUp
      }
      sessions {
        id
        client
        network
        begunAt
        seenAt
        expiresAt
        isCurrent
      }
    }
  }
`);

export const END_SESSION = graphql(`
  mutation ConsoleEndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      errors {
        code
        message
        path
      }
    }
  }
`);

export const SIGN_OUT_EVERYWHERE = graphql(`
  mutation ConsoleSignOutEverywhere {
    signOutEverywhere {
      errors {
        code
        message
        path
      }
    }
  }
`);

export const REMOVE_PASSKEY = graphql(`
  mutation ConsoleRemovePasskey($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      viewer {
        username
        duty
      }
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
