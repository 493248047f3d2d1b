import { graphql } from '../gql';

/** What is shown of a file that goes with a case. */
export const SHOWN_CASE_FILE = graphql(`
  fragment ShownCaseFile on CaseFile {
    id
    place
    englishName
    chineseName
    fileName
    mediaType
    size
    stepEnglish
    stepChinese
    addedBy
    addedAt
  }
`);

/** What waits to be decided, with all that speaks for a decision: the next one is there at once. */
export const CASE_QUEUE = graphql(`
  query CaseQueue($first: Int!, $after: String, $filter: CaseFilter) {
    queue: cases(first: $first, after: $after, filter: $filter, orderBy: DUE_ASC) {
      nodes {
        id
        version
        number
        procedure {
          code
          label
        }
        formTitle
        basis
        subject
        subjectName
        state
        step
        stepEnglish
        stepChinese
        unitName
        due
        openedBy
        openedFor
        openedAt
        files(orderBy: PLACE_ASC, first: 40) {
          nodes {
            ...ShownCaseFile
          }
        }
        entries(orderBy: PLACE_ASC, first: 40) {
          nodes {
            id
            argument
            englishName
            chineseName
            englishValue
            chineseValue
          }
        }
        steps(orderBy: SEQUENCE_ASC, first: 30) {
          nodes {
            id
            sequence
            code
            englishName
            chineseName
            sort
            roles
            state
            unitName
            unit {
              id
            }
            cameOn
            due
            isLate
            pausedOn
            pauseSort
            pauseReason
            pausedDays
            delegatedTo
            opinion
            decidedBy
            decidedAt
            documentNumber
            documentDate
            escalatedOn
            escalatedName
            publicFrom
            publicUntil
            recusals(orderBy: SAID_AT_ASC, first: 20) {
              nodes {
                id
                saidBy
                saidAt
                reason
                passedTo
              }
            }
            opinions(orderBy: SAID_AT_ASC, first: 20) {
              nodes {
                id
                decision
                opinion
                saidBy
                saidAt
              }
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Of which procedures something waits, and how much. */
export const CASES_BY_PROCEDURE = graphql(`
  query CasesByProcedure($filter: CaseFilter) {
    casesSummary(by: [PROCEDURE], filter: $filter) {
      nodes {
        key {
          procedure {
            code
            label
          }
        }
        count
      }
    }
  }
`);

export const DECIDE_CASE = graphql(`
  mutation DecideCase($input: DecideCaseInput!) {
    outcome: decideCase(input: $input) {
      case {
        id
        version
        state
        step
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const DECIDE_CASES = graphql(`
  mutation DecideCases($input: DecideCasesInput!) {
    outcome: decideCases(input: $input) {
      results {
        id
        errors {
          code
          message
        }
      }
    }
  }
`);

export const CASE_CHECKS = graphql(`
  query CaseChecks($ids: [ID!]!) {
    checks: caseChecks(ids: $ids) {
      id
      findings {
        code
        verdict
        message
        clause
      }
    }
  }
`);

export const RETURN_CASE = graphql(`
  mutation ReturnCase($input: ReturnCaseInput!) {
    outcome: returnCase(input: $input) {
      case {
        id
        version
        state
        step
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

/** A case whole: its form as it was filled in, and each turn it took. */
export const CASE_PAGE = graphql(`
  query CasePage($id: ID!) {
    case(id: $id) {
      id
      version
      voidReason
      number
      procedure {
        code
        label
      }
      procedureVersion
      formTitle
      basis
      subject
      subjectName
      student {
        id
      }
      state
      step
      stepEnglish
      stepChinese
      unitName
      due
      openedBy
      openedFor
      openedAt
      endedAt
      endReason
      remedyEnglish
      remedyChinese
      verification
      parties(first: 40) {
        nodes {
          id
          unitName
        }
      }
      files(orderBy: PLACE_ASC, first: 100) {
        nodes {
          ...ShownCaseFile
        }
      }
      takenBack: files(orderBy: PLACE_ASC, first: 100, filter: { voided: true }) {
        nodes {
          id
          fileName
          englishName
          chineseName
          addedBy
          addedAt
          voidReason
        }
      }
      entries(orderBy: PLACE_ASC, first: 100) {
        nodes {
          id
          argument
          englishName
          chineseName
          englishValue
          chineseValue
        }
      }
      steps(orderBy: SEQUENCE_ASC, first: 100) {
        nodes {
          id
          sequence
          code
          englishName
          chineseName
          sort
          roles
          state
          unitName
          unit {
            id
          }
          cameOn
          due
          isLate
          pausedOn
          pauseSort
          pauseReason
          pausedDays
          delegatedTo
          opinion
          decidedBy
          decidedAt
          documentNumber
          documentDate
          escalatedOn
          escalatedName
          publicFrom
          publicUntil
          recusals(orderBy: SAID_AT_ASC, first: 50) {
            nodes {
              id
              saidBy
              saidAt
              reason
              passedTo
            }
          }
          opinions(orderBy: SAID_AT_ASC, first: 50) {
            nodes {
              id
              decision
              opinion
              saidBy
              saidAt
            }
          }
        }
      }
    }
  }
`);

export const LINK_CASE_FILE = graphql(`
  mutation LinkCaseFile($input: LinkCaseFileInput!) {
    linkCaseFile(input: $input) {
      link {
        url
      }
      errors {
        message
      }
    }
  }
`);

export const REMOVE_CASE_FILE = graphql(`
  mutation RemoveCaseFile($input: RemoveCaseFileInput!) {
    outcome: removeCaseFile(input: $input) {
      case {
        id
        version
        fileCount
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const PUBLIC_NOTICES = graphql(`
  query PublicNotices {
    publicNotices(first: 200) {
      number
      procedure
      unit
      text
      from
      until
    }
  }
`);

export const VERIFY_CASE = graphql(`
  query VerifyCase($code: String!) {
    verifyCase(code: $code) {
      number
      procedure
      form
      subject
      state
      isApproved
      openedAt
      endedAt
    }
  }
`);

export const CASE_CHANGED = graphql(`
  subscription CaseMoved($filter: CaseFilter) {
    caseChanged(filter: $filter) {
      id
    }
  }
`);
