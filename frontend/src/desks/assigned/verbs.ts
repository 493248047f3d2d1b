import { graphql } from '../../gql';

/** What a task is after any verb: all that a verb may have moved. */
export const TASK_AS_IT_IS = graphql(`
  fragment TaskAsItIs on AssignedTask {
    id
    version
    state
    score
    timesReminded
  }
`);

/** Why something was refused. */
export const WHY_REFUSED = graphql(`
  fragment WhyRefused on Error {
    code
    message
    path
  }
`);

export const SIGN_TASK = graphql(`
  mutation SignTask($input: SignTaskInput!) {
    outcome: signTask(input: $input) {
      assignedTask {
        ...TaskAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const REPORT_TASK = graphql(`
  mutation ReportTask($input: ReportTaskInput!) {
    outcome: reportTask(input: $input) {
      assignedTask {
        ...TaskAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const SUBMIT_TASK = graphql(`
  mutation SubmitTask($input: SubmitTaskInput!) {
    outcome: submitTask(input: $input) {
      assignedTask {
        ...TaskAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const EXTEND_TASK = graphql(`
  mutation ExtendTask($input: ExtendTaskInput!) {
    outcome: extendTask(input: $input) {
      assignedTask {
        ...TaskAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const HAND_ON_TASK = graphql(`
  mutation HandOnTask($input: HandOnTaskInput!) {
    outcome: handOnTask(input: $input) {
      assignedTask {
        ...TaskAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const ACCEPT_TASK = graphql(`
  mutation AcceptTask($input: AcceptTaskInput!) {
    outcome: acceptTask(input: $input) {
      assignedTask {
        ...TaskAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const RETURN_TASK = graphql(`
  mutation ReturnTask($input: ReturnTaskInput!) {
    outcome: returnTask(input: $input) {
      assignedTask {
        ...TaskAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const REMIND_TASK = graphql(`
  mutation RemindTask($input: RemindTaskInput!) {
    outcome: remindTask(input: $input) {
      assignedTask {
        ...TaskAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const CLOSE_TASK = graphql(`
  mutation CloseTask($input: CloseTaskInput!) {
    outcome: closeTask(input: $input) {
      assignedTask {
        ...TaskAsItIs
      }
      errors {
        ...WhyRefused
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
        ...WhyRefused
      }
    }
  }
`);
