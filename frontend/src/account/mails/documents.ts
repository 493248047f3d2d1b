import { graphql } from '../../gql';

export const OWN_MAILS = graphql(`
  query ConsoleOwnMails {
    viewer {
      username
      mailsAreSent
    }
    mailAddresses(first: 1) {
      nodes {
        id
        version
        shown
        state
        wanted
        language
        refusal
      }
    }
    mails(first: 5, orderBy: MADE_AT_DESC, filter: { state: { in: [FAILED, WAITING] } }) {
      nodes {
        id
        sort
        state
        madeAt
        attempts
        nextAt
        failure
      }
    }
  }
`);

export const SET_MAIL_ADDRESS = graphql(`
  mutation ConsoleSetMailAddress($input: SetMailAddressInput!) {
    setMailAddress(input: $input) {
      mailAddress {
        id
        version
        state
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const CONFIRM_MAIL_ADDRESS = graphql(`
  mutation ConsoleConfirmMailAddress($input: ConfirmMailAddressInput!) {
    confirmMailAddress(input: $input) {
      errors {
        code
        message
        path
      }
    }
  }
`);

export const SEND_MAIL_CODE = graphql(`
  mutation ConsoleSendMailCode($input: SendMailCodeInput!) {
    sendMailCode(input: $input) {
      mailAddress {
        id
        version
        state
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const CHOOSE_MAILS = graphql(`
  mutation ConsoleChooseMails($input: ChooseMailsInput!) {
    chooseMails(input: $input) {
      mailAddress {
        id
        version
        wanted
        language
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const REMOVE_MAIL_ADDRESS = graphql(`
  mutation ConsoleRemoveMailAddress($input: RemoveMailAddressInput!) {
    removeMailAddress(input: $input) {
      mailAddress {
        id
        version
        state
        shown
      }
      errors {
        code
        message
        path
      }
    }
  }
`);
