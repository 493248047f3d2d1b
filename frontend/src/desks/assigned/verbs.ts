import { graphql } from '../../gql';

export const SIGN_TASK = graphql(`
  mutation SignTask($input: SignTaskInput!) {
    outcome: signTask(input: $input) {
      assignedTask {
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

export const REPORT_TASK = graphql(`
  mutation ReportTask($input: ReportTaskInput!) {
    outcome: reportTask(input: $input) {
      assignedTask {
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

export const SUBMIT_TASK = graphql(`
  mutation SubmitTask($input: SubmitTaskInput!) {
    outcome: submitTask(input: $input) {
      assignedTask {
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

export const EXTEND_TASK = graphql(`
  mutation ExtendTask($input: ExtendTaskInput!) {
    outcome: extendTask(input: $input) {
      assignedTask {
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

export const HAND_ON_TASK = graphql(`
  mutation HandOnTask($input: HandOnTaskInput!) {
    outcome: handOnTask(input: $input) {
      assignedTask {
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

export const ACCEPT_TASK = graphql(`
  mutation AcceptTask($input: AcceptTaskInput!) {
    outcome: acceptTask(input: $input) {
      assignedTask {
        id
        version
        state
        score
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const RETURN_TASK = graphql(`
  mutation ReturnTask($input: ReturnTaskInput!) {
    outcome: returnTask(input: $input) {
      assignedTask {
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

export const REMIND_TASK = graphql(`
  mutation RemindTask($input: RemindTaskInput!) {
    outcome: remindTask(input: $input) {
      assignedTask {
        id
        version
        timesReminded
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const CLOSE_TASK = graphql(`
  mutation CloseTask($input: CloseTaskInput!) {
    outcome: closeTask(input: $input) {
      assignedTask {
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

export const DECIDE_EXTENSION = graphql(`
  mutation DecideExtension($input: DecideExtensionInput!) {
    outcome: decideExtension(input: $input) {
      taskExtension {
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
