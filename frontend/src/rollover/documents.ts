import { graphql } from '../gql';

export const ROLL_OVERS = graphql(`
  query RollOvers($first: Int!) {
    rollOvers(first: $first, orderBy: ASKED_AT_DESC) {
      nodes {
        id
        state
        askedAt
        promoted
        graduated
        unit {
          id
          name
        }
        fromYear {
          id
          name
        }
      }
    }
  }
`);

export const ROLL_OVER = graphql(`
  query RollOverRun($id: ID!) {
    rollOver(id: $id) {
      id
      version
      state
      pupils
      promoted
      graduated
      staying
      blocked
      leftOut
      entered
      classesRisen
      classesMade
      classesEnded
      englishReason
      chineseReason
      unit {
        id
        name
      }
      fromYear {
        id
        name
      }
      toYear {
        id
        name
      }
      job {
        id
        version
        state
        done
        total
        englishOutcome
        chineseOutcome
        cancelAskedAt
      }
      lines(first: 1000, orderBy: BLOCKED_DESC) {
        totalCount
        nodes {
          id
          grade {
            code
            en: label(lang: EN)
            zh: label(lang: ZH)
          }
          nextGrade {
            code
            en: label(lang: EN)
            zh: label(lang: ZH)
          }
          pupils
          promoted
          graduated
          staying
          blocked
          leftOut
          entered
          school {
            id
            name
          }
        }
      }
      hinders: findings(first: 50, filter: { sort: { eq: HINDERS } }) {
        nodes {
          id
          record
          englishText
          chineseText
        }
      }
    }
  }
`);

export const ROLL_OVER_FINDINGS = graphql(`
  query RollOverFindings($id: ID!, $unit: ID!, $after: String) {
    rollOver(id: $id) {
      id
      findings(first: 100, after: $after, filter: { unit: { id: { eq: $unit } } }, orderBy: IS_BLOCKING_DESC) {
        nodes {
          id
          version
          sort
          isBlocking
          pupils
          settlement
          reason
          englishText
          chineseText
          grade {
            code
            en: label(lang: EN)
            zh: label(lang: ZH)
          }
          student {
            id
            number
            person {
              id
              name
            }
          }
          schoolClass {
            id
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      classes(first: 100, filter: { school: { id: { eq: $unit } } }, orderBy: GRADE_ASC) {
        nodes {
          id
          fate
          name
          nextName
          pupils
        }
      }
    }
  }
`);

export const PREVIEW = graphql(`
  mutation RollOverPreview($input: PreviewRollOverInput!) {
    previewRollOver(input: $input) {
      rollOver {
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

export const LEAVE_OUT = graphql(`
  mutation RollOverLeaveOut($input: LeaveOutOfRollOverInput!) {
    leaveOutOfRollOver(input: $input) {
      rollOverFinding {
        id
        settlement
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const CONFIRM = graphql(`
  mutation RollOverConfirm($input: ConfirmGraduationInput!) {
    confirmGraduation(input: $input) {
      rollOverFinding {
        id
        settlement
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const COMMIT = graphql(`
  mutation RollOverCommit($input: CommitRollOverInput!) {
    commitRollOver(input: $input) {
      rollOver {
        id
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

export const UNDO = graphql(`
  mutation RollOverUndo($input: UndoRollOverInput!) {
    undoRollOver(input: $input) {
      rollOver {
        id
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
