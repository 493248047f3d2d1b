import { graphql } from '../../gql';

export const VIEWS = graphql(`
  query ConsoleSavedViews($kind: String!) {
    savedViews(filter: { recordKind: { eq: $kind } }, orderBy: NAME_ASC, first: 100) {
      nodes {
        id
        version
        name
        search
      }
    }
  }
`);

export const KEEP_VIEW = graphql(`
  mutation ConsoleKeepView($input: CreateSavedViewInput!) {
    outcome: createSavedView(input: $input) {
      savedView {
        id
        version
        name
        search
      }
      errors {
        code
        message
      }
    }
  }
`);

export const CHANGE_VIEW = graphql(`
  mutation ConsoleChangeView($input: UpdateSavedViewInput!) {
    outcome: updateSavedView(input: $input) {
      savedView {
        id
        version
        name
        search
      }
      errors {
        code
        message
      }
    }
  }
`);

export const REMOVE_VIEW = graphql(`
  mutation ConsoleRemoveView($input: VoidInput!) {
    outcome: voidSavedView(input: $input) {
      errors {
        code
        message
      }
    }
  }
`);
