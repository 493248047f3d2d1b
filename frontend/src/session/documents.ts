import { graphql } from '../gql';

export const ENTRANCE = graphql(`
  query ConsoleEntrance {
    entrance {
      hasProvider
      hasPasskeys
      demoAccounts
    }
  }
`);

export const BEGIN_PASSKEY_SIGN_IN = graphql(`
  mutation ConsoleBeginPasskeySignIn {
    beginPasskeySignIn {
      options
      errors {
        code
        message
        path
      }
    }
  }
`);

export const FINISH_PASSKEY_SIGN_IN = graphql(`
  mutation ConsoleFinishPasskeySignIn($input: FinishPasskeySignInInput!) {
    finishPasskeySignIn(input: $input) {
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

export const CHANGE_PASSWORD = graphql(`
  mutation ConsoleChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
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

export const BEGIN_PROOF = graphql(`
  mutation ConsoleBeginProof {
    beginProof {
      options
      errors {
        code
        message
        path
      }
    }
  }
`);

export const BEGIN_TOTP = graphql(`
  mutation ConsoleBeginTotp($input: BeginTotpInput!) {
    beginTotp(input: $input) {
      secret
      uri
      errors {
        code
        message
        path
      }
    }
  }
`);

export const CONFIRM_TOTP = graphql(`
  mutation ConsoleConfirmTotp($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) {
      recoveryCodes
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

export const BEGIN_PASSKEY = graphql(`
  mutation ConsoleBeginPasskey($input: BeginPasskeyInput!) {
    beginPasskey(input: $input) {
      options
      errors {
        code
        message
        path
      }
    }
  }
`);

export const FINISH_PASSKEY = graphql(`
  mutation ConsoleFinishPasskey($input: FinishPasskeyInput!) {
    finishPasskey(input: $input) {
      recoveryCodes
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
