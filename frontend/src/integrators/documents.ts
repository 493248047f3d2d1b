import { graphql } from '../gql';

export const OWN_TOKENS = graphql(`
  query ConsoleOwnTokens {
    tokens(first: 200, orderBy: CREATED_AT_DESC) {
      nodes {
        id
        name
        roles
        kinds
        readsOnly
        storedOnly
        documents
        createdAt
        seenAt
        expiresAt
        endedAt
        endedBy
        account {
          id
          username
        }
      }
    }
  }
`);

export const ISSUE_TOKEN = graphql(`
  mutation ConsoleIssueToken($input: IssueTokenInput!) {
    issueToken(input: $input) {
      secret
      token {
        id
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

export const END_TOKEN = graphql(`
  mutation ConsoleEndToken($input: EndTokenInput!) {
    endToken(input: $input) {
      token {
        id
        endedAt
      }
      errors {
        code
        message
        path
      }
    }
  }
`);
