import { graphql } from '../../gql';

export const OWN_WEBHOOKS = graphql(`
  query ConsoleOwnWebhooks {
    webhooks(first: 100, orderBy: MADE_AT_DESC) {
      nodes {
        id
        version
        name
        url
        kinds
        verbs
        state
        whyOff
        failures
        restsUntil
        toldAt
        token {
          id
          name
        }
      }
    }
  }
`);

export const DELIVERIES = graphql(`
  query ConsoleWebhookDeliveries($webhook: ID!, $first: Int!) {
    webhookDeliveries(first: $first, orderBy: MADE_AT_DESC, filter: { webhook: { id: { eq: $webhook } } }) {
      nodes {
        id
        version
        messageId
        event
        subject
        state
        attempts
        status
        latency
        madeAt
        nextAt
        failure
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const CREATE_WEBHOOK = graphql(`
  mutation ConsoleCreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      webhook {
        id
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const UPDATE_WEBHOOK = graphql(`
  mutation ConsoleUpdateWebhook($input: UpdateWebhookInput!) {
    updateWebhook(input: $input) {
      webhook {
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

export const RENEW_SECRET = graphql(`
  mutation ConsoleRenewWebhookSecret($input: RenewWebhookSecretInput!) {
    renewWebhookSecret(input: $input) {
      secret
      errors {
        code
        message
        path
      }
    }
  }
`);

export const PAUSE = graphql(`
  mutation ConsolePauseWebhook($input: PauseWebhookInput!) {
    pauseWebhook(input: $input) {
      webhook {
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

export const RESUME = graphql(`
  mutation ConsoleResumeWebhook($input: ResumeWebhookInput!) {
    resumeWebhook(input: $input) {
      webhook {
        id
        version
        state
        whyOff
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const SEND_TEST = graphql(`
  mutation ConsoleSendTestMessage($input: SendTestMessageInput!) {
    sendTestMessage(input: $input) {
      webhook {
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

export const REDELIVER = graphql(`
  mutation ConsoleRedeliver($input: RedeliverInput!) {
    redeliver(input: $input) {
      webhookDelivery {
        id
        version
        state
        attempts
      }
      errors {
        code
        message
        path
      }
    }
  }
`);
