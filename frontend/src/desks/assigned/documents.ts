import { graphql } from '../../gql';

/** All that is shown of a task beside a decision on it. */
export const SHOWN_TASK = graphql(`
  fragment ShownTask on AssignedTask {
    id
    version
    number
    title
    content
    source
    sourceNote
    documentNumber
    urgency
    issuerName
    lead {
      id
      category
    }
    leadName
    state
    lamp
    issuedOn
    issuedBy
    due
    signDue
    signedOn
    submittedOn
    timesReturned
    timesReminded
    escalatedOn
    escalatedName
    parties(first: 60, orderBy: SINCE_ASC) {
      nodes {
        id
        unitName
        part
        signDue
        signedOn
        signedBy
      }
    }
    reports(first: 60, orderBy: SAID_AT_ASC) {
      nodes {
        id
        sort
        unitName
        text
        saidBy
        saidAt
      }
    }
    extensions(first: 20, orderBy: ASKED_AT_ASC) {
      nodes {
        id
        dueBefore
        until
        reason
        state
      }
    }
    handedOn(first: 200, orderBy: DUE_ASC) {
      nodes {
        id
        leadName
        due
        lamp
        state
      }
    }
  }
`);

export const TASK_QUEUE = graphql(`
  query AssignedTaskQueue($first: Int!, $after: String, $filter: AssignedTaskFilter) {
    queue: assignedTasks(first: $first, after: $after, filter: $filter, orderBy: DUE_ASC) {
      nodes {
        ...ShownTask
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const UNSIGNED_QUEUE = graphql(`
  query UnsignedTaskQueue($first: Int!, $after: String, $filter: TaskPartyFilter) {
    queue: taskParties(first: $first, after: $after, filter: $filter, orderBy: SINCE_ASC) {
      nodes {
        id
        version
        signDue
        task {
          ...ShownTask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const EXTENSION_QUEUE = graphql(`
  query TaskExtensionQueue($first: Int!, $after: String, $filter: TaskExtensionFilter) {
    queue: taskExtensions(first: $first, after: $after, filter: $filter, orderBy: ASKED_AT_ASC) {
      nodes {
        id
        version
        dueBefore
        until
        reason
        askedBy
        askedAt
        task {
          ...ShownTask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const LAMPS = graphql(`
  query TaskLamps($ours: AssignedTaskFilter, $led: AssignedTaskFilter, $late: AssignedTaskFilter) {
    ours: assignedTasksSummary(by: [LAMP], filter: $ours) {
      nodes {
        key {
          lamp
        }
        count
      }
    }
    led: assignedTasksSummary(by: [LAMP], filter: $led) {
      nodes {
        key {
          lamp
        }
        count
      }
    }
    late: assignedTasksSummary(by: [LEAD], filter: $late, first: 100) {
      nodes {
        key {
          lead {
            id
            name
          }
        }
        count
      }
    }
  }
`);
