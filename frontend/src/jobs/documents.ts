import { graphql } from '../gql';

export const JOBS = graphql(`
  query ConsoleJobs($first: Int!) {
    jobs(first: $first, orderBy: ASKED_AT_DESC) {
      nodes {
        id
        version
        task {
          code
          label
        }
        title
        state
        askedAt
        endedAt
        done
        total
        englishOutcome
        chineseOutcome
        cancelAskedAt
      }
    }
  }
`);

export const JOBS_CHANGED = graphql(`
  subscription ConsoleJobsChanged {
    jobChanged {
      id
      position
      record {
        id
        version
        state
        done
        total
        endedAt
        englishOutcome
        chineseOutcome
        cancelAskedAt
      }
    }
  }
`);

export const CANCEL_JOB = graphql(`
  mutation ConsoleCancelJob($input: CancelJobInput!) {
    cancelJob(input: $input) {
      job {
        id
        version
        state
        cancelAskedAt
        endedAt
      }
      errors {
        code
        message
      }
    }
  }
`);
