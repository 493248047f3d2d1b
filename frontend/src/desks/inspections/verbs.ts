import { graphql } from '../../gql';

export const HAND_IN_SELF_REPORT = graphql(`
  mutation HandInSelfReport($input: HandInSelfReportInput!) {
    outcome: handInSelfReport(input: $input) {
      inspection {
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

export const RETURN_SELF_REPORT = graphql(`
  mutation ReturnSelfReport($input: ReturnSelfReportInput!) {
    outcome: returnSelfReport(input: $input) {
      inspection {
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

export const BEGIN_DOCUMENT_CHECK = graphql(`
  mutation BeginDocumentCheck($input: BeginDocumentCheckInput!) {
    outcome: beginDocumentCheck(input: $input) {
      inspection {
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

export const BEGIN_SITE_CHECK = graphql(`
  mutation BeginSiteCheck($input: BeginSiteCheckInput!) {
    outcome: beginSiteCheck(input: $input) {
      inspection {
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

export const GIVE_RESULT = graphql(`
  mutation GiveInspectionResult($input: GiveInspectionResultInput!) {
    outcome: giveInspectionResult(input: $input) {
      inspection {
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

export const PUBLISH_INSPECTION = graphql(`
  mutation PublishInspection($input: PublishInspectionInput!) {
    outcome: publishInspection(input: $input) {
      inspection {
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

export const ORDER_RECTIFICATION = graphql(`
  mutation OrderRectification($input: OrderRectificationInput!) {
    outcome: orderRectification(input: $input) {
      inspection {
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

export const EXTEND_RECTIFICATION = graphql(`
  mutation ExtendRectification($input: ExtendRectificationInput!) {
    outcome: extendRectification(input: $input) {
      inspection {
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

export const HAND_IN_RECTIFICATION = graphql(`
  mutation HandInRectification($input: HandInRectificationInput!) {
    outcome: handInRectification(input: $input) {
      inspection {
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

export const PASS_RECHECK = graphql(`
  mutation PassRecheck($input: PassRecheckInput!) {
    outcome: passRecheck(input: $input) {
      inspection {
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

export const FAIL_RECHECK = graphql(`
  mutation FailRecheck($input: FailRecheckInput!) {
    outcome: failRecheck(input: $input) {
      inspection {
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

export const REFER_INSPECTION = graphql(`
  mutation ReferInspection($input: ReferInspectionInput!) {
    outcome: referInspection(input: $input) {
      inspection {
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
