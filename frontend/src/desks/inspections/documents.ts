import { graphql } from '../../gql';

/** All that is shown of an inspection beside a decision on it. */
export const SHOWN_INSPECTION = graphql(`
  fragment ShownInspection on Inspection {
    id
    version
    number
    unitName
    officeName
    year
    state
    lamp
    due
    reportedOn
    visitedOn
    score
    result
    opinion
    defenceUntil
    publishedOn
    rectifyDue
    rectifiedOn
    lateFrom
    recheck
    timesReturned
    timesExtended
    scheme {
      name
      basis
      isVerified
      hasSiteCheck
      leastTeam
      barsEnrolment
    }
    team(first: 30, orderBy: SINCE_ASC) {
      nodes {
        id
        name
        isLead
        asideOn
      }
    }
    scores(first: 100, orderBy: SCORED_AT_ASC) {
      nodes {
        id
        verdict
        score
        note
        demand
        basis
        isVerified
        item {
          id
          name
          isVeto
        }
      }
    }
    findings(first: 50, orderBy: FOUND_ON_ASC) {
      nodes {
        id
        place
        text
        demand
        state
      }
    }
    entries(first: 60, orderBy: SAID_AT_ASC) {
      nodes {
        id
        sort
        text
        saidBy
        saidAt
      }
    }
  }
`);

export const INSPECTION_QUEUE = graphql(`
  query InspectionQueue($first: Int!, $after: String, $filter: InspectionFilter) {
    queue: inspections(first: $first, after: $after, filter: $filter, orderBy: DUE_ASC) {
      nodes {
        ...ShownInspection
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** How inspections stand by their lamps, and which licences and organisers run out of time. */
export const WHAT_IS_DUE = graphql(`
  query WhatIsDue(
    $open: InspectionFilter
    $barred: InspectionFilter
    $soon: LicenceFilter
    $sooner: LicenceFilter
    $soonest: LicenceFilter
    $changing: OrganiserFilter
    $deciding: PrivateProjectFilter
  ) {
    lamps: inspectionsSummary(by: [STATE, LAMP], filter: $open, first: 40) {
      nodes {
        key {
          state
          lamp
        }
        count
      }
    }
    barred: inspections(first: 0, filter: $barred) {
      totalCount
    }
    soon: licences(first: 0, filter: $soon) {
      totalCount
    }
    sooner: licences(first: 0, filter: $sooner) {
      totalCount
    }
    soonest: licences(first: 0, filter: $soonest) {
      totalCount
    }
    changing: organisers(first: 0, filter: $changing) {
      totalCount
    }
    deciding: privateProjects(first: 0, filter: $deciding) {
      totalCount
    }
  }
`);
