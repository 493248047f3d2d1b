import { graphql } from '../gql';

export const NOTICES = graphql(`
  query ConsoleNotices($first: Int!) {
    notices(first: $first, orderBy: SENT_AT_DESC) {
      nodes {
        id
        version
        englishText
        chineseText
        subject
        state
        sentAt
      }
    }
    unread: notices(filter: { state: { eq: UNREAD } }) {
      totalCount(upTo: 100)
    }
  }
`);

export const NOTICES_CHANGED = graphql(`
  subscription ConsoleNoticesChanged {
    noticeChanged {
      id
      position
      record {
        id
        version
        state
      }
    }
  }
`);

export const MARK_READ = graphql(`
  mutation ConsoleMarkNoticeRead($input: MarkNoticeReadInput!) {
    markNoticeRead(input: $input) {
      notice {
        id
        version
        state
      }
      errors {
        code
        message
      }
    }
  }
`);
