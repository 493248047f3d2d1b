import { graphql } from '../../gql';

export const IMPORT_RUN = graphql(`
  query ConsoleImportRun($id: ID!) {
    importRun(id: $id) {
      id
      version
      recordKind
      fileName
      isTrial
      isWhole
      englishForm
      chineseForm
      mapping
      unused
      lacking
      created
      updated
      unchanged
      rejected
      askedAt
      undoneAt
      repaired {
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
      undoing {
        id
        version
        state
        englishOutcome
        chineseOutcome
        cancelAskedAt
        done
        total
      }
      findingsSummary(by: [SORT]) {
        nodes {
          key {
            sort
          }
          count
        }
      }
    }
  }
`);

export const FINDINGS = graphql(`
  query ConsoleImportFindings($id: ID!, $first: Int!, $after: String, $filter: ImportFindingFilter) {
    importRun(id: $id) {
      id
      findings(first: $first, after: $after, filter: $filter, orderBy: LINE_ASC) {
        nodes {
          id
          line
          sort
          columnName
          record
          given
          before
          code
          englishReason
          chineseReason
          suggestion
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const IMPORT_RUNS = graphql(`
  query ConsoleImportRuns($kind: String!, $first: Int!) {
    importRuns(first: $first, filter: { recordKind: { eq: $kind } }, orderBy: ASKED_AT_DESC) {
      nodes {
        id
        fileName
        isTrial
        created
        updated
        rejected
        askedAt
        undoneAt
        job {
          id
          state
        }
      }
    }
  }
`);

export const IMPORT_FILE = graphql(`
  mutation ConsoleImportFile($input: ImportFileInput!) {
    importFile(input: $input) {
      importRun {
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

export const UNDO_IMPORT = graphql(`
  mutation ConsoleUndoImport($input: UndoImportInput!) {
    undoImport(input: $input) {
      importRun {
        id
        undoing {
          id
          state
        }
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const LINK_FILE = graphql(`
  mutation ConsoleLinkFile($input: LinkFileInput!) {
    linkFile(input: $input) {
      link {
        url
      }
      errors {
        message
      }
    }
  }
`);
