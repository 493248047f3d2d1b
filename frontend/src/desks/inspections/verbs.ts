import { graphql } from '../../gql';

/** What an inspection is after any verb: all that a verb may have moved. */
export const INSPECTION_AS_IT_IS = graphql(`
  fragment InspectionAsItIs on Inspection {
    id
    version
    state
  }
`);

export const HAND_IN_SELF_REPORT = graphql(`
  mutation HandInSelfReport($input: HandInSelfReportInput!) {
    outcome: handInSelfReport(input: $input) {
      inspection {
        ...InspectionAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const RETURN_SELF_REPORT = graphql(`
  mutation ReturnSelfReport($input: ReturnSelfReportInput!) {
    outcome: returnSelfReport(input: $input) {
      inspection {
        ...InspectionAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const BEGIN_DOCUMENT_CHECK = graphql(`
  mutation BeginDocumentCheck($input: BeginDocumentCheckInput!) {
    outcome: beginDocumentCheck(input: $input) {
      inspection {
        ...InspectionAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const BEGIN_SITE_CHECK = graphql(`
  mutation BeginSiteCheck($input: BeginSiteCheckInput!) {
    outcome: beginSiteCheck(input: $input) {
      inspection {
        ...InspectionAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const GIVE_RESULT = graphql(`
  mutation GiveInspectionResult($input: GiveInspectionResultInput!) {
    outcome: giveInspectionResult(input: $input) {
      inspection {
        ...InspectionAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const PUBLISH_INSPECTION = graphql(`
  mutation PublishInspection($input: PublishInspectionInput!) {
    outcome: publishInspection(input: $input) {
      inspection {
        ...InspectionAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const ORDER_RECTIFICATION = graphql(`
  mutation OrderRectification($input: OrderRectificationInput!) {
    outcome: orderRectification(input: $input) {
      inspection {
        ...InspectionAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const EXTEND_RECTIFICATION = graphql(`
  mutation ExtendRectification($input: ExtendRectificationInput!) {
    outcome: extendRectification(input: $input) {
      inspection {
        ...InspectionAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const HAND_IN_RECTIFICATION = graphql(`
  mutation HandInRectification($input: HandInRectificationInput!) {
    outcome: handInRectification(input: $input) {
      inspection {
        ...InspectionAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const PASS_RECHECK = graphql(`
  mutation PassRecheck($input: PassRecheckInput!) {
    outcome: passRecheck(input: $input) {
      inspection {
        ...InspectionAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const FAIL_RECHECK = graphql(`
  mutation FailRecheck($input: FailRecheckInput!) {
    outcome: failRecheck(input: $input) {
      inspection {
        ...InspectionAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);

export const REFER_INSPECTION = graphql(`
  mutation ReferInspection($input: ReferInspectionInput!) {
    outcome: referInspection(input: $input) {
      inspection {
        ...InspectionAsItIs
      }
      errors {
        ...WhyRefused
      }
    }
  }
`);
